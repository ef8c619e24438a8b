import type {
  ContentTypes,
  IntegrationDetail,
  StructureChangePage,
  UpdateStructureRequest,
  UpdateStructureResult,
} from '../src/generated/contract.js';
import { TestApp, type TestAccount } from './support/app.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { SPECIFICATION_PUSH, TestSite } from './support/site.js';

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;
let token: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
  account = await app.createAccount();
  token = account.apiKey;
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const contentTypes = async (site: TestSite): Promise<ContentTypes> =>
  (await app.get<ContentTypes>(`${site.path}/content-types/`, { token })).body;
const configJson = async (site: TestSite): Promise<IntegrationDetail['config_json']> =>
  (await app.get<IntegrationDetail>(`${site.path}/`, { token })).body.config_json;
const changes = async (site: TestSite): Promise<StructureChangePage['data']> =>
  (await app.get<StructureChangePage>(`${site.path}/structure-changes/`, { token })).body.data;
const auditOf = (site: TestSite): Promise<{ action: string }[]> =>
  database.query(`SELECT action FROM audit_event WHERE resource_id = $1 ORDER BY id`, [site.integrationId]);

/** The specification's push with other numbers of posts. */
const withPosts = (count: number, more: Partial<UpdateStructureRequest> = {}): UpdateStructureRequest => ({
  ...SPECIFICATION_PUSH,
  post_types: { ...SPECIFICATION_PUSH.post_types, post: { label: 'Posts', count } },
  ...more,
});

const without = (name: string): UpdateStructureRequest => ({
  ...SPECIFICATION_PUSH,
  post_types: Object.fromEntries(Object.entries(SPECIFICATION_PUSH.post_types).filter(([type]) => type !== name)),
});

