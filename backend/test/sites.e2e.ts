import type { AuditEventPage, Site, SitePage } from '../src/generated/contract.js';
import { TestApp, type TestAccount } from './support/app.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';
import { SPECIFICATION_PUSH, TestSite } from './support/site.js';

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
});
beforeEach(async () => {
  account = await app.createAccount();
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const add = (body: object): ReturnType<typeof app.post<Site>> => app.post<Site>('/sites/', { token: account.apiKey, body });
const find = async (url: string): Promise<Site[]> =>
  (await app.get<SitePage>(`/sites/?url=${encodeURIComponent(url)}`, { token: account.apiKey })).body.data;

it('adds a site under its normalised address and its host as a name', async () => {
  const { status, body } = await add({ home_url: 'Example.COM/' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ name: 'example.com', home_url: 'https://example.com', is_active: true, integration: null });
});

it('finds a site whatever way its address is written', async () => {
  const { body } = await add({ home_url: 'https://example.com/blog', name: 'Blog' });
  for (const url of [
    'https://example.com/blog',
    'http://example.com/blog/',
    'EXAMPLE.com/blog',
    'https://example.com:443/blog',
    'https://example.com/blog?utm=1#top',
  ]) {
    expect((await find(url)).map((site) => site.id)).toEqual([body.id]);
  }
  for (const url of ['https://example.com', 'https://example.com/Blog', 'https://www.example.com/blog', 'https://example.com:8443/blog'])
    expect(await find(url)).toEqual([]);
});

it('has each address once in an account, and names the site that has it', async () => {
  const first = await add({ home_url: 'https://example.com' });
  const second = await app.post('/sites/', { token: account.apiKey, body: { home_url: 'http://example.com/' } });
  expect(second.status).toBe(409);
  expect(second.body).toMatchObject({ code: 'site_exists', detail: 'https://example.com is already here.', existing_id: first.body.id });
  const other = await app.createAccount();
  expect((await app.post('/sites/', { token: other.apiKey, body: { home_url: 'https://example.com' } })).status).toBe(201);
});

it('adds a site once when two add it at the same moment', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.send<Site>('POST', '/sites/', { token: account.apiKey, body: { home_url: 'https://example.com' } }),
    ),
  );
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array<number>(7).fill(409)]);
});

it.each([
  'ftp://example.com',
  'https://',
  'https://user:secret@example.com',
  'javascript:alert(1)',
  'not a url',
  'https://exa mple.com',
  `https://example.com/${'a'.repeat(2040)}`,
])('refuses %s as an address', async (home_url) => {
  const { status, body } = await app.post('/sites/', { token: account.apiKey, body: { home_url } });
  expect([status, body.code]).toEqual([422, 'validation_failed']);
  expect(body.errors?.[0]?.pointer).toBe('/home_url');
});

it('changes only what is sent', async () => {
  const { body } = await add({ home_url: 'https://example.com', name: 'Old' });
  const renamed = await app.patch<Site>(`/sites/${body.id}/`, { token: account.apiKey, body: { name: 'New' } });
  expect(renamed.body).toMatchObject({ name: 'New', home_url: 'https://example.com', is_active: true });
  const moved = await app.patch<Site>(`/sites/${body.id}/`, { token: account.apiKey, body: { home_url: 'https://new.example' } });
  expect(moved.body).toMatchObject({ name: 'New', home_url: 'https://new.example' });
  // What is the same already is no change.
  await app.patch(`/sites/${body.id}/`, {
    token: account.apiKey,
    body: { name: 'New', home_url: 'https://new.example/', is_active: true },
  });
  const events = await app.get<AuditEventPage>(`/audit-events/?resource_id=${body.id}`, { token: account.apiKey });
  expect(events.body.data.map(({ metadata }) => metadata)).toEqual([{ fields: ['home_url'] }, { fields: ['name'] }, {}]);
});

it('does not change the address of a connected site', async () => {
  const site = await TestSite.createReady(app, account.apiKey);
  const { status, body } = await app.patch(`/sites/${site.site.id}/`, {
    token: account.apiKey,
    body: { home_url: 'https://elsewhere.example' },
  });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/home_url']);
});

