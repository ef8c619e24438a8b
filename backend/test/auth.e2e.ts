import type { ApiKeyCreated, ApiKeyPage, Me, Session } from '../src/generated/contract.js';
import { TestApp, type TestAccount } from './support/app.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';
import { until } from './support/until.js';

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
  account = await app.createAccount();
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const login = (email: string, password: string): ReturnType<typeof app.post<Session>> =>
  app.post<Session>('/auth/login/', { body: { email, password } });

describe('signing in', () => {
  it('opens a session that says who one is', async () => {
    const session = await login(account.email, account.password);
    expect(session.status).toBe(200);
    const me = await app.get<Me>('/auth/me/', { token: session.body.token });
    expect(me.body).toMatchObject({
      account: { id: account.accountId, name: 'Example Agency' },
      user: { id: account.userId, email: account.email },
      api_key: null,
    });
    expect(me.body.scopes).toContain('sites:write');
  });

  it('does not care about upper and lower case in the e-mail', async () => {
    expect((await login(account.email.toUpperCase(), account.password)).status).toBe(200);
  });

  it('refuses a wrong password and an unknown e-mail in the same words', async () => {
    const wrong = await app.post('/auth/login/', { body: { email: account.email, password: 'wrong' } });
    const unknown = await app.post('/auth/login/', { body: { email: 'nobody@example.com', password: 'wrong' } });
    for (const { status, body } of [wrong, unknown]) {
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'credentials_invalid', detail: 'Email or password is wrong.' });
    }
  });

  it('stores no password and no token in clear', async () => {
    const { body } = await login(account.email, account.password);
    const stored = JSON.stringify([
      await database.query('SELECT * FROM app_user'),
      await database.query('SELECT * FROM session'),
      await database.query('SELECT * FROM api_key'),
    ]);
    expect(stored).toContain('$argon2id$');
    for (const secret of [account.password, body.token, account.apiKey]) expect(stored).not.toContain(secret);
  });

  it('ends with signing out, at once', async () => {
    const { body } = await login(account.email, account.password);
    expect((await app.post('/auth/logout/', { token: body.token })).status).toBe(204);
    expect((await app.get('/auth/me/', { token: body.token })).status).toBe(401);
  });

  it('ends after 12 h without use and after 30 days at the latest', async () => {
    const idle = await login(account.email, account.password);
    await database.query(
      `UPDATE session SET last_used_at = now() - interval '12 hours 1 minute' WHERE id = (SELECT id FROM session ORDER BY id DESC LIMIT 1)`,
    );
    expect((await app.get('/auth/me/', { token: idle.body.token })).body).toMatchObject({
      code: 'unauthenticated',
      reason: 'expired',
      detail: 'The session has expired.',
    });

    const old = await login(account.email, account.password);
    expect(Date.parse(old.body.expires_at) - Date.now()).toBeCloseTo(30 * 24 * 3600_000, -5);
    await database.query(
      `UPDATE session SET expires_at = now() - interval '1 minute' WHERE id = (SELECT id FROM session ORDER BY id DESC LIMIT 1)`,
    );
    expect((await app.get('/auth/me/', { token: old.body.token })).status).toBe(401);
  });

  it('is kept alive by use, but not by a page that polls', async () => {
    const lastUse = async (): Promise<string> =>
      (
        await database.query<{ last_used_at: Date }>('SELECT last_used_at FROM session ORDER BY id DESC LIMIT 1')
      )[0]?.last_used_at.toISOString() ?? '';
    const { body } = await login(account.email, account.password);
    await database.query(
      `UPDATE session SET last_used_at = now() - interval '1 hour' WHERE id = (SELECT id FROM session ORDER BY id DESC LIMIT 1)`,
    );
    const before = await lastUse();
    await app.get('/auth/me/', { token: body.token, headers: { 'igny8-background': 'true' } });
    await app.flushLastUse();
    expect(await lastUse()).toBe(before);
    await app.get('/auth/me/', { token: body.token });
    await app.flushLastUse();
    expect(Date.parse(await lastUse())).toBeGreaterThan(Date.parse(before) + 3_000_000);
  });
});