describe('a push', () => {
  it('is complete as the specification has it, with nothing but the Bearer key', async () => {
    const site = await TestSite.create(app, token);
    const { status, body } = await app.post<UpdateStructureResult>(`${site.path}/update-structure/`, { token, body: SPECIFICATION_PUSH });
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: 'stored', status: 'ready', removed: [], changed: [] });
    expect(body.added.map(({ kind, name, count }) => [kind, name, count])).toEqual([
      ['post_types', 'post', 123],
      ['post_types', 'page', 45],
      ['post_types', 'product', 67],
      ['taxonomies', 'category', 12],
      ['taxonomies', 'post_tag', 89],
    ]);
    expect(body.settings.post_types).toEqual({
      post: { enabled: true, fetch_limit: 100, include_private: false },
      page: { enabled: true, fetch_limit: 100, include_private: false },
      product: { enabled: false, fetch_limit: 100, include_private: false },
    });
  });

  it('is kept in exactly the shape of the specification, with the settings laid over it', async () => {
    const site = await TestSite.createReady(app, token);
    const stored = await configJson(site);
    expect(Object.keys(stored).toSorted()).toEqual(['content_types', 'plugin_connection_enabled', 'two_way_sync_enabled']);
    expect(Object.keys(stored.content_types).toSorted()).toEqual(['last_structure_fetch', 'post_types', 'taxonomies']);
    expect(stored.content_types.post_types.post).toEqual({ label: 'Posts', count: 123, enabled: true, fetch_limit: 100 });
    expect(stored).toMatchObject({ plugin_connection_enabled: true, two_way_sync_enabled: true });
    const [row] = await database.query<{ config_json: typeof stored }>('SELECT config_json FROM site_integration WHERE id = $1', [
      site.integrationId,
    ]);
    expect(row?.config_json.content_types.post_types.post).toEqual({ label: 'Posts', count: 123 });
    expect(Object.keys(row?.config_json ?? {}).toSorted()).toEqual(Object.keys(stored).toSorted());
  });

  it('keeps the order in which the site lists its types', async () => {
    const site = await TestSite.createReady(app, token);
    const { post_types, taxonomies } = await contentTypes(site);
    expect(Object.keys(post_types)).toEqual(['post', 'page', 'product']);
    expect(Object.keys(taxonomies)).toEqual(['category', 'post_tag']);
  });

  it('that says the same again only renews the time, and writes nothing else', async () => {
    const site = await TestSite.createReady(app, token);
    const before = await contentTypes(site);
    const [written] = await database.query<{ config_json: string }>('SELECT config_json::text FROM site_integration WHERE id = $1', [
      site.integrationId,
    ]);
    const audited = await auditOf(site);
    const { body } = await site.push({
      ...SPECIFICATION_PUSH,
      taxonomies: Object.fromEntries(Object.entries(SPECIFICATION_PUSH.taxonomies).toReversed()),
    });
    expect(body).toMatchObject({
      result: 'unchanged',
      added: [],
      removed: [],
      changed: [],
      settings: { taxonomies: { category: { enabled: true } } },
    });
    const after = await contentTypes(site);
    expect(Date.parse(after.last_structure_fetch ?? '')).toBeGreaterThan(Date.parse(before.last_structure_fetch ?? ''));
    expect(Date.parse(after.stale_at ?? '') - Date.parse(after.last_structure_fetch ?? '')).toBe(36 * 3600_000);
    const [now] = await database.query<{ config_json: string }>('SELECT config_json::text FROM site_integration WHERE id = $1', [
      site.integrationId,
    ]);
    expect(now?.config_json).toBe(written?.config_json);
    expect((await configJson(site)).content_types.last_structure_fetch).toBe(after.last_structure_fetch);
    expect(await changes(site)).toHaveLength(1);
    expect(await auditOf(site)).toEqual(audited);
  });

  it('says what was added, removed and changed, and the history keeps it with who did it', async () => {
    const site = await TestSite.createReady(app, token);
    const { product, ...rest } = SPECIFICATION_PUSH.post_types;
    const { body } = await site.push({
      ...SPECIFICATION_PUSH,
      post_types: { ...rest, post: { label: 'Articles', count: 124 }, event: { label: 'Events', count: 3 } },
    });
    const expected = {
      added: [{ kind: 'post_types', name: 'event', label: 'Events', count: 3 }],
      removed: [{ kind: 'post_types', name: 'product', label: 'Products', count: 67 }],
      changed: [{ kind: 'post_types', name: 'post', label: 'Articles', count: 124, previous_label: 'Posts', previous_count: 123 }],
    };
    expect(body).toMatchObject({ result: 'stored', ...expected });
    const [last] = await changes(site);
    expect(last).toMatchObject({ ...expected, actor: { kind: 'api_key', name: site.site.name } });
    expect((await auditOf(site)).at(-1)?.action).toBe('structure.changed');
  });

  it('notices a draft that was published although the total stands still', async () => {
    const site = await TestSite.createReady(
      app,
      token,
      withPosts(10, { post_types: { post: { label: 'Posts', count: 10, statuses: { publish: 7, draft: 3 } } } }),
    );
    const { body } = await site.push(
      withPosts(10, { post_types: { post: { label: 'Posts', count: 10, statuses: { publish: 8, draft: 2 } } } }),
    );
    expect(body.result).toBe('stored');
    expect((await contentTypes(site)).post_types.post?.statuses).toEqual({ publish: 8, draft: 2 });
  });

  it('with only one kind leaves the other as it was; an empty kind is none', async () => {
    const site = await TestSite.createReady(app, token);
    expect((await site.push({ taxonomies: { category: { label: 'Categories', count: 13 } } })).body).toMatchObject({
      result: 'stored',
      removed: [{ name: 'post_tag' }],
    });
    expect(Object.keys((await configJson(site)).content_types.post_types)).toEqual(['post', 'page', 'product']);
    expect((await site.push({ taxonomies: {} })).body.removed).toMatchObject([{ name: 'category' }]);
    expect((await configJson(site)).content_types.taxonomies).toEqual({});
  });

  it('with only the switches changes them and nothing of the structure', async () => {
    const site = await TestSite.createReady(app, token);
    const before = await contentTypes(site);
    expect((await site.push({ plugin_connection_enabled: false })).body).toMatchObject({
      result: 'stored',
      status: 'ready',
      last_structure_fetch: before.last_structure_fetch,
    });
    expect(await contentTypes(site)).toMatchObject({
      plugin_connection_enabled: false,
      two_way_sync_enabled: true,
      last_structure_fetch: before.last_structure_fetch,
    });
    expect(await configJson(site)).toMatchObject({
      plugin_connection_enabled: false,
      content_types: { post_types: { post: { count: 123 } } },
    });
    const [row] = await database.query<{ config_json: object }>('SELECT config_json FROM site_integration WHERE id = $1', [
      site.integrationId,
    ]);
    expect(row?.config_json).toMatchObject({ plugin_connection_enabled: false, two_way_sync_enabled: true });
  });

  it('with only the switches does not make a site ready', async () => {
    const site = await TestSite.create(app, token);
    await site.connect(token);
    expect((await site.push({ two_way_sync_enabled: true })).body).toMatchObject({
      result: 'stored',
      status: 'structure_syncing',
      last_structure_fetch: null,
    });
  });

  it('starts with sync on and two-way sync off', async () => {
    const site = await TestSite.create(app, token);
    expect(await contentTypes(site)).toEqual({
      post_types: {},
      taxonomies: {},
      last_structure_fetch: null,
      stale_at: null,
      plugin_connection_enabled: true,
      two_way_sync_enabled: false,
    });
  });

  it('of a site with nothing at all is stored all the same', async () => {
    const site = await TestSite.createReady(app, token, { post_types: {}, taxonomies: {} });
    expect(await contentTypes(site)).toMatchObject({ post_types: {}, taxonomies: {} });
    expect((await app.get<IntegrationDetail>(`${site.path}/`, { token })).body.status).toBe('ready');
  });
});

