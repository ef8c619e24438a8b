import type { ContentType, ContentTypes } from '../src/generated/contract.js';
import { TestApp, type TestAccount } from './support/app.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { SPECIFICATION_PUSH, TestSite } from './support/site.js';

let database: TestDatabase;
let app: TestApp;
let account: TestAccount;
let token: string;
let site: TestSite;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
  account = await app.createAccount();
  token = account.apiKey;
});
beforeEach(async () => {
  site = await TestSite.createReady(app, token);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const set = (body: object, ifMatch?: string, name = 'post_types/post'): ReturnType<typeof app.patch<ContentType>> =>
  app.patch<ContentType>(`${site.path}/content-types/${name}/`, {
    token,
    body,
    ...(ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } }),
  });

async function read(): Promise<{ types: ContentTypes; etag: string; typeEtag: string }> {
  const { body, headers } = await app.get<ContentTypes>(`${site.path}/content-types/`, { token });
  return { types: body, etag: headers.get('etag') ?? '', typeEtag: body.post_types.post?.etag ?? '' };
}

it('change what is sent and nothing else, and say who did it', async () => {
  const { typeEtag } = await read();
  const { status, body, headers } = await set({ enabled: false }, typeEtag);
  expect([status, headers.get('etag')]).toEqual([200, body.etag]);
  expect(body).toMatchObject({ enabled: false, fetch_limit: 100, include_private: false, count: 123, changed_by: 'First key' });
  expect(body.etag).not.toBe(typeEtag);
  expect((await set({ fetch_limit: null }, body.etag)).body).toMatchObject({ enabled: false, fetch_limit: null });
  expect((await set({ fetch_limit: 200, include_private: true }, '*')).body).toMatchObject({
    enabled: false,
    fetch_limit: 200,
    include_private: true,
  });
});

it('ask for If-Match', async () => {
  const { status, body } = await app.patch(`${site.path}/content-types/post_types/post/`, { token, body: { enabled: false } });
  expect([status, body.code]).toEqual([428, 'precondition_required']);
});

it('are not changed on top of a change that one has not seen', async () => {
  const { typeEtag, etag } = await read();
  await set({ fetch_limit: 50 }, typeEtag);
  for (const stale of [typeEtag, etag]) {
    const { status, body } = await app.patch(`${site.path}/content-types/post_types/post/`, {
      token,
      body: { fetch_limit: 200 },
      headers: { 'if-match': stale },
    });
    expect([status, body.code]).toEqual([412, 'precondition_failed']);
    expect(body.detail).toContain('First key changed these settings');
  }
  expect((await read()).types.post_types.post?.fetch_limit).toBe(50);
});

it('take one of two that change them at the same moment', async () => {
  const { typeEtag } = await read();
  const answers = await Promise.all([50, 60, 70, 80].map((fetch_limit) => set({ fetch_limit }, typeEtag)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
});

it('are not blocked by a push, a moving count or a new type', async () => {
  const { typeEtag, etag } = await read();
  await site.push({
    ...SPECIFICATION_PUSH,
    post_types: { ...SPECIFICATION_PUSH.post_types, post: { label: 'Posts', count: 999 }, event: { label: 'Events', count: 1 } },
  });
  await database.query(`INSERT INTO content_count (integration_id, kind, name, synced_count) VALUES ($1, 'post_types', 'post', 7)`, [
    site.integrationId,
  ]);
  expect((await set({ fetch_limit: 10 }, etag)).status).toBe(200);
  expect((await set({ fetch_limit: 20 }, typeEtag)).status).toBe(412);
});

it('by the ETag of the document are blocked by a change of any type', async () => {
  const { etag } = await read();
  await set({ enabled: true }, '*', 'post_types/product');
  expect((await set({ enabled: false }, etag)).status).toBe(412);
});

it('by the ETag of the document let one of two changes of different types through', async () => {
  for (let round = 0; round < 5; round++) {
    const { etag } = await read();
    const answers = await Promise.all([
      set({ fetch_limit: 1_000 + round }, etag),
      set({ fetch_limit: 1_000 + round }, etag, 'post_types/product'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  }
});

it('that are the same already change no version', async () => {
  const { typeEtag } = await read();
  expect((await set({ enabled: true, fetch_limit: 100 }, typeEtag)).body.etag).toBe(typeEtag);
  expect((await set({}, typeEtag)).body.etag).toBe(typeEtag);
});

it.each([
  { fetch_limit: 0 },
  { fetch_limit: 10_001 },
  { fetch_limit: 1.5 },
  { fetch_limit: '10' },
  { enabled: 'yes' },
  { enabled: null },
  { include_private: 1 },
])('refuse %j', async (body) => {
  const answer = await app.patch(`${site.path}/content-types/post_types/post/`, { token, body, headers: { 'if-match': '*' } });
  expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, `/${Object.keys(body)[0] ?? ''}`]);
});

it.each(['post_types/nothing', 'taxonomies/post', 'comments/post', 'post_types/__proto__'])('do not exist for %s', async (name) => {
  expect((await set({ enabled: false }, '*', name)).status).toBe(404);
});

it('exist for a taxonomy with any name that WordPress takes', async () => {
  const name = 'Größe/Farbe 100%';
  await site.push({ post_types: {}, taxonomies: { [name]: { label: 'Größe', count: 1 } } });
  expect((await set({ enabled: true }, '*', `taxonomies/${encodeURIComponent(name)}`)).body).toMatchObject({
    label: 'Größe',
    enabled: true,
  });
});

it('are looked for before anything else is said of the change', async () => {
  expect((await set({ enabled: 'x' }, undefined, 'post_types/nothing')).status).toBe(404);
  expect((await set({ enabled: 'x' })).status).toBe(428);
  expect((await set({ enabled: 'x' }, '"v9"')).status).toBe(412);
  expect((await set({ enabled: 'x' }, '*')).status).toBe(422);
  expect((await set({ enabled: true }, '*', 'post_types/a%00b')).status).toBe(404);
});
