import { randomUUID } from 'node:crypto';
import type {
  ApiKeyCreated,
  ConnectResult,
  Integration,
  IntegrationDetail,
  IntegrationPage,
  LostKey,
  Me,
  SigningSecret,
  Site,
  SitePage,
  AuditEventPage,
} from '../src/generated/contract.js';
import { IntegrationsService } from '../src/integrations/index.js';
import { Sealer } from '../src/platform/secrets/sealer.js';
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
});
beforeEach(async () => {
  account = await app.createAccount();
  token = account.apiKey;
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const integrationOf = async (site: TestSite): Promise<IntegrationDetail> =>
  (await app.get<IntegrationDetail>(`${site.path}/`, { token })).body;
const keyWorks = async (key: string): Promise<boolean> => (await app.get('/auth/me/', { token: key })).status === 200;
const workingKeys = async (site: TestSite): Promise<number> =>
  (await database.query('SELECT FROM api_key WHERE integration_id = $1 AND revoked_at IS NULL', [site.integrationId])).length;

/** One integration, one key, one secret, ready on this side. */
async function expectWhole(site: TestSite, secret: string): Promise<void> {
  expect((await integrationOf(site)).status).toBe('ready');
  expect(await workingKeys(site)).toBe(1);
  const [row] = await database.query<{ signing_secret: Buffer; previous_signing_secret: Buffer | null }>(
    'SELECT signing_secret, previous_signing_secret FROM site_integration WHERE id = $1',
    [site.integrationId],
  );
  expect(app.app.get(Sealer).open(row?.signing_secret ?? Buffer.alloc(0), site.integrationId)).toBe(secret);
  expect(row?.previous_signing_secret).toBeNull();
  expect(await database.query('SELECT FROM site_registration WHERE integration_id = $1', [site.integrationId])).toEqual([]);
  expect(await database.query('SELECT FROM site_integration WHERE site_id = $1', [site.site.id])).toHaveLength(1);
}

describe('connecting', () => {
  it('is true once the site has used its key, and a temporary integration becomes permanent', async () => {
    const site = await TestSite.create(app, token);
    expect(await integrationOf(site)).toMatchObject({ status: 'not_connected', is_temporary: true });
    const { integration, api_key, signing_secret } = await site.connect(token);
    // Nobody knows yet whether the site has got its key.
    expect(integration.status).toBe('not_connected');
    expect(api_key).toMatch(/^igny8_/);
    expect(signing_secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const list = (): Promise<{ body: IntegrationPage }> =>
      app.get<IntegrationPage>(`/integration/integrations/?site_id=${site.site.id}`, { token });
    expect((await list()).body.data).toEqual([]);
    expect((await site.push()).body).toMatchObject({ result: 'stored', status: 'ready' });
    expect((await list()).body.data).toMatchObject([
      { id: site.integrationId, status: 'ready', is_temporary: false, site_uuid: site.siteUuid, home_url: site.homeUrl },
    ]);
    await expectWhole(site, signing_secret);
  });

  it('gives the site a key that can do no more than a site must', async () => {
    const site = await TestSite.create(app, token);
    await site.connect(token);
    const me = await app.get<{ scopes: string[]; api_key: { integration_id: string } }>('/auth/me/', { token: site.apiKey });
    expect(me.body.scopes.toSorted()).toEqual(['changes:apply', 'content:write', 'structure:write', 'sync:poll']);
    expect(me.body.api_key.integration_id).toBe(site.integrationId);
  });

  it('finds the integration that is there instead of making a second one, also when many ask at once', async () => {
    const site = await TestSite.create(app, token);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        app.post<Integration>('/integration/integrations/', { token, body: { site_id: site.site.id, is_temporary: true } }),
      ),
    );
    for (const { status, body } of answers) expect([status, body.id]).toEqual([200, site.integrationId]);
  });

  it('is refused for a site at another address, in words that say which', async () => {
    const site = await TestSite.create(app, token);
    const { status, body } = await app.post(`${site.path}/connect/`, {
      token,
      body: site.connectBody({ home_url: 'https://copy.example', rest_url: 'https://copy.example/wp-json/' }),
    });
    expect([status, body.code]).toEqual([409, 'identity_conflict']);
    expect(body.detail).toContain(site.homeUrl);
  });

  it('is for whichever site asks now: another plugin on the same address, and the same one at a new address', async () => {
    const site = await TestSite.createReady(app, token);
    const anew = { site_uuid: randomUUID(), home_url: site.homeUrl };
    const again = await app.post<ConnectResult>(`${site.path}/connect/`, {
      token,
      headers: { 'igny8-site-uuid': anew.site_uuid, 'igny8-home-url': anew.home_url },
      body: site.connectBody(anew),
    });
    expect(again.status).toBe(200);
    await app.post(`${site.path}/disconnect/`, { token });
    const home_url = `https://${randomUUID()}.example`;
    await app.patch(`/sites/${site.site.id}/`, { token, body: { home_url } });
    const elsewhere = await app.post<ConnectResult>(`${site.path}/connect/`, {
      token,
      headers: { 'igny8-site-uuid': site.siteUuid, 'igny8-home-url': home_url },
      body: site.connectBody({ home_url, rest_url: `${home_url}/wp-json/` }),
    });
    expect(elsewhere.status).toBe(200);
  });

  it('is refused with a REST address that no database can hold', async () => {
    const site = await TestSite.create(app, account.apiKey);
    const body = site.connectBody({ rest_url: `${site.homeUrl}/a\u0000b` });
    expect((await app.post(`${site.path}/connect/`, { token: account.apiKey, body })).status).toBe(422);
  });

  it('takes no effect when another site uses the key first', async () => {
    const site = await TestSite.create(app, account.apiKey);
    await site.connect(account.apiKey);
    const stranger = { ...site.headers, 'igny8-home-url': 'https://other.example' };
    const refused = await app.post(`${site.path}/update-structure/`, { token: site.apiKey, headers: stranger, body: SPECIFICATION_PUSH });
    expect([refused.status, refused.body.code]).toEqual([409, 'identity_conflict']);
    expect((await app.get<Integration>(`${site.path}/`, { token: account.apiKey })).body.site_uuid).toBeNull();
    expect((await site.push()).body.status).toBe('ready');
  });

  it('is refused when the REST API would be on another host', async () => {
    const site = await TestSite.create(app, token);
    const { status, body } = await app.post(`${site.path}/connect/`, {
      token,
      body: site.connectBody({ rest_url: 'https://evil.example/wp-json/' }),
    });
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/rest_url']);
  });
});

describe('an answer to connect that was lost', () => {
  it('is asked for again: the new key ends the lost one at its first use', async () => {
    const site = await TestSite.create(app, token);
    const attempt = { attempt_id: randomUUID() };
    const lost = await site.connect(token, attempt);
    const { signing_secret } = await site.connect(token, attempt);
    expect(await keyWorks(lost.api_key)).toBe(true);
    await site.push();
    expect(await keyWorks(lost.api_key)).toBe(false);
    await expectWhole(site, signing_secret);
  });

  it('ends the newer one when the older answer is the one that arrived', async () => {
    const site = await TestSite.create(app, token);
    const attempt = { attempt_id: randomUUID() };
    const arrived = await site.connect(token, attempt);
    const repeated = await app.post<ConnectResult>(`${site.path}/connect/`, { token, body: site.connectBody(attempt) });
    await site.push(SPECIFICATION_PUSH, arrived.api_key);
    expect(await keyWorks(repeated.body.api_key)).toBe(false);
    await expectWhole(site, arrived.signing_secret);
  });

  it('leaves a connected site as it was: the key that it has goes on working', async () => {
    const site = await TestSite.create(app, token);
    const { signing_secret, api_key } = await site.connect(token);
    await site.push();
    const lost = await app.post<ConnectResult>(`${site.path}/connect/`, { token, body: site.connectBody() });
    expect((await integrationOf(site)).status).toBe('ready');
    expect((await site.push(SPECIFICATION_PUSH, api_key)).body.result).toBe('unchanged');

    // Once the site has gone on with its old key for a while, the lost one is ended.
    await database.query(`UPDATE site_registration SET created_at = now() - interval '1 hour' WHERE integration_id = $1`, [
      site.integrationId,
    ]);
    await database.query(`UPDATE api_key SET last_used_at = now() WHERE integration_id = $1 AND last_used_at IS NOT NULL`, [
      site.integrationId,
    ]);
    await app.app.get(IntegrationsService).purge();
    expect(await keyWorks(lost.body.api_key)).toBe(false);
    await expectWhole(site, signing_secret);
  });

  it('takes the registration of a reinstalled plugin over at its first use', async () => {
    const site = await TestSite.createReady(app, token);
    const old = site.apiKey;
    const siteUuid = randomUUID();
    const again = await app.post<ConnectResult>(`${site.path}/connect/`, { token, body: site.connectBody({ site_uuid: siteUuid }) });
    const pushed = await app.post(`${site.path}/update-structure/`, {
      token: again.body.api_key,
      body: SPECIFICATION_PUSH,
      headers: { 'igny8-site-uuid': siteUuid, 'igny8-home-url': site.homeUrl },
    });
    expect(pushed.status).toBe(200);
    expect((await integrationOf(site)).site_uuid).toBe(siteUuid);
    expect(await keyWorks(old)).toBe(false);
    await expectWhole(site, again.body.signing_secret);
  });

  it('survives many first uses at the same moment', async () => {
    const site = await TestSite.create(app, token);
    const { signing_secret } = await site.connect(token);
    const answers = await Promise.all(Array.from({ length: 6 }, () => site.push()));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(6).fill(200));
    await expectWhole(site, signing_secret);
  });
});