describe('the order of pushes', () => {
  const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

  it('is that of collecting: an older push after a newer one changes nothing and says so', async () => {
    const site = await TestSite.createReady(app, token, withPosts(200, { collected_at: at(-1) }));
    const { body } = await site.push(withPosts(100, { collected_at: at(-2), plugin_connection_enabled: false }));
    expect(body).toMatchObject({
      result: 'outdated',
      added: [],
      removed: [],
      changed: [],
      settings: { post_types: { post: { enabled: true } } },
    });
    expect(await contentTypes(site)).toMatchObject({ post_types: { post: { count: 200 } }, plugin_connection_enabled: true });
    expect(await changes(site)).toHaveLength(1);
  });

  it('takes the time of receipt from a site whose clock is ahead', async () => {
    const site = await TestSite.createReady(app, token, withPosts(1, { collected_at: at(600) }));
    expect((await site.push(withPosts(2, { collected_at: at(0) }))).body.result).toBe('stored');
    expect((await site.push(withPosts(3, { collected_at: at(4) }))).body.result).toBe('stored');
    expect((await site.push(withPosts(4, { collected_at: at(3) }))).body.result).toBe('outdated');
  });

  it('holds when pushes come at the same moment: the newest stands, and each change is written once', async () => {
    const site = await TestSite.createReady(app, token, withPosts(0, { collected_at: at(-60) }));
    const counts = Array.from({ length: 20 }, (_, i) => i + 1);
    const answers = await Promise.all(counts.map((count) => site.push(withPosts(count, { collected_at: at(-30 + count) }))));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect((await contentTypes(site)).post_types.post?.count).toBe(20);
    const history = (await changes(site)).toReversed().slice(1);
    // Each line goes on from the one before: nothing was compared with what it did not replace.
    let previous = 0;
    for (const { changed } of history) {
      expect(changed).toMatchObject([{ name: 'post', previous_count: previous }]);
      previous = changed[0]?.count ?? -1;
    }
    expect(previous).toBe(20);
    expect(history).toHaveLength(answers.filter(({ body }) => body.result === 'stored').length);
  });

  it('the same push many times at the same moment is stored once', async () => {
    const site = await TestSite.create(app, token);
    await site.connect(token);
    const answers = await Promise.all(Array.from({ length: 10 }, () => site.push()));
    expect(answers.map(({ body }) => body.result).toSorted()).toEqual(['stored', ...Array<string>(9).fill('unchanged')]);
    expect(await changes(site)).toHaveLength(1);
  });
});

