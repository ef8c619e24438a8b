import { readConfig, type Config } from './config';
import { signIn, signOut } from './session';
import { FakeBackend } from './testing/fake-backend';

const TOKEN = 'session_4cOcp2cAkKyYfDHwFvsPPUrsVWRrCzYfaRSBo5UNSqE';
const ORIGIN = 'https://app.example.com';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };

const backend = new FakeBackend();
let config: Config;

beforeAll(async () => {
  await backend.listen();
  config = readConfig({ IGNY8_API_URL: backend.url });
});
afterAll(() => backend.close());
beforeEach(() => {
  backend.received = [];
  backend.answer = {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: TOKEN, expires_at: new Date(Date.now() + 3_600_000).toISOString() }),
  };
});

function send(method: string, headers: Record<string, string>, body?: string): Request {
  return new Request(`${ORIGIN}/api/session`, {
    method,
    headers: { host: 'app.example.com', origin: ORIGIN, 'x-forwarded-for': '203.0.113.7', ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

const CREDENTIALS = JSON.stringify({ email: 'ana@example.com', password: 'secret' });

function refuse(status: number, code: string, headers: Record<string, string> = {}): void {
  backend.answer = {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
    body: JSON.stringify({ status, code, request_id: 'r1', detail: 'No.' }),
  };
}

describe('signing in', () => {
  it('puts the token into the cookie and nowhere else', async () => {
    const response = await signIn(send('POST', JSON_TYPE, CREDENTIALS), config);
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-igny8_session=session_\w+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('');
    const [{ request, body } = {}] = backend.received;
    expect(body).toBe(CREDENTIALS);
    expect(request?.headers).toMatchObject({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' });
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  it('says that e-mail or password is wrong', async () => {
    refuse(401, 'credentials_invalid');
    const response = await signIn(send('POST', JSON_TYPE, CREDENTIALS), config);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'credentials_invalid', request_id: 'r1' });
    expect(response.headers.has('set-cookie')).toBe(false);
  });

  it('says how long to wait, and does not wait itself', async () => {
    refuse(429, 'rate_limited', { 'Retry-After': '30' });
    const response = await signIn(send('POST', JSON_TYPE, CREDENTIALS), config);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(backend.received).toHaveLength(1);
  });

  it('understands a form that is sent before the page’s script runs', async () => {
    const body = new URLSearchParams({ email: 'ana@example.com', password: 'secret', next: '/api-keys' }).toString();
    const response = await signIn(send('POST', FORM_TYPE, body), config);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/api-keys');
    expect(response.headers.get('set-cookie')).toContain(TOKEN);
  });

  it('does not let a form lead elsewhere', async () => {
    const body = new URLSearchParams({ email: 'a@b', password: 'x', next: 'https://evil.example' }).toString();
    expect((await signIn(send('POST', FORM_TYPE, body), config)).headers.get('location')).toBe('/sites');
  });

  it('leads a form back that was refused, without what was typed', async () => {
    refuse(401, 'credentials_invalid');
    const body = new URLSearchParams({ email: 'ana@example.com', password: 'secret', next: '/api-keys' }).toString();
    const response = await signIn(send('POST', FORM_TYPE, body), config);
    expect(response.headers.get('location')).toBe('/sign-in?failed=credentials_invalid&next=%2Fapi-keys');
  });

  it.each([
    ['another site', { ...JSON_TYPE, origin: 'https://evil.example' }, CREDENTIALS, 403],
    ['plain text', { 'content-type': 'text/plain' }, CREDENTIALS, 415],
    ['what only begins like JSON', { 'content-type': 'application/jsonx' }, CREDENTIALS, 415],
    ['nonsense', JSON_TYPE, '{', 400],
    ['a book', JSON_TYPE, 'x'.repeat(70_000), 413],
  ])('refuses %s', async (_name, headers, body, status) => {
    const response = await signIn(send('POST', headers, body), config);
    expect(response.status).toBe(status);
    expect(backend.received).toHaveLength(0);
  });
});

describe('signing out', () => {
  const cookie = { cookie: `__Host-igny8_session=${TOKEN}` };

  it('ends the session and takes the cookie back', async () => {
    backend.answer = { status: 204 };
    const response = await signOut(send('DELETE', cookie), config);
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(backend.received[0]?.request.url).toBe('/auth/logout/');
    expect(backend.received[0]?.request.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('takes the cookie back also when the backend cannot be asked', async () => {
    const silenced = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const response = await signOut(send('DELETE', cookie), readConfig({ IGNY8_API_URL: 'http://127.0.0.1:1' }));
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    silenced.mockRestore();
  });

  it('is refused when another site asks for it', async () => {
    const response = await signOut(send('DELETE', { ...cookie, origin: 'https://evil.example' }), config);
    expect(response.status).toBe(403);
    expect(response.headers.has('set-cookie')).toBe(false);
    expect(backend.received).toHaveLength(0);
  });
});
