import { format } from 'prettier';
import { object } from './json.ts';
import type { Contract, Operation, Parameter } from './model.ts';

/** How an operation is called: the same request in three languages. */
export interface Samples {
  readonly curl: string;
  /** With `@igny8/sdk`. */
  readonly typescript: string;
  /** With WordPress's own HTTP functions, which every plugin and theme has. */
  readonly php: string;
}

/** The request that all samples of an operation send. */
interface SampleRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Where samples find the key, in the environment. */
const KEY = 'IGNY8_API_KEY';

export async function samplesOf({ info }: Contract, operation: Operation): Promise<Samples> {
  const request = requestOf(operation);
  return {
    curl: curl(info.server, operation, request),
    typescript: await typescript(info.server, operation),
    php: php(info.server, operation, request),
  };
}

/**
 * What the PHP client's tests need of the contract: an example of each object, and the PHP sample of each operation with the
 * request that it must send.
 */
export async function emitExamples(contract: Contract): Promise<string> {
  const models = Object.fromEntries(contract.models.map(({ name, example }) => [name, example]));
  const operations = contract.operations.map((operation) => ({
    id: operation.id,
    php: php(contract.info.server, operation, requestOf(operation)),
    server: contract.info.server,
    is_public: isPublic(operation),
    request: requestOf(operation),
  }));
  return format(JSON.stringify({ models, operations }), { parser: 'json', printWidth: 140 });
}

function requestOf(operation: Operation): SampleRequest {
  const query = new URLSearchParams(
    shown(operation, 'query').map(({ name, example }): [string, string] => [name, String(example)]),
  ).toString();
  return {
    method: operation.method,
    path: pathOf(operation) + (query === '' ? '' : `?${query}`),
    headers: {
      ...Object.fromEntries(shown(operation, 'header').map(({ name, example }) => [name, String(example)])),
      ...(operation.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: operation.bodyExample,
  };
}

const pathOf = (operation: Operation): string =>
  shown(operation, 'path').reduce(
    (path, { name, example }) => path.replace(`{${name}}`, encodeURIComponent(String(example))),
    operation.path,
  );

/** The parameters that samples send. The plugin's own headers (which site is calling) are nothing for others. */
const shown = ({ parameters }: Operation, place: Parameter['in']): Parameter[] =>
  parameters.filter((parameter) => parameter.in === place && parameter.example !== undefined && !parameter.name.startsWith('Igny8-'));

const isPublic = ({ scope }: Operation): boolean => scope === 'public';

// ------------------------------------------------------------------------------------------------------- curl

function curl(server: string, operation: Operation, { method, path, headers, body }: SampleRequest): string {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(server + path)}`,
    ...(isPublic(operation) ? [] : [`-H "Authorization: Bearer $${KEY}"`]),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body, null, 2))}`]),
  ];
  return lines.join(' \\\n  ');
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

// ------------------------------------------------------------------------------------------------- TypeScript

function typescript(server: string, operation: Operation): Promise<string> {
  const headers = shown(operation, 'header').filter(({ name }) => name === 'If-Match');
  const query = shown(operation, 'query');
  const takesQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  const args = [
    ...shown(operation, 'path').map(({ example }) => JSON.stringify(example)),
    ...(operation.body === undefined ? [] : [JSON.stringify(operation.bodyExample)]),
    ...(query.length > 0 || (takesQuery && headers.length > 0) ? [literal(query)] : []),
    ...headers.map(({ example }) => `{ ifMatch: ${JSON.stringify(example)} }`),
  ];
  const call = `igny8.${operation.sdkGroup}.${operation.sdkName}(${args.join(', ')})`;
  const token = isPublic(operation) ? '' : `, token: process.env.${KEY}`;
  return format(
    `import { Igny8 } from '@igny8/sdk';

const igny8 = new Igny8({ baseUrl: ${JSON.stringify(server)}${token} });

${statement(operation, call)}`,
    { parser: 'typescript', singleQuote: true, printWidth: 100 },
  ).then((text) => text.trimEnd());
}

const literal = (parameters: readonly Parameter[]): string =>
  JSON.stringify(Object.fromEntries(parameters.map(({ name, example }) => [name, example])));

function statement({ result }: Operation, call: string): string {
  if (result === undefined) return `await ${call};`;
  if (result.name.endsWith('Page')) return `for await (const row of ${call}) {\n  console.log(row);\n}`;
  return `const answer = await ${call};\nconsole.log(answer);`;
}

// -------------------------------------------------------------------------------------------------------- PHP

function php(server: string, operation: Operation, { method, path, headers, body }: SampleRequest): string {
  const authorization: [string, string][] = isPublic(operation) ? [] : [['Authorization', `'Bearer ' . getenv( '${KEY}' )`]];
  const lines = [...authorization, ...Object.entries(headers).map(([name, value]): [string, string] => [name, phpValue(value, 0)])];
  const args: [string, string][] = [
    ...(method === 'GET' ? [] : [['method', `'${method}'`] as [string, string]]),
    ...(lines.length === 0 ? [] : [['headers', phpArray(lines, 2)] as [string, string]]),
    ...(body === undefined ? [] : [['body', `wp_json_encode(\n\t\t\t${phpValue(body, 3)}\n\t\t)`] as [string, string]]),
  ];
  const send = method === 'GET' ? 'wp_remote_get' : 'wp_remote_request';
  const url = phpValue(server + path, 0);
  return `$response = ${args.length === 0 ? `${send}( ${url} )` : `${send}(\n\t${url},\n\t${phpArray(args, 1)}\n)`};
if ( is_wp_error( $response ) ) {
	throw new RuntimeException( $response->get_error_message() );
}
$answer = json_decode( wp_remote_retrieve_body( $response ), true );
if ( wp_remote_retrieve_response_code( $response ) >= 400 ) {
	throw new RuntimeException( $answer['code'] . ': ' . $answer['detail'] );
}`;
}

/** A value as WordPress's coding standards write it. */
function phpValue(value: unknown, depth: number): string {
  if (Array.isArray(value))
    return phpArray(
      value.map((item): [undefined, string] => [undefined, phpValue(item, depth + 1)]),
      depth,
    );
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(object(value));
    if (entries.length === 0) return 'new stdClass()';
    return phpArray(
      entries.map(([name, item]) => [name, phpValue(item, depth + 1)]),
      depth,
    );
  }
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : String(value);
}

function phpArray(entries: readonly (readonly [string | undefined, string])[], depth: number): string {
  const keys = entries.map(([name]) => (name === undefined ? undefined : phpValue(name, depth)));
  const width = Math.max(...keys.map((key) => key?.length ?? 0));
  const indent = '\t'.repeat(depth);
  const line = (value: string, key: string | undefined): string =>
    `${indent}\t${key === undefined ? '' : `${key.padEnd(width)} => `}${value},\n`;
  return `array(\n${entries.map(([, value], index) => line(value, keys[index])).join('')}${indent})`;
}