describe('a temporary integration', () => {
  it('becomes permanent when it is asked for as such, which is noted once', async () => {
    const site = await TestSite.create(app, token);
    for (let time = 0; time < 2; time++) {
      const { status, body } = await app.post<Integration>('/integration/integrations/', { token, body: { site_id: site.site.id } });
      expect([status, body.is_temporary]).toEqual([200, false]);
    }
    const { body } = await app.get<AuditEventPage>(`/audit-events/?resource_id=${site.integrationId}`, { token });
    expect(body.data.map(({ action, metadata }) => [action, metadata])).toEqual([
      ['integration.updated', { fields: ['is_temporary'] }],
      ['integration.created', { is_temporary: true }],
    ]);
  });

  it('is gone after 24 h without a structure, its keys with it', async () => {
    const [forgotten, fresh] = [await TestSite.create(app, token), await TestSite.create(app, token)];
    await forgotten.connect(token);
    await database.query(`UPDATE site_integration SET created_at = now() - interval '25 hours' WHERE id = $1`, [forgotten.integrationId]);
    await app.app.get(IntegrationsService).purge();
    expect((await app.get(`${forgotten.path}/`, { token })).status).toBe(404);
    expect(await keyWorks(forgotten.apiKey)).toBe(false);
    expect((await app.get(`${fresh.path}/`, { token })).status).toBe(200);
  });
});