it('shows each site with its integration and what it sums up to, but not a temporary one', async () => {
  const site = await TestSite.create(app, account.apiKey);
  expect((await app.get<Site>(`/sites/${site.site.id}/`, { token: account.apiKey })).body.integration).toBeNull();
  await site.connect(account.apiKey);
  await site.push(SPECIFICATION_PUSH);
  const { body } = await app.get<SitePage>('/sites/', { token: account.apiKey });
  // Enabled at first: posts, pages, categories and tags.
  expect(body.data[0]?.integration).toMatchObject({
    id: site.integrationId,
    status: 'ready',
    totals: { count: 123 + 45 + 12 + 89, synced_count: 0 },
  });
});

it('deletes a site with all that is stored of it, and ends its key', async () => {
  const site = await TestSite.createReady(app, account.apiKey);
  expect((await app.delete(`/sites/${site.site.id}/`, { token: account.apiKey })).status).toBe(204);
  expect((await app.get(`/sites/${site.site.id}/`, { token: account.apiKey })).status).toBe(404);
  expect((await app.get('/auth/me/', { token: site.apiKey })).status).toBe(401);
  for (const table of ['site_integration', 'content_type_setting', 'structure_change']) {
    expect(
      await database.query(`SELECT FROM ${table} WHERE ${table === 'site_integration' ? 'id' : 'integration_id'} = $1`, [
        site.integrationId,
      ]),
    ).toEqual([]);
  }
});

it('goes through pages without missing or repeating a site', async () => {
  for (let i = 0; i < 5; i++) await add({ home_url: `https://site-${String(i)}.example` });
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await app.get<SitePage>(`/sites/?limit=2${cursor}`, { token: account.apiKey });
    seen.push(...body.data.map((site) => site.home_url));
    if (body.next_cursor === null) break;
    cursor = `&cursor=${body.next_cursor}`;
  }
  expect(seen).toEqual([4, 3, 2, 1, 0].map((i) => `https://site-${String(i)}.example`));
});

it.each(['limit=0', 'limit=101', 'limit=x', 'cursor=x', 'url='])('says what is wrong with ?%s', async (query) => {
  const { status, body } = await app.get(`/sites/?${query}`, { token: account.apiKey });
  expect([status, body.errors?.[0]?.pointer]).toEqual([422, `#${query.split('=')[0] ?? ''}`]);
});

it('are not found before their body is looked at', async () => {
  const { body } = await add({ home_url: 'https://example.com' });
  const other = await app.createAccount();
  expect((await app.patch(`/sites/${body.id}/`, { token: other.apiKey, body: { is_active: 'x' } })).status).toBe(404);
  expect((await app.patch(`/sites/${body.id}/`, { token: account.apiKey, body: { is_active: 'x' } })).status).toBe(422);
});

it('give an address to one of two that move there at the same moment', async () => {
  const sites = await Promise.all(['https://a.example', 'https://b.example'].map((home_url) => add({ home_url })));
  const moves = await Promise.all(
    sites.map(({ body }) => app.patch(`/sites/${body.id}/`, { token: account.apiKey, body: { home_url: 'https://new.example' } })),
  );
  expect(moves.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(moves.find(({ status }) => status === 409)?.body.code).toBe('site_exists');
});

it('are changed many at once with few connections to the database', async () => {
  const small = await TestApp.start(testConfig(database.url, { IGNY8_DATABASE_CONNECTIONS: '2' }));
  try {
    const sites = await Promise.all(Array.from({ length: 8 }, () => TestSite.createReady(app, account.apiKey)));
    const since = performance.now();
    const changes = await Promise.all(
      sites.map(({ site }) => small.patch(`/sites/${site.id}/`, { token: account.apiKey, body: { name: 'Renamed' } })),
    );
    expect(changes.map(({ status }) => status)).toEqual(sites.map(() => 200));
    expect(performance.now() - since).toBeLessThan(4_000);
  } finally {
    await small.stop();
  }
});

it('are deleted while a site connects, with no key left that works', async () => {
  for (let i = 0; i < 5; i++) {
    const site = await TestSite.create(app, account.apiKey);
    const [connected, deleted] = await Promise.all([
      app.post<{ api_key?: string }>(`${site.path}/connect/`, { token: account.apiKey, body: site.connectBody() }),
      app.delete(`${site.path}/`, { token: account.apiKey }),
    ]);
    expect([200, 404]).toContain(connected.status);
    expect(deleted.status).toBe(204);
    const key = connected.body.api_key;
    if (key !== undefined) expect((await app.get('/auth/me/', { token: key })).status).toBe(401);
  }
});
