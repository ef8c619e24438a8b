import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { Schema } from './arbitraries.js';
import { undeclared } from './undeclared.js';

interface Header {
  readonly $ref?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Record<string, { schema: Schema }>;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

type Parameters = readonly Parameter[];

interface Definition {
  readonly operationId: string;
  readonly 'x-required-scope': string;
  readonly parameters?: Parameters;
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, Response>;
}

/** An operation of the contract. */
export interface ContractOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly scope: string;
  readonly statuses: readonly string[];
  readonly hasBody: boolean;
  readonly takesIdempotencyKey: boolean;
  /** A site says with it who it is, and another one is refused. */
  readonly takesIdentity: boolean;
}

const METHODS = ['get', 'post', 'patch', 'put', 'delete'];
const document = parse(readFileSync(join(process.cwd(), '../openapi.yaml'), 'utf8')) as {
  paths: Record<string, Record<string, Definition> & { readonly parameters?: Parameters }>;
};
// int32, int64 and password say how a value is meant; they check nothing.
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int32: true, int64: true, password: true } });
addFormats.default(ajv, ['date-time', 'uuid', 'uri', 'uri-reference', 'email']);
ajv.addSchema(document, 'contract');

const definitions = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (item[method] === undefined ? [] : [{ path, method: method.toUpperCase(), definition: item[method] }])),
);

const takes = (parameters: Parameters | undefined, name: string): boolean =>
  (parameters ?? []).some(({ $ref }) => $ref === `#/components/parameters/${name}`);

export const operations: readonly ContractOperation[] = definitions.map(({ path, method, definition }) => ({
  id: definition.operationId,
  method,
  path,
  scope: definition['x-required-scope'],
  statuses: Object.keys(definition.responses),
  hasBody: definition.requestBody !== undefined,
  takesIdempotencyKey: takes(definition.parameters, 'IdempotencyKey'),
  takesIdentity: takes(document.paths[path]?.parameters, 'SiteUuid'),
}));

/** What the operation takes; undefined when it takes no body. */
export const requestSchemaOf = ({ id }: ContractOperation): Schema | undefined =>
  definitions.find(({ definition }) => definition.operationId === id)?.definition.requestBody?.content['application/json']?.schema;

/** The query that the operation takes, as an object; undefined when it takes none. */
export function querySchemaOf({ id, path }: ContractOperation): Schema | undefined {
  const own = definitions.find(({ definition }) => definition.operationId === id)?.definition.parameters ?? [];
  const all = [...(document.paths[path]?.parameters ?? []), ...own].map((parameter) => follow(parameter));
  const query = all.filter((parameter) => parameter?.in === 'query');
  if (query.length === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(query.map((parameter) => [parameter?.name, parameter?.schema])) as Record<string, Schema>,
    required: query.flatMap((parameter) => (parameter?.required === true ? [parameter.name ?? ''] : [])),
  };
}

/** What `#/…` refers to. */
export const schemaAt = (ref: string): Schema =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], document) as Schema;

/** The operation that a request was meant for; undefined when the contract has none. */
export function operationOf(method: string, url: string): ContractOperation | undefined {
  const [path = ''] = url.split('?');
  const withSlash = path.startsWith('/health/') || path.endsWith('/') ? path : `${path}/`;
  const matches = (template: string): boolean => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(withSlash);
  return operations.find((operation) => operation.method === method && matches(operation.path));
}

const validators = new Map<string, ValidateFunction>();

/** Throws when an answer is not what the contract says of that operation and status. */
export function checkAnswer(operation: ContractOperation, status: number, headers: Headers, body: unknown): void {
  const where = `${operation.method} ${operation.path} ${String(status)}`;
  const definition = definitions.find(({ definition: { operationId } }) => operationId === operation.id)?.definition;
  const key = definition?.responses[String(status)] === undefined ? 'default' : String(status);
  const response = follow(definition?.responses[key]);
  if (response === undefined || (key === 'default' && !isAnybodys(status, body)))
    throw new Error(`${where}: the contract does not know this status`);
  checkHeaders(where, response, headers);
  // An error may come before it is looked at who asks; what was done was allowed.
  if (status < 400 && operation.scope !== 'public')
    for (const name of ['RateLimit', 'RateLimit-Policy']) if (!headers.has(name)) throw new Error(`${where}: has no ${name}`);
  if (response.content === undefined) {
    if (body !== undefined) throw new Error(`${where}: has a body, the contract says none`);
    return;
  }
  const [media = ''] = Object.keys(response.content);
  const type = headers.get('content-type');
  if (type?.split(';')[0] !== media) throw new Error(`${where}: is ${String(type)}, the contract says ${media}`);
  const validate = validatorOf(definition?.operationId ?? '', key, media, response);
  if (!validate(body)) throw new Error(`${where}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 500)}`);
  const more = undeclared(response.content[media]?.schema ?? {}, body, schemaAt);
  if (more.length > 0) throw new Error(`${where}: the contract does not know ${more.join(', ')}`);
}

/** What may come from every operation and stands under `default`: the server's own errors, and plain HTTP that is refused. */
const isAnybodys = (status: number, body: unknown): boolean =>
  status >= 500 || (status === 403 && (body as { code?: unknown } | undefined)?.code === 'https_required');

function validatorOf(operationId: string, status: string, media: string, response: Response): ValidateFunction {
  const key = `${operationId} ${status}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const schema = JSON.parse(JSON.stringify(response.content?.[media]?.schema).replaceAll('"#/', '"contract#/')) as object;
  const made = ajv.compile(schema);
  validators.set(key, made);
  return made;
}

function checkHeaders(where: string, response: Response, headers: Headers): void {
  for (const [name, declared] of Object.entries(response.headers ?? {})) {
    const { required, schema } = follow(declared) ?? {};
    const text = headers.get(name);
    if (text === null && required !== true) continue;
    if (text === null) throw new Error(`${where}: has no ${name}`);
    const validate = ajv.compile(schema ?? {});
    if (!validate(schema?.type === 'integer' ? Number(text) : text))
      throw new Error(`${where}: ${name}: ${text}: ${ajv.errorsText(validate.errors)}`);
  }
}

function follow<Node extends { readonly $ref?: string }>(node: Node | undefined): Node | undefined {
  return node?.$ref === undefined ? node : (schemaAt(node.$ref) as Node);
}