describe('settings', () => {
  const set = (site: TestSite, name: string, body: object): Promise<unknown> =>
    app.patch(`${site.path}/content-types/post_types/${name}/`, { token, body, headers: { 'if-match': '*' } });

  it('survive every push, also one in which the type is missing', async () => {
    const site = await TestSite.createReady(app, token);
    await set(site, 'product', { enabled: true, fetch_limit: 5_000, include_private: true });
    await site.push(without('product'));
    const vanished = (await contentTypes(site)).post_types.product;
    expect(vanished).toMatchObject({ label: 'Products', count: null, enabled: true, fetch_limit: 5_000, is_current: false });
    expect((await configJson(site)).content_types.post_types).not.toHaveProperty('product');
    const { body } = await site.push({
      ...SPECIFICATION_PUSH,
      post_types: { ...SPECIFICATION_PUSH.post_types, product: { label: 'Goods', count: 68, enabled: false, fetch_limit: 1 } },
    });
    expect(body).toMatchObject({
      added: [{ name: 'product' }],
      settings: { post_types: { product: { enabled: true, fetch_limit: 5_000, include_private: true } } },
    });
    expect((await contentTypes(site)).post_types.product).toMatchObject({ label: 'Goods', count: 68, enabled: true, is_current: true });
  });

  it('of types that a site makes up anew each day do not pile up, but for those that somebody has changed', async () => {
    const site = await TestSite.createReady(app, token);
    await set(site, 'product', { enabled: true });
    for (let day = 0; day < 4; day++) {
      const made = Array.from({ length: 499 }, (_, i) => [`made_${String(day)}_${String(i)}`, { label: 'Made', count: 1 }]);
      await site.push({ post_types: Object.fromEntries(made) as Record<string, { label: string; count: number }>, taxonomies: {} });
    }
    const kept = Object.keys((await contentTypes(site)).post_types);
    expect(kept.length).toBeLessThanOrEqual(1_000);
    expect(kept).toEqual(expect.arrayContaining(['product', 'made_3_0', 'made_3_498']));
  });

  it('follow the suggestion of a push for a type never seen before, and for no other', async () => {
    const site = await TestSite.createReady(app, token, {
      post_types: {
        post: { label: 'Posts', count: 1, enabled: false, fetch_limit: null },
        event: { label: 'Events', count: 2, enabled: true, fetch_limit: 7 },
      },
      taxonomies: {},
    });
    const suggested = (await contentTypes(site)).post_types;
    expect(suggested.post).toMatchObject({ enabled: false, fetch_limit: null });
    expect(suggested.event).toMatchObject({ enabled: true, fetch_limit: 7 });
    await site.push({
      post_types: { post: { label: 'Posts', count: 2, enabled: true, fetch_limit: 9 }, event: { label: 'Events', count: 2 } },
      taxonomies: {},
    });
    expect((await contentTypes(site)).post_types.post).toMatchObject({ count: 2, enabled: false, fetch_limit: null });
  });

  it('keep the last label of a type that has vanished', async () => {
    const site = await TestSite.createReady(app, token);
    await site.push({ ...SPECIFICATION_PUSH, post_types: { ...SPECIFICATION_PUSH.post_types, product: { label: 'Goods', count: 67 } } });
    await site.push(without('product'));
    expect((await contentTypes(site)).post_types.product?.label).toBe('Goods');
  });
});

