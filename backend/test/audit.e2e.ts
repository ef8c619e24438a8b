import { randomUUID } from 'node:crypto';
import type { ApiKeyCreated, ApiKeyPage, AuditAction, AuditEventPage, ContentTypes, Session, Site } from '../src/generated/contract.js';
import { type Answer, TestApp, type TestAccount } from './support/app.js';
import { operations } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';

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

const eventsOf = async (query = '', token = account.apiKey): Promise<AuditEventPage> =>
  (await app.get<AuditEventPage>(`/audit-events/${query}`, { token })).body;

interface Change {
  readonly action: AuditAction;
  /** Gets ready, and gives what does it. */
  readonly by: () => Promise<() => Promise<Answer<unknown>>>;
}

const mine = (): { token: string } => ({ token: account.apiKey });
const newSite = (): object => ({ home_url: `https://${randomUUID()}.example` });
const newKey = async (): Promise<string> => (await app.post<ApiKeyCreated>('/auth/api-keys/', { ...mine(), body: { name: 'K' } })).body.id;
const site = async (): Promise<string> => (await app.post<Site>('/sites/', { ...mine(), body: newSite() })).body.id;
const integration = (): Promise<TestSite> => TestSite.create(app, account.apiKey);
const ready = (): Promise<TestSite> => TestSite.createReady(app, account.apiKey);
const signIn = (): Promise<Answer<Session>> => app.post('/auth/login/', { body: { email: account.email, password: account.password } });

/** Keys, tokens and signing secrets: everything long that is no id, no time and no text for people. */
const secretsIn = (body: unknown): string[] => JSON.stringify(body ?? null).match(/(?:igny8|whsec|session)_[\w+/=-]{20,}/g) ?? [];

/** How each operation that changes something is done: one that the contract gets later has to be added. */
const CHANGES: Readonly<Record<string, Change>> = {
  login: { action: 'session.opened', by: () => Promise.resolve(signIn) },
  logout: {
    action: 'session.ended',
    by: async () => {
      const { body } = await signIn();
      return () => app.post('/auth/logout/', { token: body.token });
    },
  },
  createApiKey: {
    action: 'api_key.created',
    by: () => Promise.resolve(() => app.post('/auth/api-keys/', { ...mine(), body: { name: 'K' } })),
  },
  revokeApiKey: {
    action: 'api_key.revoked',
    by: async () => {
      const id = await newKey();
      return () => app.delete(`/auth/api-keys/${id}/`, mine());
    },
  },
  rotateApiKey: {
    action: 'api_key.rotated',
    by: async () => {
      const id = await newKey();
      return () => app.post(`/auth/api-keys/${id}/rotate/`, { ...mine(), body: { overlap_seconds: 60 } });
    },
  },
  createSite: { action: 'site.created', by: () => Promise.resolve(() => app.post('/sites/', { ...mine(), body: newSite() })) },
  updateSite: {
    action: 'site.updated',
    by: async () => {
      const id = await site();
      return () => app.patch(`/sites/${id}/`, { ...mine(), body: { name: 'Renamed' } });
    },
  },
  deleteSite: {
    action: 'site.deleted',
    by: async () => {
      const id = await site();
      return () => app.delete(`/sites/${id}/`, mine());
    },
  },
  createIntegration: {
    action: 'integration.created',
    by: async () => {
      const id = await site();
      return () => app.post('/integration/integrations/', { ...mine(), body: { site_id: id } });
    },
  },
  updateIntegration: {
    action: 'integration.updated',
    by: async () => {
      const { path, homeUrl } = await ready();
      return () => app.patch(`${path}/`, { ...mine(), body: { rest_url: `${homeUrl}/api/` } });
    },
  },
  deleteIntegration: {
    action: 'integration.deleted',
    by: async () => {
      const { path } = await integration();
      return () => app.delete(`${path}/`, mine());
    },
  },
  connectIntegration: {
    action: 'integration.registered',
    by: async () => {
      const made = await integration();
      return () => app.post(`${made.path}/connect/`, { ...mine(), body: made.connectBody() });
    },
  },
  disconnectIntegration: {
    action: 'integration.disconnected',
    by: async () => {
      const { path } = await ready();
      return () => app.post(`${path}/disconnect/`, mine());
    },
  },
  rotateSigningSecret: {
    action: 'integration.secret_rotated',
    by: async () => {
      const { path, apiKey, headers } = await ready();
      return () => app.post(`${path}/rotate-secret/`, { token: apiKey, headers });
    },
  },
  settleIdentity: {
    action: 'integration.identity_settled',
    by: async () => {
      const { path, apiKey, siteUuid } = await ready();
      const home_url = `https://${randomUUID()}.example`;
      const body = { decision: 'moved', site_uuid: siteUuid, home_url, rest_url: `${home_url}/wp-json/` };
      return () => app.post(`${path}/identity/`, { token: apiKey, body });
    },
  },
  updateStructure: {
    action: 'structure.changed',
    by: async () => {
      const made = await ready();
      return () => made.push({ post_types: { post: { label: 'Posts', count: 1 } } });
    },
  },
  updateContentType: {
    action: 'content_type.updated',
    by: async () => {
      const { path } = await ready();
      const types = await app.get<ContentTypes>(`${path}/content-types/`, mine());
      const etag = types.body.post_types.post?.etag ?? '';
      return () =>
        app.patch(`${path}/content-types/post_types/post/`, { ...mine(), headers: { 'if-match': etag }, body: { fetch_limit: 7 } });
    },
  },
};

