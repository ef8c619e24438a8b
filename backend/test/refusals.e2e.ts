import { randomUUID } from 'node:crypto';
import type { ApiKeyCreated } from '../src/generated/contract.js';
import { type Answer, TestApp, type TestAccount } from './support/app.js';
import { type ContractOperation, operations } from './support/contract.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';

/** More than any operation takes. */
const TOO_LARGE = JSON.stringify({ name: 'x'.repeat(20_000_000) });

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;
let site: TestSite;
let apiKeyId: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
  account = await app.createAccount();
  site = await TestSite.createReady(app, account.apiKey);
  const key = await app.post<ApiKeyCreated>('/auth/api-keys/', { token: account.apiKey, body: { name: 'Mine' } });
  apiKeyId = key.body.id;
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

/** The operation on rows that are there. */
function pathOf({ path }: ContractOperation): string {
  const id = path.startsWith('/sites/') ? site.site.id : path.startsWith('/auth/') ? apiKeyId : site.integrationId;
  return path.replace('{id}', id).replace('{kind}', 'post_types').replace('{name}', 'post');
}

/** Those that declare the status, for `it.each`. */
const declaring = (status: string): [string, ContractOperation][] =>
  operations.filter(({ statuses }) => statuses.includes(status)).map((operation) => [operation.id, operation]);

function send(operation: ContractOperation, text: string, type = 'application/json'): Promise<Answer<{ code: string }>> {
  const token = operation.scope === 'public' ? {} : { token: account.apiKey };
  return app.send<{ code: string }>(operation.method, pathOf(operation), { ...token, text, headers: { 'content-type': type } });
}

describe('whatever the operation', () => {
  it.each(declaring('400'))('%s refuses what is no JSON', async (_id, operation) => {
    const { status, body } = await send(operation, '{');
    expect([status, body.code]).toEqual([400, 'malformed_request']);
  });

  it.each(declaring('413'))('%s refuses what is too large', async (_id, operation) => {
    const { status, body } = await send(operation, TOO_LARGE);
    expect([status, body.code]).toEqual([413, 'payload_too_large']);
  });

  it.each(declaring('415'))('%s refuses another media type', async (_id, operation) => {
    const { status, body } = await send(operation, 'name=x', 'application/x-www-form-urlencoded');
    expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
  });
});

describe('a key whose minute is used up', () => {
  let narrow: TestApp;
  beforeAll(async () => {
    narrow = await TestApp.start(testConfig(database.url, { IGNY8_RATE_LIMIT: '1' }));
  });
  afterAll(() => narrow.stop());

  it.each(declaring('429').filter(([, { scope }]) => scope !== 'public'))('%s says when to come back', async (_id, operation) => {
    const ask = (): Promise<Answer<{ code: string }>> =>
      narrow.send<{ code: string }>(operation.method, pathOf(operation), {
        token: account.apiKey,
        ...(operation.hasBody ? { body: {} } : {}),
      });
    // The first may be the one that there is in this minute; the minute may turn between the two.
    const answers = [await ask(), await ask(), await ask()];
    const refused = answers.find(({ status }) => status === 429);
    expect([refused?.body.code, Number(refused?.headers.get('retry-after')) > 0]).toEqual(['rate_limited', true]);
  });
});

describe('what is well-formed and wrong', () => {
  const lists = operations.filter(({ id }) => id.startsWith('list') && id !== 'listSites');

  it.each(lists.map((operation) => [operation.id, operation] as const))('%s has at least one on a page', async (_id, operation) => {
    const { status } = await app.get(`${pathOf(operation)}?limit=0`, { token: account.apiKey });
    expect(status).toBe(422);
  });

  it.each(['login', 'createIntegration', 'settleIdentity'])('%s needs its fields', async (id) => {
    const operation = operations.find((other) => other.id === id);
    if (operation === undefined) throw new Error(`There is no ${id}`);
    expect((await send(operation, '{}')).status).toBe(422);
  });

  it('a secret is not made with an Idempotency-Key that is none', async () => {
    const headers = { ...site.headers, 'idempotency-key': 'a b' };
    expect((await app.post(`${site.path}/rotate-secret/`, { token: site.apiKey, headers })).status).toBe(422);
  });

  it('a key is not rotated twice', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const rotate = (): Promise<Answer<unknown>> =>
      app.post(`/auth/api-keys/${apiKeyId}/rotate/`, { token: account.apiKey, body: { overlap_seconds: 60 }, headers });
    expect([(await rotate()).status, (await rotate()).status]).toEqual([201, 409]);
  });
});
