import { readConfig, type Config } from './config';
import { passOn } from './pass-on';
import { FakeBackend } from './testing/fake-backend';

const TOKEN = 'session_4cOcp2cAkKyYfDHwFvsPPUrsVWRrCzYfaRSBo5UNSqE';
const ORIGIN = 'https://app.example.com';
const ID = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';

const backend = new FakeBackend();
let config: Config;

beforeAll(async () => {
  await backend.listen();
  config = readConfig({ IGNY8_API_URL: backend.url });
});
afterAll(() => backend.close());
beforeEach(() => {
  backend.received = [];
  backend.answer = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{}' };
});

function ask(path: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> {
  const headers = { host: 'app.example.com', cookie: `theme=dark; __Host-igny8_session=${TOKEN}`, ...init.headers };
  return passOn(new Request(`${ORIGIN}/api/igny8${path}`, { ...init, headers }), config);
}

const patch = (headers: Record<string, string> = { origin: ORIGIN }): Promise<Response> =>
  ask(`/sites/${ID}/`, { method: 'PATCH', body: '{"name":"Shop"}', headers: { 'content-type': 'application/json', ...headers } });

describe('passing on to the backend', () => {
  it('puts the session in place of the cookie and forwards only what is needed', async () => {
    await ask(`/integration/integrations/${ID}/content-types/?x=1`, {
      headers: {
        'if-none-match': '"s1.x"',
        'igny8-background': 'true',
        'x-request-id': 'mine',
        'x-forwarded-for': '203.0.113.7',
        'x-forwarded-host': 'evil.example',
        authorization: 'Bearer other',
        'igny8-site-uuid': 'other',
        'accept-language': 'de',
      },
    });
    const [{ request } = {}] = backend.received;
    expect(request?.url).toBe(`/integration/integrations/${ID}/content-types/?x=1`);
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'if-none-match': '"s1.x"',
      'igny8-background': 'true',
      'x-request-id': 'mine',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
    });
    for (const name of ['cookie', 'origin', 'x-forwarded-host', 'igny8-site-uuid']) expect(request?.headers).not.toHaveProperty(name);
  });

  it('passes the body and If-Match of a change on', async () => {
    await patch({ origin: ORIGIN, 'if-match': '"v3"' });
    expect(backend.received).toHaveLength(1);
    expect(backend.received[0]?.body).toBe('{"name":"Shop"}');
    expect(backend.received[0]?.request.headers).toMatchObject({ 'if-match': '"v3"', 'content-type': 'application/json' });
  });

  it('passes the Idempotency-Key on, without which a request that is sent again would be done again', async () => {
    await ask('/sites/', {
      method: 'POST',
      body: '{"home_url":"https://example.com"}',
      headers: { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': 'once' },
    });
    expect(backend.received[0]?.request.headers['idempotency-key']).toBe('once');
  });

  it('gives back status, body, ETag, Retry-After and X-Request-Id, and nothing else', async () => {
    backend.answer = {
      status: 429,
      headers: {
        'Content-Type': 'application/problem+json',
        ETag: '"v4"',
        'Retry-After': '30',
        'X-Request-Id': 'r1',
        'Set-Cookie': 'a=b',
        'Access-Control-Allow-Origin': '*',
        Server: 'fastify',
      },
      body: '{"code":"rate_limited"}',
    };
    const response = await ask('/sites/');
    expect(response.status).toBe(429);
    expect(await response.text()).toBe('{"code":"rate_limited"}');
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/problem+json',
      etag: '"v4"',
      'retry-after': '30',
      'x-request-id': 'r1',
    });
  });

  it('lets nobody keep what has no ETag', async () => {
    expect((await ask('/sites/')).headers.get('cache-control')).toBe('no-store');
  });

  it('passes 304 back without a body', async () => {
    backend.answer = { status: 304, headers: { ETag: '"s1.x"' } };
    const response = await ask(`/integration/integrations/${ID}/content-types/`, { headers: { 'if-none-match': '"s1.x"' } });
    expect(response.status).toBe(304);
    expect(response.body).toBeNull();
  });

  it('forgets a session that the backend refuses', async () => {
    backend.answer = { status: 401, headers: { 'Content-Type': 'application/problem+json' }, body: '{"code":"unauthenticated"}' };
    const response = await ask('/auth/me/');
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-igny8_session=; .*Max-Age=0/);
  });

  it.each([
    ['no Origin', {}],
    ['another Origin', { origin: 'https://evil.example' }],
  ])('refuses a change with %s before the backend hears of it', async (_name, headers) => {
    const response = await patch(headers);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'origin_refused', status: 403 });
    expect(backend.received).toHaveLength(0);
  });

  it('answers 404 to what is not on the list', async () => {
    const response = await ask('/auth/login/', { method: 'POST', body: '{}', headers: { origin: ORIGIN } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not_found', instance: '/api/igny8/auth/login/' });
    expect(backend.received).toHaveLength(0);
  });

  it('answers 401 without a session', async () => {
    expect((await ask('/sites/', { headers: { cookie: 'theme=dark' } })).status).toBe(401);
    expect(backend.received).toHaveLength(0);
  });

  it('refuses a body that no page sends', async () => {
    const response = await ask('/sites/', {
      method: 'POST',
      body: 'x'.repeat(70_000),
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(413);
    expect(backend.received).toHaveLength(0);
  });

  it('does not show what something else than the backend answers', async () => {
    const silenced = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    backend.answer = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<script>alert(1)</script>' };
    const response = await ask('/sites/');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'service_unavailable' });
    backend.answer = { status: 302, headers: { Location: 'https://elsewhere.example' } };
    expect((await ask('/sites/')).status).toBe(503);
    silenced.mockRestore();
  });

  it('says that the backend cannot be reached, and logs why', async () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const response = await passOn(
      new Request(`${ORIGIN}/api/igny8/sites/`, {
        headers: { host: 'app.example.com', cookie: `__Host-igny8_session=${TOKEN}`, 'x-request-id': 'r2' },
      }),
      readConfig({ IGNY8_API_URL: 'http://127.0.0.1:1' }),
    );
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: 'service_unavailable', request_id: 'r2' });
    const line = String(written.mock.calls[0]?.[0]);
    expect(line).toContain('"request_id":"r2"');
    expect(line).not.toContain(TOKEN);
    written.mockRestore();
  });
});
