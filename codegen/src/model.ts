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
  readonly body: Type | undefined;
  readonly bodyExample: unknown;
  /** The type of its successful answers; undefined when they have no body. */
  readonly result: Type | undefined;
  readonly responses: readonly Response[];
}

export interface Response {
  /** Such as `200`, or `default`. */
  readonly status: string;
  readonly description: string;
  readonly type: Type | undefined;
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
  | { readonly kind: 'model'; readonly nullable: boolean; readonly name: string };

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
export function readContract(file: URL): Contract {
  const document = parse(readFileSync(file, 'utf8')) as JsonObject;
  return new Reader(document).contract();
}

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
    const [sdkGroup = '', sdkName = ''] = string(source['x-sdk-method']).split('.');
    const body = source['requestBody'] === undefined ? undefined : this.bodyOf(object(source['requestBody']));
    const responses = Object.entries(object(source['responses'])).map(([status, response]) =>
      this.response(status, this.follow(object(response))),
    );
    const results = responses.flatMap(({ status, type }) => (status.startsWith('2') ? (type ?? []) : []));
    const parameters = [...array(item['parameters'] ?? []), ...array(source['parameters'] ?? [])].map((p) =>
      this.parameter(this.follow(object(p))),
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
      bodyExample: body === undefined ? undefined : this.exampleIn(object(source['requestBody'])),
      result: results[0],
      responses,
    };
  }

  private response(status: string, source: JsonObject): Response {
    const description = string(source['description']);
    const codes = strings(object(object(object(this.document['components'])['schemas'])['ProblemCode'])['enum']);
    return {
      status,
      description,
      type: this.bodyOf(source),
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

  private bodyOf(holder: JsonObject): Type | undefined {
    if (holder['content'] === undefined) return undefined;
    const [media] = Object.values(object(holder['content']));
    return this.type(object(object(media)['schema']));
  }

  private parameter(source: JsonObject): Parameter {
    return {
      name: string(source['name']),
      in: string(source['in']) as Parameter['in'],
      required: source['required'] === true,
      description: string(source['description']),
      type: this.type(object(source['schema'])),
      rules: this.rules(object(source['schema'])),
      example: source['example'] ?? (source['required'] === true ? this.example(object(source['schema'])) : undefined),
    };
  }

  private model(name: string): Model {
    const schema = object(object(object(this.document['components'])['schemas'])[name]);
    return { name, description: string(schema['description']), fields: this.fields(schema), example: this.example(schema) };
  }

  private fields(schema: JsonObject): Field[] {
    if (schema['allOf'] !== undefined) return array(schema['allOf']).flatMap((part) => this.fields(this.follow(object(part))));
    const required = strings(schema['required'] ?? []);
    return Object.entries(object(schema['properties'])).map(([name, property]) => ({
      name,
      description: this.description(object(property)),
      required: required.includes(name),
      type: this.type(object(property)),
      rules: this.rules(object(property)),
    }));
  }

  private description(schema: JsonObject): string {
    return string(schema['description'] ?? (schema['$ref'] === undefined ? '' : this.description(this.follow(schema))));
  }

  private type(schema: JsonObject): Type {
    if (schema['$ref'] !== undefined) {
      const target = this.follow(schema);
      return this.isModel(target) ? { kind: 'model', nullable: false, name: nameOf(schema) } : this.type(target);
    }
    if (schema['allOf'] !== undefined) return this.type(object(array(schema['allOf'])[0]));
    if (schema['oneOf'] !== undefined) return { ...this.type(object(array(schema['oneOf'])[0])), nullable: true };
    const types = [schema['type']].flat().map(string);
    const nullable = types.includes('null');
    const [main] = types.filter((type) => type !== 'null');
    switch (main) {
      case 'string':
        return { kind: 'string', nullable };
      case 'integer':
      case 'boolean':
        return { kind: main, nullable };
      case 'array':
        return { kind: 'array', nullable, of: this.type(object(schema['items'])) };
      case 'object':
        return {
          kind: 'map',
          nullable,
          of: schema['additionalProperties'] === true ? { kind: 'any', nullable: true } : this.type(object(schema['additionalProperties'])),
        };
      default:
        throw new Error(`The emitters do not know this schema: ${JSON.stringify(schema)}`);
    }
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

const nameOf = (reference: JsonObject): string => string(reference['$ref']).split('/').at(-1) ?? '';
