import { type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { Health } from '../src/generated/contract.js';
import { TestApp, type TestAccount } from './support/app.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';

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

/** With Node's own client, which sends what it is told. */
function raw(
  url: string,
  options: { method?: string; path: string; headers?: Record<string, string> },
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = httpRequest({ hostname, port, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.on('error', reject).end();
  });
}

describe('the request id', () => {
  it.each(['abc-123', 'a'.repeat(64), 'A.b_c-9'])('is taken over when it is well-formed: %s', async (id) => {
    const answer = await app.get('/auth/me/', { headers: { 'x-request-id': id } });
    expect([answer.headers.get('x-request-id'), answer.body.request_id]).toEqual([id, id]);
  });

  it.each(['', 'a'.repeat(65), 'sp ace', '<script>', 'ä'.normalize('NFD')])('is made anew when it is not: %s', async (id) => {
    const answer = await app.get('/auth/me/', {
      headers: { 'x-request-id': encodeURI(id).includes('%') && id !== 'sp ace' ? 'not%well' : id },
    });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body.request_id).toBe(answer.headers.get('x-request-id'));
  });

  it('comes from traceparent when there is no other', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    expect((await app.get('/auth/me/', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } })).body.request_id).toBe(trace);
  });
});

describe('addresses', () => {
  it('work with and without the final slash, and do not redirect', async () => {
    for (const path of ['/auth/me', '/auth/me/', '/sites', '/sites/'])
      expect((await app.get(path, { token: account.apiKey })).status).toBe(200);
  });

  it.each(['/', '/nothing/', '/auth/', '/sites/x/y/z', '/integration/integrations/../../auth/me/x'])(
    'that are none answer a problem: %s',
    async (path) => {
      const { status, body } = await raw(app.url, { path });
      expect(status).toBe(404);
      expect(JSON.parse(body)).toMatchObject({ code: 'not_found', status: 404 });
    },
  );

  it.each(['/sites/%', '/sites/%zz/', '/sites/%c0%af/'])('that cannot be decoded answer a problem: %s', async (path) => {
    const { status, body } = await raw(app.url, { path, headers: { authorization: `Bearer ${account.apiKey}` } });
    expect([400, 404]).toContain(status);
    expect(JSON.parse(body)).toMatchObject({ status, request_id: expect.any(String) as string });
  });

  it('answer 404 to a method that they do not have', async () => {
    expect((await app.send('PUT', '/sites/', { token: account.apiKey, body: {} })).body.code).toBe('not_found');
  });
});

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('bodies', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'of %s are not taken',
    async (type) => {
      const { status, body } = await app.post('/sites/', {
        token: account.apiKey,
        text: 'home_url=https://example.com',
        headers: { 'content-type': type },
      });
      expect([status, body.code]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it.each(['{', '{"a":}', '{"home_url": "x"} trailing'])('that cannot be read answer 400: %s', async (text) => {
    const { status, body } = await app.post('/sites/', { token: account.apiKey, text });
    expect([status, body.code]).toEqual([400, 'malformed_request']);
  });

  it.each(['null', '[]', '"x"', '3', 'true'])('that are no object answer 422: %s', async (text) => {
    const { status, body } = await app.post('/sites/', { token: account.apiKey, text });
    expect([status, body.code]).toEqual([422, 'validation_failed']);
  });

  it.each([
    ['/auth/login/', { email: 'a@b', password: 'x', more: nested(3_500) }],
    ['/auth/api-keys/', { name: 'x', scopes: nested(3_500) }],
    ['/auth/api-keys/', { name: 'x', scopes: Array.from({ length: 100_000 }, () => ({})) }],
  ])('that are too deep or too many keep nobody waiting: %s', async (path, body) => {
    const before = performance.now();
    expect((await app.post(path, { token: account.apiKey, body })).status).toBe(413);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('that are missing answer 422', async () => {
    expect((await app.post('/sites/', { token: account.apiKey, text: '' })).status).toBe(422);
    expect((await app.post('/sites/', { token: account.apiKey })).status).toBe(422);
  });
});

describe('a POST that takes no body', () => {
  it.each(['application/x-www-form-urlencoded', 'application/json', 'text/plain'])('does not mind an empty one of %s', async (type) => {
    const session = await app.post<{ token: string }>('/auth/login/', { body: { email: account.email, password: account.password } });
    const answer = await raw(app.url, {
      method: 'POST',
      path: '/auth/logout/',
      headers: { authorization: `Bearer ${session.body.token}`, 'content-type': type, 'content-length': '0' },
    });
    expect(answer.status).toBe(204);
  });
});

describe('plain http in production', () => {
  let production: TestApp;

  beforeAll(async () => {
    production = await TestApp.start(testConfig(database.url, { NODE_ENV: 'production', IGNY8_TRUSTED_PROXIES: '127.0.0.2/32' }));
  });
  afterAll(() => production.stop());

  it('is refused, and so is whoever only claims to come over https', async () => {
    for (const headers of [{}, { 'x-forwarded-proto': 'https' }] as Record<string, string>[]) {
      const { status, body } = await production.get('/auth/me/', { token: account.apiKey, headers });
      expect([status, body.code]).toEqual([403, 'https_required']);
    }
  });

  it('is taken from a trusted proxy that ended TLS', async () => {
    const trusting = await TestApp.start(
      testConfig(database.url, { NODE_ENV: 'production', IGNY8_TRUSTED_PROXIES: '10.0.0.0/8, 127.0.0.1' }),
    );
    try {
      expect((await trusting.get('/auth/me/', { token: account.apiKey, headers: { 'x-forwarded-proto': 'https' } })).status).toBe(200);
      expect((await trusting.get('/auth/me/', { token: account.apiKey, headers: { 'x-forwarded-proto': 'http' } })).body.code).toBe(
        'https_required',
      );
      expect((await trusting.get('/auth/me/', { token: account.apiKey })).body.code).toBe('https_required');
    } finally {
      await trusting.stop();
    }
  });

  it('still answers health checks', async () => {
    expect((await production.get<Health>('/health/live')).body).toEqual({ status: 'ok' });
    expect((await production.get<Health>('/health/ready')).body).toEqual({ status: 'ok' });
  });
});

describe('readiness', () => {
  it('fails while the database lacks migrations, and liveness does not', async () => {
    const empty = await createDatabase();
    const other = await TestApp.start(empty.config);
    try {
      await empty.query('DELETE FROM migration');
      expect((await other.get('/health/ready')).body).toMatchObject({ status: 503, code: 'service_unavailable' });
      expect((await other.get<Health>('/health/live')).status).toBe(200);
    } finally {
      await other.stop();
      await empty.drop();
    }
  });

  it('a request without a database is 503, and nothing of the cause is told', async () => {
    const gone = await createDatabase();
    const other = await TestApp.start(gone.config);
    const theirs = await other.createAccount();
    await gone.drop();
    try {
      const { status, body } = await other.get('/sites/', { token: theirs.apiKey });
      expect([status, body.code]).toEqual([503, 'service_unavailable']);
      expect(body.detail).not.toMatch(/database|postgres/i);
    } finally {
      await other.stop();
    }
  });
});

describe('bytes that are no request', () => {
  it.each([
    ['no method', 'GARBAGE\r\n\r\n'],
    ['two lengths', 'POST /auth/login/ HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['a header of 100 KB', `GET /sites/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
  ])('are answered with a problem: %s', async (_what, bytes) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('error', reject).on('close', () => {
        resolve(text);
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n/);
    const id = /X-Request-Id: (\S+)/.exec(answer)?.[1];
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'malformed_request', status: 400, request_id: id });
  });
});

it('answers whoever expects something of it as everybody', async () => {
  const { status, headers } = await raw(app.url, { path: '/auth/me/', headers: { expect: 'foo' } });
  expect([status, headers['x-request-id']]).toEqual([401, expect.any(String)]);
});

describe('/docs', () => {
  it.each(['/docs/%2e%2e/%2e%2e/package.json', '/docs/../../../etc/passwd', '/docs/%00'])('gives nothing else: %s', async (path) => {
    expect([400, 404]).toContain((await raw(app.url, { path })).status);
  });

  it('shows the contract and gives it as a file', async () => {
    const page = await fetch(`${app.url}/docs/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const document = (await (await fetch(`${app.url}/docs/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/integration/integrations/{id}/update-structure/']);
  });
});

describe('shutting down', () => {
  it('answers what it has begun', async () => {
    const other = await TestApp.start(database.config);
    const theirs = await other.createAccount();
    const slow = other.post('/auth/login/', { body: { email: theirs.email, password: theirs.password } });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await other.stop();
    expect((await slow).status).toBe(200);
  });
});