describe('ending a connection', () => {
  it('ends the keys of the site at once and keeps what is stored', async () => {
    const site = await TestSite.createReady(app, token);
    const session = await app.post<{ token: string }>('/auth/login/', { body: { email: account.email, password: account.password } });
    const { status, body } = await app.post<Integration>(`${site.path}/disconnect/`, { token: session.body.token });
    expect([status, body.status]).toEqual([200, 'disconnected']);
    expect(body.disconnected_by).toMatchObject({ kind: 'user', name: account.email });
    expect((await site.push<{ code: string }>()).status).toBe(401);
    expect((await integrationOf(site)).config_json.content_types.post_types.post?.count).toBe(123);
  });

  it('can be done by the site itself, and twice', async () => {
    const site = await TestSite.createReady(app, token);
    expect((await app.post<Integration>(`${site.path}/disconnect/`, { token: site.apiKey, headers: site.headers })).body.status).toBe(
      'disconnected',
    );
    const first = (await integrationOf(site)).disconnected_at;
    expect((await app.post<Integration>(`${site.path}/disconnect/`, { token })).body.disconnected_at).toBe(first);
  });

  it('refuses pushes until it is connected again', async () => {
    const site = await TestSite.createReady(app, token);
    await app.post(`${site.path}/disconnect/`, { token });
    expect((await site.push<{ code: string }>(SPECIFICATION_PUSH, token)).body.code).toBe('integration_disconnected');
    expect((await app.post(`${site.path}/rotate-secret/`, { token })).body.code).toBe('integration_disconnected');
    const { signing_secret } = await site.connect(token);
    await site.push();
    await expectWhole(site, signing_secret);
    expect((await integrationOf(site)).disconnected_at).toBeNull();
  });

  it('is not done by a copy at another address', async () => {
    const site = await TestSite.createReady(app, token);
    const copy = { ...site.headers, 'igny8-home-url': 'https://staging.example' };
    expect((await app.post(`${site.path}/disconnect/`, { token: site.apiKey, headers: copy })).body.code).toBe('identity_conflict');
    expect((await site.push()).status).toBe(200);
  });

  it('deletes the integration with everything, but not the site', async () => {
    const site = await TestSite.createReady(app, token);
    expect((await app.delete(`${site.path}/`, { token })).status).toBe(204);
    expect((await app.get(`${site.path}/`, { token })).status).toBe(404);
    expect((await site.push<{ code: string }>()).status).toBe(401);
    expect((await app.get<{ integration: null }>(`/sites/${site.site.id}/`, { token })).body.integration).toBeNull();
  });
});

