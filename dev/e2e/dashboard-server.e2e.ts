import { join } from 'node:path';
import { Client } from 'pg';
import { Child } from '../lib/child.ts';
import { freePort } from '../lib/ports.ts';
import { addConnectedSite, eventually, newAccount } from './support/dashboard.ts';
import { stack as runningStack, type TestAccount } from './support/stack.ts';

/** What the dashboard's own server lets through, asked over HTTP as anybody could. */
const stack = runningStack();

interface Door {
  readonly url: string;
  /** The origin of its pages. */
  readonly origin: string;
  readonly cookieName: string;
}

const development: Door = { url: stack.dashboardUrl, origin: stack.dashboardUrl, cookieName: 'igny8_session' };

async function signIn(door: Door, { email, password }: TestAccount, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${door.url}/api/session`, {
    method: 'POST',
    headers: { origin: door.origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password }),
  });
  expect(response.status).toBe(204);
  return response.headers.get('set-cookie') ?? '';
}

const valueOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

function ask(door: Door, path: string, cookie: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Response> {
  return fetch(`${door.url}/api/igny8${path}`, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
  });
}

describe('the dashboard’s server', () => {
  it('passes on what is on the closed list, with a slash at the end or without', async () => {
    const { account, api } = await newAccount(stack);
    const { site, integration } = await addConnectedSite(api);
    const cookie = valueOf(await signIn(development, account));
    for (const path of ['/auth/me/', '/auth/me', `/sites/${site.id}/`, '/sites/?limit=1']) {
      const response = await ask(development, path, cookie);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-request-id')).toMatch(/^[\w.-]+$/);
    }
    const types = await ask(development, `/integration/integrations/${integration.id}/content-types/`, cookie);
    const etag = types.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"s0\./);
    const again = await ask(development, `/integration/integrations/${integration.id}/content-types/`, cookie, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('answers 404 to everything else', async () => {
    const { account } = await newAccount(stack);
    const cookie = valueOf(await signIn(development, account));
    const integration = '/integration/integrations/019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';
    const others = [
      ['POST', '/auth/login/'],
      ['POST', '/auth/logout/'],
      ['GET', '/integration/integrations/'],
      ['POST', `${integration}/connect/`],
      ['POST', `${integration}/update-structure/`],
      ['POST', `${integration}/rotate-secret/`],
      ['GET', '/health/live'],
      ['GET', '/docs/'],
      ['PUT', '/sites/'],
      ['OPTIONS', '/sites/'],
    ] as const;
    for (const [method, path] of others) {
      const response = await ask(development, path, cookie, { method, headers: { origin: development.origin } });
      expect([method, path, response.status]).toEqual([method, path, 404]);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
    }
  });

  it('refuses every change that does not come from its own pages', async () => {
    const { account, api } = await newAccount(stack);
    const { site } = await addConnectedSite(api);
    const cookie = valueOf(await signIn(development, account));
    const strangers: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: development.origin, 'sec-fetch-site': 'cross-site' },
      { origin: development.origin.replace('localhost', '127.0.0.1') },
    ];
    for (const headers of strangers) {
      const change = await ask(development, `/sites/${site.id}/`, cookie, { method: 'PATCH', body: { name: 'Stolen' }, headers });
      expect(change.status).toBe(403);
      expect(await change.json()).toMatchObject({ code: 'origin_refused' });
      const deletion = await ask(development, `/sites/${site.id}/`, cookie, { method: 'DELETE', headers });
      expect(deletion.status).toBe(403);
      const signOut = await fetch(`${development.url}/api/session`, { method: 'DELETE', headers: { cookie, ...headers } });
      expect(signOut.status).toBe(403);
      const login = await fetch(`${development.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(account),
      });
      expect(login.status).toBe(403);
      expect(login.headers.has('set-cookie')).toBe(false);
    }
    expect(await api.sites.get(site.id)).toMatchObject({ name: 'Example shop' });
    expect((await ask(development, '/auth/me/', cookie)).status).toBe(200);
  });

  it('lets no other origin read anything', async () => {
    const { account } = await newAccount(stack);
    const cookie = valueOf(await signIn(development, account));
    const response = await ask(development, '/auth/me/', cookie, { headers: { origin: 'https://evil.example' } });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('forgets a session that the backend does not know', async () => {
    const response = await ask(development, '/auth/me/', 'igny8_session=session_4cOcp2cAkKyYfDHwFvsPPUrsVWRrCzYfaRSBo5UNSqE');
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBe('igny8_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax');
  });

  it('gives every page a policy and a nonce of its own', async () => {
    const [first, second] = await Promise.all([fetch(`${stack.dashboardUrl}/sign-in`), fetch(`${stack.dashboardUrl}/sign-in`)]);
    const policies = [first, second].map((page) => page.headers.get('content-security-policy') ?? '');
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
      expect(policy).not.toContain('unsafe-eval');
      expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
    }
    expect(policies[0]).not.toBe(policies[1]);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': expect.stringContaining('no-store') as string,
    });
    expect(first.headers.has('x-powered-by')).toBe(false);
  });

  it('serves the plugin to whoever has the address', async () => {
    const response = await fetch(`${stack.dashboardUrl}/igny8-bridge.zip`);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});

