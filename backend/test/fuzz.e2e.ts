import { randomInt } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import type { ApiKeyCreated } from '../src/generated/contract.js';
import { TestApp } from './support/app.js';
import { HOSTILE, mutated, valid } from './support/arbitraries.js';
import { type ContractOperation, operations, requestSchemaOf, schemaAt } from './support/contract.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';

/** Of each operation; `npm run soak -- fuzz` sends more. */
const RUNS = process.env.IGNY8_SOAK === 'true' ? 1_000 : 40;
const SEED = Number(process.env.IGNY8_FUZZ_SEED ?? randomInt(2 ** 31));

let database: TestDatabase;
let app: TestApp;
const statuses: number[] = [];
const startedAt = Date.now();

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(testConfig(database.url, { IGNY8_RATE_LIMIT: '1000000' }));
});
afterAll(async () => {
  await app.stop();
  await database.drop();
  const of = (hundred: number): string => String(statuses.filter((status) => Math.floor(status / 100) === hundred).length);
  process.stdout.write(
    `Fuzz: ${String(operations.length)} operations, ${String(statuses.length)} requests (2xx ${of(2)}, 3xx ${of(3)}, 4xx ${of(4)}, 5xx ${of(5)}), ${((Date.now() - startedAt) / 1000).toFixed(0)} s, seed ${String(SEED)}\n`,
  );
});

interface Target {
  readonly path: string;
  readonly token: string;
}

/** The operation on rows that are there, until it takes them away itself. */
async function targetOf({ path }: ContractOperation): Promise<Target> {
  const { apiKey: token } = await app.createAccount();
  const site = await TestSite.createReady(app, token);
  const key = await app.post<ApiKeyCreated>('/auth/api-keys/', { token, body: { name: 'Mine' } });
  const id = path.startsWith('/sites/') ? site.site.id : path.startsWith('/auth/') ? key.body.id : site.integrationId;
  return { token, path: path.replace('{id}', id).replace('{kind}', 'post_types').replace('{name}', 'post') };
}

/** A request body: right, wrong in one place, or no JSON that anybody meant. */
function bodies(operation: ContractOperation): fc.Arbitrary<string | undefined> {
  const schema = requestSchemaOf(operation);
  const broken = fc.constantFrom(
    '',
    '{',
    '[',
    '"',
    'nul',
    '{"a":1,"a":2}',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    `{"a":`.repeat(10_000),
    '\u0000',
    '﻿{}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
  );
  if (schema === undefined) return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: broken });
  const right = valid(schema, schemaAt);
  return fc.oneof(
    { weight: 3, arbitrary: right.map((value) => JSON.stringify(value)) },
    { weight: 6, arbitrary: right.chain(mutated).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: broken },
  );
}

const HEADERS = [
  'idempotency-key',
  'if-match',
  'if-none-match',
  'igny8-site-uuid',
  'igny8-home-url',
  'x-request-id',
  'traceparent',
  'content-type',
  'igny8-background',
];
/** What a header can carry at all. */
const headers = fc.dictionary(
  fc.constantFrom(...HEADERS),
  fc.oneof(
    fc.constantFrom('', '*', '""', 'W/"x"', 'application/json; charset=utf-16', 'text/plain', 'true', '"', 'x'.repeat(5_000)),
    fc.stringMatching(/^[\x21-\x7E]{0,50}$/),
  ),
  { maxKeys: 3 },
);
const queries = fc.dictionary(
  fc.constantFrom('limit', 'cursor', 'url', 'site_id', 'action', 'since', 'until', 'resource_id', 'x'),
  fc.constantFrom(...HOSTILE).map((value) => JSON.stringify(value).slice(0, 2_000)),
  { maxKeys: 2 },
);

it.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  async (_id, operation) => {
    const { path, token } = await targetOf(operation);
    await fc.assert(
      fc.asyncProperty(bodies(operation), headers, queries, async (text, more, query) => {
        const search = new URLSearchParams(query).toString();
        // Every answer is held against the contract by the client itself.
        const { status } = await app.send(operation.method, search === '' ? path : `${path}?${search}`, {
          ...(operation.id === 'login' || operation.id === 'logout' ? {} : { token }),
          ...(text === undefined || operation.method === 'GET' ? {} : { text }),
          headers: more,
        });
        statuses.push(status);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
  600_000,
);

describe('requests that no client makes', () => {
  /** Sends bytes, and gives the first line of the answer. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
      socket.setTimeout(5_000, () => socket.destroy(new Error('No answer')));
      socket.once('data', (data) => {
        const [line = ''] = data.toString('latin1').split('\r\n');
        statuses.push(Number(line.split(' ')[1]));
        resolve(line);
        socket.destroy();
      });
      socket.once('error', reject).once('close', () => {
        resolve('closed');
      });
    });

  const PATHS = [
    '/%',
    '/sites/%00/',
    '/sites/%ff/',
    '/sites/%C0%AF/',
    '/sites/..%2f..%2fetc/',
    '//sites/',
    '/sites//',
    '/sites/;x=1/',
    '/SITES/',
    '/sites/\u00e9/',
    `/sites/${'a'.repeat(8_000)}/`,
    '/sites/?limit=%ff',
    '/sites/?cursor[]=1&cursor[]=2',
    '/sites/?limit=1&limit=2',
    '/sites/?__proto__[x]=1',
    '*',
    'http://evil.example/sites/',
    '/integration/integrations/%00/content-types/post_types/%F0%28%8C%28/',
  ];
  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW'];

  it.each(METHODS)('%s on odd paths', async (method) => {
    const { apiKey } = await app.createAccount();
    for (const path of PATHS) {
      const line = await raw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${apiKey}\r\nConnection: close\r\n\r\n`);
      expect([method, path, line]).toEqual([method, path, expect.stringMatching(/^HTTP\/1\.1 [234]|^closed$/)]);
    }
  });

  it.each([
    ['two lengths', 'POST /auth/login/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a length and chunks', 'POST /auth/login/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a negative length', 'POST /auth/login/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
    ['no host', 'GET /sites/ HTTP/1.1\r\n\r\n'],
    ['a header over the limit', `GET /sites/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['a bare line feed', 'GET /sites/ HTTP/1.1\nHost: x\n\n'],
    ['nothing that is HTTP', '\u0016\u0003\u0001\u0002\u0000'],
  ])('%s', async (_what, bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 4|^closed$/);
  });
});
