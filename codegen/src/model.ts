import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { exampleOf } from './examples.ts';
import { array, object, string, strings, type JsonObject } from './json.ts';
import { rulesOf } from './rules.ts';

/**
 * The contract as the emitters see it: operations and object schemas, every reference followed, every `allOf` flattened.
 * One model, one emitter per target; nothing but this file reads openapi.yaml.
 */
export interface Contract {
  readonly info: Info;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly operations: readonly Operation[];
  /** Object schemas in the order of the file; scalars with a name (Uuid, Scope) are folded into the fields that use them. */
  readonly models: readonly Model[];
  readonly scopes: readonly string[];
  readonly auditActions: readonly string[];
  readonly problems: readonly ProblemHelp[];
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  /** Markdown. */
  readonly description: string;
  /** Where the examples are sent. */
  readonly server: string;
}

/** What the page of a problem code says. */
export interface ProblemHelp {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly meaning: string;
  readonly remedy: string;
  /** What an answer with it adds to, or has instead of, the fields that every problem has. */
  readonly example: JsonObject;
}

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly tag: string;
  /** `sites.list`: where the SDK keeps it. */
  readonly sdkGroup: string;
  readonly sdkName: string;
  readonly summary: string;
  readonly description: string;
  /** The scope it needs, `signed_in` or `public`. */
  readonly scope: string;
  /**
   * Whether sending it twice does no more than once: by what it does (`inherent`), because its Idempotency-Key makes it so (`by_key`),
   * or not (`none`).
   */
  readonly idempotency: 'inherent' | 'by_key' | 'none';
  readonly parameters: readonly Parameter[];
  readonly body: ModelType | undefined;
  readonly bodyExample: unknown;
  /** The type of its successful answers; undefined when they have no body. */
  readonly result: ModelType | undefined;
  readonly responses: readonly Response[];
}

export interface Response {
  /** Such as `200`, or `default`. */
  readonly status: string;
  readonly description: string;
  readonly type: ModelType | undefined;
  readonly example: unknown;
  /** The problem codes that its description names. */
  readonly problems: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly type: Type;
  readonly rules: readonly string[];
  /** Undefined where the contract gives none: an optional one that an example does without. */
  readonly example: unknown;
}

export type Type =
  | { readonly kind: 'string' | 'integer' | 'boolean' | 'any'; readonly nullable: boolean }
  | { readonly kind: 'array' | 'map'; readonly nullable: boolean; readonly of: Type }
  | ModelType;

export interface ModelType {
  readonly kind: 'model';
  readonly nullable: boolean;
  readonly name: string;
}

export interface Model {
  readonly name: string;
  readonly description: string;
  readonly example: unknown;
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: Type;
  readonly rules: readonly string[];
}

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** Reads the contract. Throws with the place when a schema uses something that the emitters do not know. */
export const readContract = (file: URL): Contract => contractOf(parse(readFileSync(file, 'utf8')) as JsonObject);

/** The same, of what is parsed already. */
export const contractOf = (document: JsonObject): Contract => new Reader(document).contract();

const SCHEMAS = 'components/schemas';
const NULL = '{"type":"null"}';

const unknown = (place: string, what: string): Error => new Error(`${place}: ${what}`);

class Reader {
  private readonly document: JsonObject;

  constructor(document: JsonObject) {
    this.document = document;
  }

  contract(): Contract {
    const schemas = object(object(this.document['components'])['schemas']);
    return {
      info: this.info(),
      tags: array(this.document['tags']).map((tag) => ({
        name: string(object(tag)['name']),
        description: string(object(tag)['description']),
      })),
      operations: Object.entries(object(this.document['paths'])).flatMap(([path, item]) => this.operations(path, object(item))),
      models: Object.entries(schemas).flatMap(([name, schema]) => (this.isModel(object(schema)) ? [this.model(name)] : [])),
      scopes: strings(object(schemas['Scope'])['enum']),
      auditActions: strings(object(schemas['AuditAction'])['enum']),
      problems: this.problems(object(schemas['ProblemCode'])),
    };
  }

  private info(): Info {
    const info = object(this.document['info']);
    return {
      title: string(info['title']),
      version: string(info['version']),
      summary: string(info['summary']),
      description: string(info['description']),
      server: string(object(array(this.document['servers'])[0])['url']),
    };
  }