describe('API keys', () => {
  const create = (body: object, token = account.apiKey): ReturnType<typeof app.post<ApiKeyCreated>> =>
    app.post<ApiKeyCreated>('/auth/api-keys/', { token, body });

  it('are shown once, and by their beginning from then on', async () => {
    const { status, body } = await create({ name: 'Deploy script', scopes: ['sites:read'] });
    expect(status).toBe(201);
    expect(body.api_key).toMatch(/^igny8_[0-9A-Za-z]{38}$/);
    expect(body.api_key.startsWith(body.prefix)).toBe(true);
    expect(body.prefix).toHaveLength(13);
    const list = await app.get<ApiKeyPage>('/auth/api-keys/', { token: account.apiKey });
    expect(JSON.stringify(list.body)).not.toContain(body.api_key);
    expect(list.body.data[0]).toMatchObject({ id: body.id, name: 'Deploy script', prefix: body.prefix, scopes: ['sites:read'] });
  });

  it('come in pages, newest first, each key once', async () => {
    const own = await app.createAccount();
    for (let i = 1; i <= 4; i++) await create({ name: `Key ${String(i)}` }, own.apiKey);
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: ApiKeyPage } = await app.get<ApiKeyPage>(`/auth/api-keys/?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`, {
        token: own.apiKey,
      });
      names.push(...page.body.data.map((key) => key.name));
      cursor = page.body.next_cursor;
    }
    expect(names).toEqual(['Key 4', 'Key 3', 'Key 2', 'Key 1', 'First key']);
  });

  it('pass on only scopes that their maker has', async () => {
    const limited = await create({ name: 'Limited', scopes: ['api_keys:write', 'sites:read'] });
    const more = await app.post('/auth/api-keys/', { token: limited.body.api_key, body: { name: 'More', scopes: ['sites:write'] } });
    expect(more.status).toBe(422);
    expect(more.body.errors).toEqual([
      { pointer: '/scopes/0', code: 'scope', message: 'is a scope that you do not have yourself: sites:write' },
    ]);
    const same = await create({ name: 'Same' }, limited.body.api_key);
    expect(same.body.scopes.toSorted()).toEqual(['api_keys:write', 'sites:read']);
  });

  it('end when they were told to, and not before', async () => {
    const past = await app.post('/auth/api-keys/', { token: account.apiKey, body: { name: 'Past', expires_at: '2020-01-01T00:00:00Z' } });
    expect(past.status).toBe(422);
    const { body } = await create({ name: 'Soon over', expires_at: new Date(Date.now() + 60_000).toISOString() });
    expect((await app.get('/auth/me/', { token: body.api_key })).status).toBe(200);
    await database.query(`UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1`, [body.id]);
    await until(async () => (await app.get('/auth/me/', { token: body.api_key })).status === 401, 1_500);
    expect((await app.get('/auth/me/', { token: body.api_key })).body.detail).toBe('The API key has expired.');
  });

  it('are refused everywhere within a second of being revoked', async () => {
    const other = await TestApp.start(database.config);
    try {
      const { body } = await create({ name: 'To revoke' });
      const busy = async (): Promise<number> => (await other.get('/auth/me/', { token: body.api_key })).status;
      for (let i = 0; i < 20; i++) expect(await busy()).toBe(200);
      const revoked = await app.delete(`/auth/api-keys/${body.id}/`, { token: account.apiKey });
      const since = performance.now();
      expect(revoked.status).toBe(204);
      expect((await app.get('/auth/me/', { token: body.api_key })).status).toBe(401);
      await until(async () => (await busy()) === 401, 2_000);
      expect(performance.now() - since).toBeLessThan(1_100);
      expect((await other.get('/auth/me/', { token: body.api_key })).body.detail).toBe('The API key was revoked.');
    } finally {
      await other.stop();
    }
  });

  it('overlap with their successor when they are rotated', async () => {
    const { body } = await create({ name: 'Rotating', scopes: ['sites:read'] });
    const { status, body: successor } = await app.post<ApiKeyCreated>(`/auth/api-keys/${body.id}/rotate/`, {
      token: account.apiKey,
      body: { overlap_seconds: 60 },
    });
    expect(status).toBe(201);
    expect(successor).toMatchObject({ name: 'Rotating', scopes: ['sites:read'] });
    for (const key of [body, successor]) expect((await app.get('/auth/me/', { token: key.api_key })).status).toBe(200);
    const me = await app.get<Me>('/auth/me/', { token: body.api_key });
    expect(Date.parse(me.body.api_key?.expires_at ?? '') - Date.now()).toBeLessThan(61_000);
    await app.delete(`/auth/api-keys/${body.id}/`, { token: account.apiKey });
    expect((await app.post(`/auth/api-keys/${body.id}/rotate/`, { token: account.apiKey, body: {} })).status).toBe(422);
  });

  it('are not rotated by somebody who may do less than they', async () => {
    const { body: all } = await create({ name: 'May do everything' });
    const { body: little } = await create({ name: 'May make keys', scopes: ['api_keys:write'] });
    const { status, body } = await app.post(`/auth/api-keys/${all.id}/rotate/`, { token: little.api_key, body: {} });
    expect([status, body.code]).toEqual([403, 'scope_missing']);
    expect(body.required_scope).toMatch(/:(read|write)$/);
    expect((await app.get('/auth/me/', { token: all.api_key })).status).toBe(200);
  });

  it('are rotated again when the answer was lost: the key that nobody got ends, and the new one lives as long as it should', async () => {
    const { body } = await create({ name: 'Rotated twice' });
    const rotate = (): ReturnType<typeof app.post<ApiKeyCreated>> =>
      app.post<ApiKeyCreated>(`/auth/api-keys/${body.id}/rotate/`, { token: account.apiKey, body: {} });
    const lost = await rotate();
    const found = await rotate();
    expect(found.body.expires_at).toBeNull();
    expect((await app.get('/auth/me/', { token: lost.body.api_key })).body.reason).toBe('revoked');
    expect((await app.get('/auth/me/', { token: found.body.api_key })).status).toBe(200);
    await app.flushLastUse();
    const third = await rotate();
    for (const key of [found, third]) expect((await app.get('/auth/me/', { token: key.body.api_key })).status).toBe(200);
  });

  it('are not found before their body is looked at', async () => {
    const other = await app.createAccount();
    const { body } = await create({ name: 'Of the first account' });
    expect((await app.post(`/auth/api-keys/${body.id}/rotate/`, { token: other.apiKey, body: { overlap_seconds: 'x' } })).status).toBe(404);
    expect((await app.post(`/auth/api-keys/${body.id}/rotate/`, { token: account.apiKey, body: { overlap_seconds: 'x' } })).status).toBe(
      422,
    );
  });

  it('say when they were used last, to the minute', async () => {
    const { body } = await create({ name: 'Used' });
    await app.get('/auth/me/', { token: body.api_key });
    await app.flushLastUse();
    const me = await app.get<Me>('/auth/me/', { token: body.api_key });
    expect(Date.now() - Date.parse(me.body.api_key?.last_used_at ?? '')).toBeLessThan(10_000);
  });

  it('are told apart from noise without asking the database', async () => {
    const good = account.apiKey;
    const mistyped = `${good.slice(0, -1)}${good.endsWith('a') ? 'b' : 'a'}`;
    for (const token of ['', 'x', 'igny8_nonsense', mistyped, `${good}x`, 'session_short']) {
      const { status, body } = await app.get('/auth/me/', { token });
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    }
  });
});

describe('a key that is bound to a site', () => {
  it('reaches that site and nothing else of the account', async () => {
    const [site, neighbour] = [await TestSite.createReady(app, account.apiKey), await TestSite.createReady(app, account.apiKey)];
    expect((await site.push()).status).toBe(200);
    expect((await app.post(`${neighbour.path}/update-structure/`, { token: site.apiKey, body: {} })).status).toBe(404);
    for (const path of ['/sites/', '/auth/api-keys/', '/integration/integrations/']) {
      expect((await app.get(path, { token: site.apiKey })).body.code).toBe('scope_missing');
    }
  });
});