describe("a site's key that has ended", () => {
  const refusal = async (key: string): Promise<unknown> => (await app.get('/auth/me/', { token: key })).body;

  it('says that the site was connected again', async () => {
    const site = await TestSite.createReady(app, token);
    const old = site.apiKey;
    await site.connect(token);
    await site.push();
    expect(await refusal(old)).toMatchObject({ reason: 'replaced', detail: 'The API key was replaced: the site was connected again.' });
  });

  it('says that the site was disconnected', async () => {
    const site = await TestSite.createReady(app, token);
    await app.post(`${site.path}/disconnect/`, { token });
    expect(await refusal(site.apiKey)).toMatchObject({ reason: 'disconnected' });
    expect((await integrationOf(site)).lost_key).toBeNull();
  });

  it.each([
    ['the site', (site: TestSite): string => `/sites/${site.site.id}/`],
    ['the integration', (site: TestSite): string => `${site.path}/`],
  ])('says that %s was deleted', async (_what, path) => {
    const site = await TestSite.createReady(app, token);
    expect((await app.delete(path(site), { token })).status).toBe(204);
    expect(await refusal(site.apiKey)).toMatchObject({ reason: 'deleted' });
  });

  describe('is told by its integration', () => {
    const lostKey = async (site: TestSite): Promise<LostKey | null> => (await integrationOf(site)).lost_key;
    const keyId = async (key: string): Promise<string> => (await app.get<Me>('/auth/me/', { token: key })).body.api_key?.id ?? '';
    const revoke = async (site: TestSite): Promise<unknown> => app.delete(`/auth/api-keys/${await keyId(site.apiKey)}/`, { token });

    it('wherever that is shown, until the site is connected again and uses its new key', async () => {
      const site = await TestSite.createReady(app, token);
      const shown = async (): Promise<unknown[]> => [
        await lostKey(site),
        (await app.get<Site>(`/sites/${site.site.id}/`, { token })).body.integration?.lost_key,
        (await app.get<SitePage>('/sites/', { token })).body.data[0]?.integration?.lost_key,
        (await app.get<IntegrationPage>('/integration/integrations/', { token })).body.data[0]?.lost_key,
      ];
      expect(await shown()).toEqual([null, null, null, null]);
      await revoke(site);
      expect(await shown()).toEqual(['revoked', 'revoked', 'revoked', 'revoked']);
      expect(await refusal(site.apiKey)).toMatchObject({ reason: 'revoked' });
      await site.connect(token);
      // The answer may never have arrived.
      expect(await lostKey(site)).toBe('revoked');
      expect((await site.push()).status).toBe(200);
      expect(await shown()).toEqual([null, null, null, null]);
    });

    it('when it was rotated and its successor never reached the site', async () => {
      const site = await TestSite.createReady(app, token);
      const rotate = `/auth/api-keys/${await keyId(site.apiKey)}/rotate/`;
      const successor = await app.post<ApiKeyCreated>(rotate, { token, body: { overlap_seconds: 0 } });
      expect(await lostKey(site)).toBe('expired');
      site.apiKey = successor.body.api_key;
      expect((await site.push()).status).toBe(200);
      expect(await lostKey(site)).toBeNull();
    });

    it('but not when its end is that of the connection', async () => {
      const site = await TestSite.createReady(app, token);
      await app.post(`${site.path}/disconnect/`, { token });
      expect(await lostKey(site)).toBeNull();
      await site.connect(token);
      await revoke(site);
      expect(await lostKey(site)).toBeNull();
    });
  });
});

describe('the signing secret', () => {
  it('is rotated with an overlap, and stored sealed', async () => {
    const site = await TestSite.create(app, token);
    const { signing_secret: old } = await site.connect(token);
    await site.push();
    const { body } = await app.post<SigningSecret>(`${site.path}/rotate-secret/`, { token: site.apiKey, headers: site.headers });
    expect(Date.parse(body.previous_valid_until) - Date.now()).toBeGreaterThan(23 * 3600_000);
    const [row] = await database.query<Record<string, Buffer>>(
      'SELECT signing_secret, previous_signing_secret FROM site_integration WHERE id = $1',
      [site.integrationId],
    );
    const sealer = app.app.get(Sealer);
    const opened = ['signing_secret', 'previous_signing_secret'].map((column) =>
      sealer.open(row?.[column] ?? Buffer.alloc(0), site.integrationId),
    );
    expect(opened).toEqual([body.signing_secret, old]);
    expect(row?.signing_secret?.includes(Buffer.from(body.signing_secret))).toBe(false);
  });
});

