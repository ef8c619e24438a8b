import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import type { Contract, Operation } from './model.ts';

const HEADER = '// Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen\n\n';

/** The types of everything on the wire, the same for the backend and the SDK. */
export async function emitTypes(contract: URL): Promise<string> {
  const ast = await openapiTS(contract, { rootTypes: true, rootTypesNoSchemaPrefix: true, defaultNonNullable: false });
  return pretty(HEADER + astToString(ast));
}

/** What the backend needs as values: the scopes, the actions that are noted, and the title of each problem code. */
export async function emitConstants(contract: Contract): Promise<string> {
  const titles = contract.problems.map(({ code, title }) => `${code}: ${JSON.stringify(title)},`).join('\n');
  return pretty(`${HEADER}import type { AuditAction, ProblemCode, Scope } from './contract.js';

/** Every scope that there is. */
export const SCOPES = ${JSON.stringify(contract.scopes)} as const satisfies readonly Scope[];

/** Everything that can be done. */
export const AUDIT_ACTIONS = ${JSON.stringify(contract.auditActions)} as const satisfies readonly AuditAction[];

/** What each problem code says in words. */
export const PROBLEM_TITLES = {
${titles}
} as const satisfies Record<ProblemCode, string>;
`);
}

/** The SDK's resources: one class a group, one method an operation. */
export async function emitResources(contract: Contract): Promise<string> {
  const groups = Map.groupBy(contract.operations, (operation) => operation.sdkGroup);
  const classes = [...groups].map(([group, operations]) => resource(group, operations));
  const models = contract.operations.flatMap(({ body, result }) => [body?.name, result?.name]).filter((name) => name !== undefined);
  const fields = [...groups.keys()].map((group) => `  readonly ${group}: ${className(group)};`);
  const assignments = [...groups.keys()].map((group) => `    this.${group} = new ${className(group)}(http);`);
  return pretty(`${HEADER}import type { ${['operations', ...new Set(models)].sort().join(', ')} } from './contract.js';
import type { ChangeOptions, CreateOptions, Http, RequestOptions } from '../http.js';
import type { PagePromise } from '../page.js';

type Query<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

${classes.join('\n\n')}

/** Every operation of the API, by what it is about. */
export class Resources {
${fields.join('\n')}

  constructor(http: Http) {
${assignments.join('\n')}
  }
}
`);
}

const className = (group: string): string => `${group.charAt(0).toUpperCase()}${group.slice(1)}Resource`;

function resource(group: string, operations: readonly Operation[]): string {
  return `/** ${commented(operations[0]?.tag ?? group)}. */
export class ${className(group)} {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

${operations.map(method).join('\n\n')}
}`;
}

function method(operation: Operation): string {
  const path = operation.parameters.filter((parameter) => parameter.in === 'path');
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  const isPage = operation.result?.name.endsWith('Page') === true;
  const body = operation.body?.name;
  const result = operation.result?.name ?? 'void';
  const parameters = [
    ...path.map((parameter) => `${parameter.name}: operations['${operation.id}']['parameters']['path']['${parameter.name}']`),
    ...(body === undefined ? [] : [`body: ${body}`]),
    ...(hasQuery ? [`query: Query<'${operation.id}'> = {}`] : []),
    `options: ${optionsOf(operation)}`,
  ];
  const call = [
    `method: '${operation.method}'`,
    `path: '${operation.path}'`,
    `idempotency: '${operation.idempotency}'`,
    ...(path.length === 0 ? [] : [`params: { ${path.map((parameter) => parameter.name).join(', ')} }`]),
    ...(hasQuery ? ['query'] : []),
    ...(body === undefined ? [] : ['body']),
  ];
  return `  /**
   * ${commented(operation.summary)}.
   *
   * ${wrap(operation.description)}
   *
   * ${scopeText(operation.scope)}
   */
  ${operation.sdkName}(${parameters.join(', ')}): ${isPage ? `PagePromise<${result}>` : `Promise<${result}>`} {
    return this.#http.${isPage ? 'pages' : 'send'}({ ${call.join(', ')} }, options);
  }`;
}

/** What can be told besides; what is refused without an If-Match (428) cannot go without. */
function optionsOf({ parameters, responses }: Operation): string {
  const takes = (header: string): boolean => parameters.some(({ name }) => name === header);
  if (takes('Idempotency-Key')) return 'CreateOptions = {}';
  if (!takes('If-Match')) return 'RequestOptions = {}';
  return responses.some(({ status }) => status === '428') ? 'ChangeOptions' : 'Partial<ChangeOptions> = {}';
}

function scopeText(scope: string): string {
  if (scope === 'public') return 'Works without a key.';
  return scope === 'signed_in' ? 'Works with any key or session.' : `Needs the scope \`${scope}\`.`;
}

const wrap = (text: string): string =>
  commented(text)
    .trim()
    .replaceAll(/(.{1,110})(?:\s+|$)/g, '$1\n   * ')
    .replace(/\n {3}\* $/, '');

/** What ends a comment does not end this one. */
const commented = (text: string): string => text.replaceAll('*/', '*\\/');

const pretty = (text: string): Promise<string> => format(text, { parser: 'typescript', singleQuote: true, printWidth: 140 });