  private problems(schema: JsonObject): ProblemHelp[] {
    const titles = object(schema['x-titles']);
    return strings(schema['enum']).map((code) => {
      if (object(schema['x-help'])[code] === undefined)
        throw new Error(`The problem code ${code} has no help: write its x-help in openapi.yaml`);
      const help = object(object(schema['x-help'])[code]);
      return {
        code,
        title: string(titles[code]),
        status: Number(help['status']),
        meaning: string(help['meaning']),
        remedy: string(help['remedy']),
        example: object(help['example']),
      };
    });
  }

  private operations(path: string, item: JsonObject): Operation[] {
    return METHODS.flatMap((method) => (item[method] === undefined ? [] : [this.operation(path, method, item)]));
  }

  private operation(path: string, method: (typeof METHODS)[number], item: JsonObject): Operation {
    const source = object(item[method]);
    const place = `${method.toUpperCase()} ${path}`;
    const [sdkGroup = '', sdkName = ''] = string(source['x-sdk-method']).split('.');
    const request = source['requestBody'] === undefined ? undefined : this.follow(object(source['requestBody']));
    const body = request === undefined ? undefined : this.bodyOf(request, `${place} requestBody`);
    const responses = Object.entries(object(source['responses'])).map(([status, response]) =>
      this.response(status, this.follow(object(response)), `${place} responses/${status}`),
    );
    const parameters = [...array(item['parameters'] ?? []), ...array(source['parameters'] ?? [])].map((p) =>
      this.parameter(this.follow(object(p)), place),
    );
    return {
      id: string(source['operationId']),
      method: method.toUpperCase() as Operation['method'],
      path,
      tag: string(array(source['tags'])[0]),
      sdkGroup,
      sdkName,
      summary: string(source['summary']),
      description: string(source['description']),
      scope: string(source['x-required-scope']),
      idempotency: idempotencyOf(method, parameters, source['x-idempotent'] === true),
      parameters,
      body,
      bodyExample: request === undefined ? undefined : this.exampleIn(request),
      result: resultOf(responses, place),
      responses,
    };
  }

  private response(status: string, source: JsonObject, place: string): Response {
    const description = string(source['description']);
    const codes = strings(object(object(object(this.document['components'])['schemas'])['ProblemCode'])['enum']);
    return {
      status,
      description,
      type: this.bodyOf(source, place),
      example: source['content'] === undefined ? undefined : this.exampleIn(source),
      problems: codes.filter((code) => description.includes(`\`${code}\``)),
    };
  }

  private exampleIn(holder: JsonObject): unknown {
    const media = object(Object.values(object(holder['content']))[0]);
    return media['example'] ?? this.example(object(media['schema']));
  }

  private example(schema: JsonObject): unknown {
    return exampleOf(schema, (reference) => this.follow(reference));
  }

  private rules(schema: JsonObject): readonly string[] {
    return rulesOf(schema, (reference) => this.follow(reference));
  }

  private bodyOf(holder: JsonObject, place: string): ModelType | undefined {
    if (holder['content'] === undefined) return undefined;
    const [media] = Object.values(object(holder['content']));
    const type = this.type(object(object(media)['schema']), place);
    if (type.kind === 'model' && !type.nullable) return type;
    throw unknown(place, `a body is an object with a name below ${SCHEMAS}`);
  }

  private parameter(source: JsonObject, place: string): Parameter {
    return {
      name: string(source['name']),
      in: string(source['in']) as Parameter['in'],
      required: source['required'] === true,
      description: string(source['description']),
      type: this.type(object(source['schema']), `${place} parameters/${string(source['name'])}`),
      rules: this.rules(object(source['schema'])),
      example: source['example'] ?? (source['required'] === true ? this.example(object(source['schema'])) : undefined),
    };
  }

  private model(name: string): Model {
    const schema = object(object(object(this.document['components'])['schemas'])[name]);
    const fields = this.fields(schema, `${SCHEMAS}/${name}`);
    const repeated = fields.find((field, index) => fields.findIndex((other) => other.name === field.name) < index);
    if (repeated !== undefined) throw unknown(`${SCHEMAS}/${name}/properties/${repeated.name}`, 'more than one part of allOf has it');
    return { name, description: string(schema['description']), fields, example: this.example(schema) };
  }

