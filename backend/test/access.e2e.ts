import { randomUUID } from 'node:crypto';
import { Controller, Get, Module } from '@nestjs/common';
import { SCOPES } from '../src/generated/constants.js';
import type { ApiKeyCreated, Scope, Site } from '../src/generated/contract.js';
import { AppModule } from '../src/app.module.js';
import { createHttpApp } from '../src/platform/http/http-app.js';
import { TestApp, type TestAccount } from './support/app.js';
import { type ContractOperation, operations } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { TestSite } from './support/site.js';

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

const closed = operations.filter((operation) => operation.scope !== 'public');
const scoped = closed.filter((operation) => operation.scope !== 'signed_in');

/** A path of the operation with ids of somebody's rows, or of nobody's. */
function pathOf(
  { path }: ContractOperation,
  ids: { readonly site?: string; readonly integration?: string; readonly apiKey?: string } = {},
): string {
  const id = path.startsWith('/sites/') ? ids.site : path.startsWith('/auth/') ? ids.apiKey : ids.integration;
  return path
    .replace('{id}', id ?? randomUUID())
    .replace('{kind}', 'post_types')
    .replace('{name}', 'post');
}

const bodyOf = (operation: ContractOperation): object => (operation.hasBody ? { body: {} } : {});

describe('every operation of the contract that is not public', () => {
  it.each(closed.map((operation) => [operation.id, operation] as const))('%s is refused without a key', async (_id, operation) => {
    const { status, body, headers } = await app.send(operation.method, pathOf(operation), bodyOf(operation));
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(scoped.map((operation) => [operation.id, operation] as const))('%s names the scope that a key lacks', async (_id, operation) => {
    const others = SCOPES.filter((scope) => scope !== operation.scope);
    const key = await app.post<ApiKeyCreated>('/auth/api-keys/', { token: account.apiKey, body: { name: 'All but one', scopes: others } });
    const { status, body } = await app.send(operation.method, pathOf(operation), { token: key.body.api_key, ...bodyOf(operation) });
    expect([status, body.code, body.required_scope]).toEqual([403, 'scope_missing', operation.scope as Scope]);
    expect(body.detail).toContain(operation.scope);
  });
});

describe('rows of another account', () => {
  const withId = closed.filter((operation) => operation.path.includes('{id}'));

  it.each(withId.map((operation) => [operation.id, operation] as const))('%s does not find them', async (_id, operation) => {
    const stranger = await app.createAccount();
    const site = await TestSite.createReady(app, account.apiKey);
    const key = await app.post<ApiKeyCreated>('/auth/api-keys/', { token: account.apiKey, body: { name: 'Mine' } });
    const ids = { site: site.site.id, integration: site.integrationId, apiKey: key.body.id };
    const theirs = await app.send(operation.method, pathOf(operation, ids), { token: stranger.apiKey, ...bodyOf(operation) });
    const nobodys = await app.send(operation.method, pathOf(operation), { token: stranger.apiKey, ...bodyOf(operation) });
    expect([theirs.status, theirs.body.code]).toEqual([404, 'not_found']);
    // Not even the words tell that there is such a row.
    expect(theirs.body.detail).toBe(nobodys.body.detail);
    expect((await app.get<Site>(`/sites/${site.site.id}/`, { token: account.apiKey })).body.integration?.status).toBe('ready');
  });

  it('cannot be named in a body either', async () => {
    const stranger = await app.createAccount();
    const site = await TestSite.create(app, account.apiKey);
    expect((await app.post('/integration/integrations/', { token: stranger.apiKey, body: { site_id: site.site.id } })).status).toBe(404);
    const list = await app.get<{ data: unknown[] }>(`/integration/integrations/?site_id=${site.site.id}`, { token: stranger.apiKey });
    expect(list.body.data).toEqual([]);
    const found = await app.get<{ data: unknown[] }>(`/sites/?url=${encodeURIComponent(site.homeUrl)}`, { token: stranger.apiKey });
    expect(found.body.data).toEqual([]);
  });
});

describe('another site than the one that is connected', () => {
  const identified = closed.filter((operation) => operation.takesIdentity);

  it.each(identified.map((operation) => [operation.id, operation] as const))('%s refuses it', async (_id, operation) => {
    const site = await TestSite.createReady(app, account.apiKey);
    const { status, body } = await app.send(operation.method, pathOf(operation, { integration: site.integrationId }), {
      token: account.apiKey,
      headers: { 'igny8-site-uuid': randomUUID() },
      ...bodyOf(operation),
    });
    expect([status, body.code]).toEqual([409, 'identity_conflict']);
  });
});

describe('a site that was deactivated', () => {
  const ofIntegration = closed.filter((operation) => operation.path.startsWith('/integration/integrations/{id}/'));
  const ending = ['disconnectIntegration', 'deleteIntegration'];

  it('is refused with site_inactive on every route, but can be ended', async () => {
    for (const operation of ofIntegration) {
      const site = await TestSite.createReady(app, account.apiKey);
      await app.patch(`/sites/${site.site.id}/`, { token: account.apiKey, body: { is_active: false } });
      const { status, body } = await app.send(operation.method, pathOf(operation, { integration: site.integrationId }), {
        token: account.apiKey,
        ...bodyOf(operation),
      });
      if (ending.includes(operation.id)) expect([operation.id, status < 300]).toEqual([operation.id, true]);
      else expect([operation.id, status, body.code]).toEqual([operation.id, 403, 'site_inactive']);
    }
  });

  it('is refused with its own key, and works again when it is activated', async () => {
    const site = await TestSite.createReady(app, account.apiKey);
    await app.patch(`/sites/${site.site.id}/`, { token: account.apiKey, body: { is_active: false } });
    expect((await site.push<{ code: string }>()).body.code).toBe('site_inactive');
    await app.patch(`/sites/${site.site.id}/`, { token: account.apiKey, body: { is_active: true } });
    expect((await site.push()).status).toBe(200);
  });

  it('can be looked at by people, who then activate it', async () => {
    const site = await TestSite.createReady(app, account.apiKey);
    await app.patch(`/sites/${site.site.id}/`, { token: account.apiKey, body: { is_active: false } });
    const session = await app.post<{ token: string }>('/auth/login/', { body: { email: account.email, password: account.password } });
    const { token } = session.body;
    expect((await app.get(`${site.path}/content-types/`, { token })).status).toBe(200);
    const change = await app.patch(`${site.path}/content-types/post_types/post/`, {
      token,
      body: { enabled: false },
      headers: { 'if-match': '*' },
    });
    expect(change.body.code).toBe('site_inactive');
  });
});

describe('a route that does not say who may call it', () => {
  it('is closed', async () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get()
      get(): string {
        return 'open to everybody';
      }
    }
    @Module({ imports: [AppModule.with(database.config)], controllers: [ForgottenController] })
    class ForgottenModule {}
    const other = await createHttpApp(ForgottenModule, database.config);
    try {
      const answer = await other.inject({ method: 'GET', url: '/forgotten', headers: { authorization: `Bearer ${account.apiKey}` } });
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toContain('open to everybody');
    } finally {
      await other.close();
    }
  });
});