describe('a site that is not who it was', () => {
  it.each([
    ['another site_uuid', (site: TestSite) => ({ ...site.headers, 'igny8-site-uuid': randomUUID() })],
    ['another home URL', (site: TestSite) => ({ ...site.headers, 'igny8-home-url': 'https://staging.example' })],
    ['a home URL that is none', (site: TestSite) => ({ ...site.headers, 'igny8-home-url': '%%%' })],
  ])('is told so before anything happens: %s', async (_what, headers) => {
    const site = await TestSite.createReady(app, token);
    const { status, body } = await app.post(`${site.path}/update-structure/`, {
      token: site.apiKey,
      headers: headers(site),
      body: { post_types: {}, taxonomies: {} },
    });
    expect([status, body.code]).toEqual([409, 'identity_conflict']);
    expect((await integrationOf(site)).config_json.content_types.post_types).toHaveProperty('post');
  });

  it('is the same site over http and https', async () => {
    const site = await TestSite.createReady(app, token);
    const headers = { ...site.headers, 'igny8-home-url': `${site.homeUrl.replace('https', 'http').toUpperCase()}/` };
    expect((await app.post(`${site.path}/update-structure/`, { token: site.apiKey, headers, body: SPECIFICATION_PUSH })).status).toBe(200);
  });

  it('has moved: the integration goes with it, and the old address is a stranger', async () => {
    const site = await TestSite.createReady(app, token);
    const moved = {
      decision: 'moved',
      site_uuid: site.siteUuid,
      home_url: 'https://moved.example',
      rest_url: 'https://moved.example/wp-json/',
    };
    const { status, body } = await app.post<Integration>(`${site.path}/identity/`, {
      token: site.apiKey,
      headers: { ...site.headers, 'igny8-home-url': moved.home_url },
      body: moved,
    });
    expect([status, body.home_url, body.rest_url]).toEqual([200, 'https://moved.example', 'https://moved.example/wp-json/']);
    expect((await app.get<{ home_url: string }>(`/sites/${site.site.id}/`, { token })).body.home_url).toBe('https://moved.example');
    expect((await site.push<{ code: string }>()).body.code).toBe('identity_conflict');
    const now = await app.post(`${site.path}/update-structure/`, {
      token: site.apiKey,
      headers: { ...site.headers, 'igny8-home-url': 'https://moved.example' },
      body: SPECIFICATION_PUSH,
    });
    expect(now.status).toBe(200);
  });

  it('is a copy: nothing changes for the original', async () => {
    const site = await TestSite.createReady(app, token);
    const copy = {
      decision: 'copy',
      site_uuid: site.siteUuid,
      home_url: 'https://copy.example',
      rest_url: 'https://copy.example/wp-json/',
    };
    expect((await app.post<Integration>(`${site.path}/identity/`, { token: site.apiKey, body: copy })).body.home_url).toBe(site.homeUrl);
    expect((await site.push()).status).toBe(200);
  });

  it('cannot move to an address that another site of the account has', async () => {
    const [site, other] = [await TestSite.createReady(app, token), await TestSite.create(app, token)];
    const moved = { decision: 'moved', site_uuid: site.siteUuid, home_url: other.homeUrl, rest_url: `${other.homeUrl}/wp-json/` };
    expect((await app.post(`${site.path}/identity/`, { token: site.apiKey, body: moved })).body).toMatchObject({
      status: 409,
      code: 'site_exists',
      existing_id: other.site.id,
    });
    expect((await app.post(`${site.path}/identity/`, { token: site.apiKey, body: { ...moved, site_uuid: randomUUID() } })).body.code).toBe(
      'identity_conflict',
    );
  });

  it('cannot move, nor be a copy, once it is disconnected', async () => {
    const site = await TestSite.createReady(app, token);
    await app.post(`${site.path}/disconnect/`, { token });
    for (const decision of ['moved', 'copy']) {
      const body = { decision, site_uuid: site.siteUuid, home_url: 'https://moved.example', rest_url: 'https://moved.example/wp-json/' };
      expect((await app.post(`${site.path}/identity/`, { token, body })).body).toMatchObject({
        status: 409,
        code: 'integration_disconnected',
      });
    }
    expect((await integrationOf(site)).home_url).toBe(site.homeUrl);
  });
});

describe('rest_url', () => {
  it('can be changed on the host of the site only', async () => {
    const site = await TestSite.createReady(app, token);
    const custom = `${site.homeUrl}/api/`;
    expect((await app.patch<Integration>(`${site.path}/`, { token, body: { rest_url: custom } })).body.rest_url).toBe(custom);
    expect((await app.patch(`${site.path}/`, { token, body: { rest_url: 'https://evil.example/' } })).status).toBe(422);
  });
});