describe('the counts of what is synced', () => {
  it('come from content_count', async () => {
    const site = await TestSite.createReady(app, token);
    await database.query(
      `INSERT INTO content_count (integration_id, kind, name, synced_count) VALUES ($1, 'post_types', 'post', 45), ($1, 'taxonomies', 'category', 10)`,
      [site.integrationId],
    );
    const { post_types, taxonomies } = await contentTypes(site);
    expect([post_types.post?.synced_count, post_types.page?.synced_count, taxonomies.category?.synced_count]).toEqual([45, 0, 10]);
    const { body } = await app.get<IntegrationDetail>(`${site.path}/`, { token });
    expect(body.totals).toEqual({ count: 123 + 45 + 12 + 89, synced_count: 55 });
  });

  it('add up to no more than a number can hold', async () => {
    const huge = { label: 'Huge', count: Number.MAX_SAFE_INTEGER, enabled: true };
    const site = await TestSite.createReady(app, token, { post_types: { one: huge, two: huge }, taxonomies: {} });
    const { body } = await app.get<IntegrationDetail>(`${site.path}/`, { token });
    expect(body.totals).toEqual({ count: Number.MAX_SAFE_INTEGER, synced_count: 0 });
  });
});

describe('the ETag of the content types', () => {
  it('answers 304 until something changes', async () => {
    const site = await TestSite.createReady(app, token);
    const first = await app.get(`${site.path}/content-types/`, { token });
    const etag = first.headers.get('etag') ?? '';
    const again = (headers: Record<string, string>): Promise<{ status: number; headers: Headers }> =>
      app.get(`${site.path}/content-types/`, { token, headers });
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) expect((await again({ 'if-none-match': known })).status).toBe(304);
    expect((await again({ 'if-none-match': '"other"' })).status).toBe(200);
    await site.push(withPosts(124));
    const changed = await again({ 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });
});

describe('what a push may not be', () => {
  const refused = async (site: TestSite, body: string): Promise<{ status: number; code: string; pointers: (string | undefined)[] }> => {
    const answer = await app.post(`${site.path}/update-structure/`, { token: site.apiKey, headers: site.headers, text: body });
    return { status: answer.status, code: answer.body.code, pointers: (answer.body.errors ?? []).map((error) => error.pointer) };
  };
  const types = (entries: string): string => `{"post_types": {${entries}}, "taxonomies": {}}`;
  const ok = '"label": "X", "count": 1';

  it.each([
    ['a name that reaches the prototype', types(`"__proto__": {${ok}}`), '/post_types/__proto__'],
    ['a name with a NUL character', types(`"po\\u0000st": {${ok}}`), '/post_types/po\uFFFDst'],
    ['a name with half of a surrogate pair', `{"taxonomies": {"a\\ud800": {${ok}}}}`, '/taxonomies/a\uFFFD'],
    [
      'a value below a name with half of a surrogate pair',
      `{"taxonomies": {"a\\ud800": {"label": 1, "count": 1}}}`,
      '/taxonomies/a\uFFFD/label',
    ],
    ['a post type of over 20 characters', types(`"${'a'.repeat(21)}": {${ok}}`), `/post_types/${'a'.repeat(21)}`],
    ['a taxonomy of over 32 characters', `{"taxonomies": {"${'ä'.repeat(33)}": {${ok}}}}`, `/taxonomies/${'ä'.repeat(33)}`],
    ['an empty name', types(`"": {${ok}}`), '/post_types/'],
    ['a label with a NUL character', types('"post": {"label": "a\\u0000b", "count": 1}'), '/post_types/post/label'],
    ['a label with half of a surrogate pair', types('"post": {"label": "a\\udfff", "count": 1}'), '/post_types/post/label'],
    ['a label of over 200 characters', types(`"post": {"label": "${'x'.repeat(201)}", "count": 1}`), '/post_types/post/label'],
    ['a negative count', types('"post": {"label": "X", "count": -1}'), '/post_types/post/count'],
    ['a fraction of a post', types('"post": {"label": "X", "count": 1.5}'), '/post_types/post/count'],
    ['more than a number can hold', types('"post": {"label": "X", "count": 9007199254740992}'), '/post_types/post/count'],
    ['a count in words', types('"post": {"label": "X", "count": "1"}'), '/post_types/post/count'],
    ['a type without a count', types('"post": {"label": "X"}'), '/post_types/post'],
    ['a limit of nothing', types(`"post": {${ok}, "fetch_limit": 0}`), '/post_types/post/fetch_limit'],
    ['a list', '{"post_types": [], "taxonomies": []}', '/post_types'],
    ['a switch in words', '{"plugin_connection_enabled": "yes"}', '/plugin_connection_enabled'],
    ['a time that is none', '{"collected_at": "yesterday"}', '/collected_at'],
    ['a day that is none', '{"collected_at": "2025-02-30T10:00:00Z"}', '/collected_at'],
    ['no object', '[]', ''],
    ['null', 'null', ''],
  ])('%s', async (_what, body, pointer) => {
    const site = await TestSite.createReady(app, token);
    const answer = await refused(site, body);
    expect([answer.status, answer.code]).toEqual([422, 'validation_failed']);
    expect(answer.pointers).toContain(pointer);
    expect((await contentTypes(site)).post_types).toHaveProperty('post');
  });

  it('more than 500 types of a kind', async () => {
    const site = await TestSite.createReady(app, token);
    const many = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`type_${String(i)}`, { label: 'T', count: i }]));
    expect((await refused(site, JSON.stringify({ post_types: many(501), taxonomies: {} }))).pointers).toContain('/post_types');
    expect((await site.push({ post_types: many(500), taxonomies: many(500) })).body.added).toHaveLength(1_000);
  });

  it('over 1 MiB', async () => {
    const site = await TestSite.createReady(app, token);
    const body = (bytes: number): string => JSON.stringify({ ...SPECIFICATION_PUSH, padding: 'x'.repeat(bytes) });
    expect(await refused(site, body(1024 * 1024))).toMatchObject({ status: 413, code: 'payload_too_large' });
    expect((await app.post(`${site.path}/update-structure/`, { token, text: body(900_000) })).status).toBe(200);
  });

  it('cut off in the middle', async () => {
    const site = await TestSite.createReady(app, token);
    expect(await refused(site, '{"post_types": {')).toMatchObject({ status: 400, code: 'malformed_request' });
  });

  it('is kept with the integration until a push is accepted', async () => {
    const site = await TestSite.createReady(app, token);
    await refused(site, types('"post": {"label": "X", "count": -1}'));
    const refusal = (): Promise<{ body: IntegrationDetail }> => app.get<IntegrationDetail>(`${site.path}/`, { token });
    expect((await refusal()).body.structure_refusal?.detail).toBe('/post_types/post/count must be at least 0.');
    await site.push();
    expect((await refusal()).body.structure_refusal).toBeNull();
  });

  it.each(['constructor', 'prototype', 'toString', 'has-own', '123'])('a harmless name that looks dangerous is taken: %s', async (name) => {
    const site = await TestSite.createReady(app, token, { post_types: {}, taxonomies: { [name]: { label: name, count: 1 } } });
    expect(Object.keys((await contentTypes(site)).taxonomies)).toEqual([name]);
    expect((await site.push({ post_types: {}, taxonomies: {} })).body.removed).toMatchObject([{ name }]);
  });

  it('but may have fields that we do not know; they go no further', async () => {
    const site = await TestSite.createReady(app, token, {
      ...SPECIFICATION_PUSH,
      wordpress: { secret: 'x' },
      post_types: { post: { label: 'Posts', count: 1, surprise: { deep: ['x'] } } },
    } as UpdateStructureRequest);
    expect(JSON.stringify([await configJson(site), await contentTypes(site)])).not.toContain('surprise');
    expect(
      JSON.stringify(await database.query('SELECT config_json FROM site_integration WHERE id = $1', [site.integrationId])),
    ).not.toMatch(/surprise|wordpress"/);
  });
});
