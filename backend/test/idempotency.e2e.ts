import { randomUUID } from 'node:crypto';
import type { ApiKeyCreated, Integration, Site, SitePage } from '../src/generated/contract.js';
import { type Answer, TestApp, type TestAccount } from './support/app.js';
import { operations } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});
beforeEach(async () => {
  account = await app.createAccount();
});

const newSite = (): object => ({ home_url: `https://${randomUUID()}.example` });

function addSite<Body = Site>(key: string, body: object, token = account.apiKey): Promise<Answer<Body>> {
  return app.post<Body>('/sites/', { token, body, headers: { 'idempotency-key': key } });
}

const sitesOf = async (token = account.apiKey): Promise<readonly Site[]> => (await app.get<SitePage>('/sites/', { token })).body.data;

describe('a request that is sent again with its Idempotency-Key', () => {
  it('is answered as the first time, and done once', async () => {
    const [key, body] = [randomUUID(), newSite()];
    const first = await addSite(key, body);
    const again = await addSite(key, body);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await sitesOf()).toHaveLength(1);
  });

  it.each(['/sites', '/%73ites/', '/sites/?'])('is the same one at %s', async (path) => {
    const [key, body] = [randomUUID(), newSite()];
    await addSite(key, body);
    const again = await app.post(path, { token: account.apiKey, body, headers: { 'idempotency-key': key } });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await sitesOf()).toHaveLength(1);
  });

  it('may not be another one', async () => {
    const key = randomUUID();
    await addSite(key, newSite());
    const other = await addSite<{ code: string }>(key, newSite());
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('is done once of many at the same moment', async () => {
    const [key, body] = [randomUUID(), newSite()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => addSite(key, body)));
    for (const { status, headers } of answers) {
      expect([201, 409]).toContain(status);
      if (status === 409) expect(['1', '2']).toContain(headers.get('retry-after'));
    }
    expect(answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotent-replayed'))).toHaveLength(1);
    expect(await sitesOf()).toHaveLength(1);
  });

  it('is tried anew when it failed', async () => {
    const key = randomUUID();
    const body = newSite();
    const existing = await addSite(randomUUID(), body);
    expect((await addSite(key, body)).status).toBe(409);
    await app.delete(`/sites/${existing.body.id}/`, { token: account.apiKey });
    expect((await addSite(key, body)).status).toBe(201);
  });

  it('does not show a secret twice', async () => {
    const send = (): Promise<Answer<ApiKeyCreated & { code: string }>> =>
      app.post('/auth/api-keys/', { token: account.apiKey, body: { name: 'Once' }, headers: { 'idempotency-key': 'once' } });
    expect((await send()).status).toBe(201);
    const again = await send();
    expect([again.status, again.body.code]).toEqual([409, 'secret_already_shown']);
    const rows = await database.query<{ answer: unknown }>(`SELECT answer FROM idempotency_key WHERE key = 'once'`);
    expect(rows).toEqual([{ answer: null }]);
  });

  it('is a matter of its own for each caller', async () => {
    const [key, body] = [randomUUID(), newSite()];
    const stranger = await app.createAccount();
    const [mine, theirs] = [await addSite(key, body), await addSite(key, body, stranger.apiKey)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.headers.has('idempotent-replayed')).toBe(false);
  });

  it.each(['', 'a b', 'ä', 'x'.repeat(256)])('needs a key of visible ASCII, not "%s"', async (key) => {
    const { status, body } = await addSite<{ code: string }>(key, newSite());
    expect([status, body.code]).toEqual([422, 'validation_failed']);
  });
});

describe('a request whose server ended in the middle', () => {
  it('is still being worked on for a minute, then taken over', async () => {
    const [key, body] = [randomUUID(), newSite()];
    await addSite(key, body);
    // As it is before anything is done.
    await database.query('DELETE FROM site');
    await database.query('UPDATE idempotency_key SET done = false, status = NULL, answer = NULL WHERE key = $1', [key]);
    const waiting = await addSite<{ code: string }>(key, body);
    expect([waiting.status, waiting.body.code, waiting.headers.get('retry-after')]).toEqual([409, 'request_in_progress', '2']);
    await database.query(`UPDATE idempotency_key SET leased_until = now() - interval '1 second' WHERE key = $1`, [key]);
    expect((await addSite(key, body)).status).toBe(201);
    expect(await sitesOf()).toHaveLength(1);
  });

  it('is not done again when it was done, though nobody heard the answer', async () => {
    const [key, body] = [randomUUID(), newSite()];
    await addSite(key, body);
    await database.query(
      `UPDATE idempotency_key SET status = NULL, answer = NULL, leased_until = now() - interval '1 hour' WHERE key = $1`,
      [key],
    );
    const again = await addSite<{ code: string }>(key, body);
    expect([again.status, again.body.code]).toEqual([409, 'answer_lost']);
    expect(await sitesOf()).toHaveLength(1);
  });

  it('does nothing any more once somebody else has taken it over', async () => {
    const site = await addSite(randomUUID(), newSite());
    const key = randomUUID();
    // The slow one stands before its first word to the database: another one takes its lease away then.
    await database.query(`
      CREATE FUNCTION take_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        UPDATE idempotency_key SET lease = gen_random_uuid() WHERE key = '${key}'; RETURN new; END $$;
      CREATE TRIGGER take_over BEFORE INSERT ON site_integration FOR EACH ROW EXECUTE FUNCTION take_over()`);
    const slow = await app.post<Integration & { code: string }>('/integration/integrations/', {
      token: account.apiKey,
      body: { site_id: site.body.id },
      headers: { 'idempotency-key': key },
    });
    await database.query('DROP FUNCTION take_over CASCADE');
    expect([slow.status, slow.body.code]).toEqual([409, 'request_in_progress']);
    expect(await database.query('SELECT id FROM site_integration WHERE site_id = $1', [site.body.id])).toEqual([]);
  });
});

it('every POST that creates takes one', () => {
  const creating = operations.filter(({ method, statuses }) => method === 'POST' && statuses.includes('201'));
  expect(creating.filter(({ takesIdempotencyKey }) => !takesIdempotencyKey).map(({ id }) => id)).toEqual([]);
});
