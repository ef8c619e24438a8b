/**
 * Brings an OpenAPI document into a form in which the one that is written (openapi.yaml) and the one that is made of the running app
 * can be compared. This is the closed list of what is evened out; contract-document.e2e.ts tests each rule and says what is left out.
 */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly security?: readonly Json[];
}

export type Json = Readonly<Record<string, unknown>>;

/** An operation as far as it is compared. */
export interface NormalOperation {
  readonly operationId: unknown;
  readonly tags: unknown;
  readonly scope: unknown;
  readonly isPublic: boolean;
  /** By place and name. */
  readonly parameters: Readonly<Record<string, Json>>;
  /** The name of the schema that it takes. */
  readonly body: string | undefined;
  readonly statuses: readonly string[];
}

export interface NormalForm {
  /** By method and path. */
  readonly operations: Readonly<Record<string, NormalOperation>>;
  /** Those that bodies are made of, by name, every reference followed. */
  readonly schemas: Readonly<Record<string, Json>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

export function normalForm(document: OpenApi): NormalForm {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method): [string, NormalOperation] => [
      `${method.toUpperCase()} ${withoutFinalSlash(path)}`,
      normalOperation(document, item, item[method] as Json),
    ]),
  );
  const bodies = new Set(operations.flatMap(([, { body }]) => body ?? []));
  const schemas = Object.entries(document.components?.schemas ?? {}).filter(([name]) => bodies.has(name));
  return {
    operations: Object.fromEntries(operations),
    schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, normalSchema(document, schema as Json)])),
  };
}

/** Nest strips it; both ways are answered. */
export const withoutFinalSlash = (path: string): string => path.replace(/(?<=.)\/$/, '');

function normalOperation(document: OpenApi, item: Json, operation: Json): NormalOperation {
  return {
    operationId: operation.operationId,
    tags: operation.tags,
    scope: operation['x-required-scope'],
    isPublic: isPublic(document, operation),
    parameters: normalParameters(document, item, operation),
    body: bodyName(operation),
    statuses: Object.keys(operation.responses as Json).sort(),
  };
}

/** An operation that says nothing asks for what the whole document asks for. */
export const isPublic = (document: OpenApi, operation: Json): boolean =>
  ((operation.security ?? document.security ?? []) as readonly Json[]).length === 0;

/** The parameters of a path are those of each of its operations; the names of headers are the same in upper and lower case. */
export function normalParameters(document: OpenApi, item: Json, operation: Json): Record<string, Json> {
  const all = [...((item.parameters ?? []) as Json[]), ...((operation.parameters ?? []) as Json[])];
  return Object.fromEntries(
    all.map((parameter) => {
      const { name, in: place, required = false, schema = {} } = follow(document, parameter);
      const known = place === 'header' ? String(name).toLowerCase() : String(name);
      return [`${String(place)} ${known}`, { required, schema: normalSchema(document, schema as Json) }];
    }),
  );
}

/** Bodies are JSON, and each has a name. */
export function bodyName({ requestBody }: Json): string | undefined {
  const content = (requestBody as { content?: Record<string, { schema?: { $ref?: string } }> } | undefined)?.content;
  return content?.['application/json']?.schema?.$ref?.split('/').at(-1);
}

/** Words for people; they stand in the contract alone. */
const WORDS = ['description', 'example', 'examples', 'title'];

/** A schema with every reference followed, every `allOf` made one, null as a type, and nothing in it that is only for people. */
export function normalSchema(document: OpenApi, schema: Json): Json {
  const whole = merged(document, follow(document, schema));
  const { oneOf } = whole;
  if (Array.isArray(oneOf)) return nullable(document, oneOf as Json[]);
  const said = Object.entries(whole).filter(([key]) => !WORDS.includes(key) && !key.startsWith('x-'));
  return Object.fromEntries(said.map(([key, value]): [string, unknown] => [key, normalKeyword(document, key, value)]));
}

function normalKeyword(document: OpenApi, key: string, value: unknown): unknown {
  switch (key) {
    case 'required':
      return (value as string[]).toSorted();
    case 'type':
      return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
    case 'items':
    case 'propertyNames':
      return normalSchema(document, value as Json);
    case 'properties':
      return Object.fromEntries(Object.entries(value as Json).map(([name, inner]) => [name, normalSchema(document, inner as Json)]));
    case 'additionalProperties':
      return typeof value === 'object' ? normalSchema(document, value as Json) : value;
    default:
      return value;
  }
}

/** `oneOf: [X, null]` is X that may be null. */
function nullable(document: OpenApi, choices: readonly Json[]): Json {
  const [main, ...others] = choices.filter(({ type }) => type !== 'null');
  if (main === undefined || others.length > 0 || choices.length !== 2) throw new Error('The only choice that is compared is with null');
  const inner = normalSchema(document, main);
  return { ...inner, type: [inner.type, 'null'].flat() };
}

/** What stands in an `allOf` and beside it says the same as one schema with all of it. */
function merged(document: OpenApi, { allOf = [], ...own }: Json): Json {
  const parts = [...(allOf as Json[]).map((part) => merged(document, follow(document, part))), own];
  const whole = Object.assign({}, ...parts) as Json;
  const required = parts.flatMap((part) => (part.required ?? []) as string[]);
  return {
    ...whole,
    ...(whole.properties === undefined ? {} : { properties: Object.assign({}, ...parts.map((part) => part.properties)) as Json }),
    ...(required.length === 0 ? {} : { required }),
  };
}

function follow(document: OpenApi, node: Json): Json {
  const reference = node.$ref;
  if (typeof reference !== 'string') return node;
  const target = reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], document);
  return follow(document, target as Json);
}