const changing = operations.filter(({ method }) => method !== 'GET');

describe('every operation that changes something', () => {
  it.each(changing.map(({ id }) => [id]))('%s leaves an event', async (id) => {
    const change = CHANGES[id];
    if (change === undefined) throw new Error(`Say in CHANGES how ${id} is done`);
    const act = await change.by();
    const { status, headers, body } = await act();
    expect([status, status < 300 ? undefined : body]).toEqual([status, undefined]);
    // Its own event is the newest of them, or beside the ones that it brings along.
    const events = (await eventsOf()).data.filter(({ request_id }) => request_id === headers.get('x-request-id'));
    expect(events.filter(({ action }) => action === change.action)).toHaveLength(1);
    const secrets = [...secretsIn(body), account.password, account.apiKey];
    expect(secrets.filter((secret) => JSON.stringify(events).includes(secret))).toEqual([]);
    expect(events[0]).toMatchObject({ actor: { kind: expect.any(String) as string }, address: '127.0.0.1' });
  });
});

describe('the list of events', () => {
  it('is the account’s own, newest first, and can be narrowed and paged', async () => {
    const stranger = await app.createAccount();
    const made = await ready();
    const all = (await eventsOf()).data;
    expect(all.map(({ action }) => action)).toEqual([
      'structure.changed',
      'integration.activated',
      'integration.registered',
      'api_key.created',
      'integration.created',
      'site.created',
      'api_key.created',
      'account.created',
    ]);
    expect((await eventsOf('', stranger.apiKey)).data.map(({ action }) => action)).toEqual(['api_key.created', 'account.created']);
    const ofSite = await eventsOf(`?resource_id=${made.site.id}`);
    expect(ofSite.data.map(({ action }) => action)).toEqual(['site.created']);
    expect((await eventsOf('?action=site.created')).data).toEqual(ofSite.data);
    expect((await eventsOf(`?until=${encodeURIComponent(ofSite.data[0]?.occurred_at ?? '')}`)).data.map(({ action }) => action)).toEqual([
      'api_key.created',
      'account.created',
    ]);
    const { data: keys } = (await app.get<ApiKeyPage>('/auth/api-keys/', mine())).body;
    const byKey = await eventsOf(`?actor_id=${keys.find(({ integration_id }) => integration_id === made.integrationId)?.id ?? ''}`);
    expect(byKey.data.map(({ action }) => action)).toEqual(['structure.changed', 'integration.activated']);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await eventsOf(`?limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('holds no secret', async () => {
    const made = await ready();
    const text = JSON.stringify(await eventsOf());
    for (const secret of [made.apiKey, account.apiKey, account.password]) expect(text).not.toContain(secret);
  });
});