/** The dashboard as it runs in production, behind a proxy that speaks TLS. */
class Production {
  readonly door: Door;
  private readonly child: Child;

  private constructor(child: Child, door: Door) {
    this.child = child;
    this.door = door;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Production> {
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const child = startServer({ IGNY8_API_URL: stack.apiUrl, PORT: String(port), ...env });
    await eventually(async () => {
      expect((await fetch(`${url}/sign-in`)).status).toBe(200);
    }, 20_000);
    // What the proxy forwards still names the host that people see; here that is the address itself.
    return new Production(child, { url, origin: `https://127.0.0.1:${String(port)}`, cookieName: '__Host-igny8_session' });
  }

  stop = (): Promise<void> => this.child.stop();
}

const startServer = (env: Readonly<Record<string, string>>): Child =>
  new Child({
    name: 'The dashboard',
    script: 'frontend/.next/standalone/frontend/server.js',
    logFile: join(stack.workDir, 'logs', `dashboard-${String(Date.now())}.log`),
    env: { NODE_ENV: 'production', HOSTNAME: '127.0.0.1', NEXT_TELEMETRY_DISABLED: '1', ...env },
  });

async function addressOfLastSignIn({ email }: TestAccount): Promise<string | undefined> {
  const db = new Client({ connectionString: stack.databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ address: string }>(
      `SELECT host(e.address::inet) AS address FROM audit_event e JOIN app_user u ON u.account_id = e.account_id
       WHERE u.email = $1 AND e.action = 'session.opened' ORDER BY e.id DESC LIMIT 1`,
      [email],
    );
    return rows[0]?.address;
  } finally {
    await db.end();
  }
}

describe('in production', () => {
  it('the cookie is bound to the host and to HTTPS, and plain HTTP is another origin', async () => {
    const production = await Production.start({});
    try {
      const { account } = await newAccount(stack);
      const cookie = await signIn(production.door, account);
      expect(cookie).toMatch(/^__Host-igny8_session=session_[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
      expect((await ask(production.door, '/auth/me/', valueOf(cookie))).status).toBe(200);
      expect((await ask(production.door, '/auth/me/', valueOf(cookie).replace('__Host-', ''))).status).toBe(401);
      const plain = await fetch(`${production.door.url}/api/session`, { method: 'DELETE', headers: { origin: production.door.url } });
      expect(plain.status).toBe(403);
    } finally {
      await production.stop();
    }
  });

  it('only a trusted proxy says where somebody is', async () => {
    const { account } = await newAccount(stack);
    const strict = await Production.start({});
    await signIn(strict.door, account, { 'x-forwarded-for': '203.0.113.7' });
    await strict.stop();
    expect(await addressOfLastSignIn(account)).toBe('127.0.0.1');
    const behindProxy = await Production.start({ IGNY8_TRUSTED_PROXIES: '127.0.0.0/8' });
    await signIn(behindProxy.door, account, { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' });
    await behindProxy.stop();
    expect(await addressOfLastSignIn(account)).toBe('203.0.113.7');
  });

  it.each([
    [{ IGNY8_API_URL: '' }, 'IGNY8_API_URL must be an http:// or https:// address, without query or password. Example: IGNY8_API_URL='],
    [
      { IGNY8_API_URL: 'https://api.example.com', IGNY8_TRUSTED_PROXIES: 'everybody' },
      'IGNY8_TRUSTED_PROXIES must be addresses or CIDR ranges',
    ],
  ])('a bad setting stops the start and says which: %j', async (env, message) => {
    const child = startServer({ PORT: String(await freePort()), ...env });
    const failure = await child.ready().catch((error: unknown) => error);
    expect(child.hasEnded).toBe(true);
    expect(child.process.exitCode).toBe(1);
    expect(String(failure)).toContain('The dashboard cannot start.');
    expect(String(failure)).toContain(message);
  });
});