  private fields(schema: JsonObject, place: string): Field[] {
    if (schema['allOf'] !== undefined)
      return array(schema['allOf']).flatMap((part) => this.fields(this.follow(object(part)), placeOf(object(part)) ?? place));
    if (schema['properties'] === undefined) throw unknown(place, 'a part of allOf has properties');
    if (typeof schema['additionalProperties'] === 'object')
      throw unknown(place, 'an object has either properties or additionalProperties with a schema');
    const required = strings(schema['required'] ?? []);
    return Object.entries(object(schema['properties'])).map(([name, property]) => ({
      name,
      description: this.description(object(property)),
      required: required.includes(name),
      type: this.type(object(property), `${place}/properties/${name}`),
      rules: this.rules(object(property)),
    }));
  }

  private description(schema: JsonObject): string {
    return string(schema['description'] ?? (schema['$ref'] === undefined ? '' : this.description(this.follow(schema))));
  }

  /** @param place where the schema stands, for whoever has to change it */
  private type(schema: JsonObject, place: string): Type {
    const named = placeOf(schema);
    if (named !== undefined) {
      const target = this.follow(schema);
      return this.isModel(target) ? { kind: 'model', nullable: false, name: named.split('/').at(-1) ?? '' } : this.type(target, named);
    }
    if (schema['allOf'] !== undefined) {
      const [part, ...more] = array(schema['allOf']);
      if (more.length > 0) throw unknown(place, `an allOf of several parts has a name below ${SCHEMAS}`);
      return this.type(object(part), place);
    }
    if (schema['oneOf'] !== undefined) {
      const [part, other, ...more] = array(schema['oneOf']);
      if (JSON.stringify(other) !== NULL || more.length > 0) throw unknown(place, `oneOf is of something and ${NULL}`);
      return { ...this.type(object(part), place), nullable: true };
    }
    const types = [schema['type'] ?? []].flat().map(string);
    const nullable = types.includes('null');
    const [main, ...more] = types.filter((type) => type !== 'null');
    if (more.length > 0) throw unknown(place, `a value is of one type, or null; this is ${types.join(' or ')}`);
    switch (main) {
      case 'string':
        return { kind: 'string', nullable };
      case 'integer':
      case 'boolean':
        return { kind: main, nullable };
      case 'array':
        return { kind: 'array', nullable, of: this.type(object(schema['items'] ?? {}), `${place}/items`) };
      case 'object':
        if (schema['properties'] !== undefined) throw unknown(place, `an object with properties has a name below ${SCHEMAS}`);
        return { kind: 'map', nullable, of: this.valueType(schema['additionalProperties'], `${place}/additionalProperties`) };
      default:
        throw unknown(place, `the emitters do not know ${JSON.stringify(schema)}`);
    }
  }

  private valueType(schema: unknown, place: string): Type {
    return schema === true ? { kind: 'any', nullable: true } : this.type(object(schema ?? {}), place);
  }

  private isModel(schema: JsonObject): boolean {
    return schema['properties'] !== undefined || (schema['allOf'] !== undefined && array(schema['allOf']).length > 1);
  }

  private follow(schema: JsonObject): JsonObject {
    if (schema['$ref'] === undefined) return schema;
    const target = string(schema['$ref'])
      .slice(2)
      .split('/')
      .reduce<unknown>((node, key) => object(node)[key], this.document);
    return object(target);
  }
}

/** RFC 9110, 9.2.2: GET, PUT and DELETE by definition. With If-Match, a change that was made already is refused the second time. */
function idempotencyOf(method: (typeof METHODS)[number], parameters: readonly Parameter[], isMarked: boolean): Operation['idempotency'] {
  const takes = (header: string): boolean => parameters.some(({ name }) => name === header);
  if (takes('Idempotency-Key')) return 'by_key';
  return isMarked || takes('If-Match') || method === 'get' || method === 'put' || method === 'delete' ? 'inherent' : 'none';
}

/** What the successful answers have in common: an operation gives one thing, or nothing. */
function resultOf(responses: readonly Response[], place: string): ModelType | undefined {
  const [first, ...others] = responses.filter(({ status }) => status.startsWith('2'));
  const other = others.find(({ type }) => type?.name !== first?.type?.name);
  if (other !== undefined) throw unknown(`${place} responses/${other.status}`, `it is of another type than ${first?.status ?? ''}`);
  return first?.type;
}

/** `components/schemas/Site`, when a schema is nothing but a reference to it. */
const placeOf = (schema: JsonObject): string | undefined =>
  schema['$ref'] === undefined ? undefined : string(schema['$ref']).replace(/^#\//, '');
