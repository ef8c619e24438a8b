import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Operation, readContract } from '../../src/model.ts';
import { Igny8 } from '../src/index.js';
import type { Igny8Error, Igny8Options } from '../src/index.js';
import { hangUp, json, problem, type Reply, ScriptedServer, thrownBy } from './support/scripted-server.js';

const contractFile = join(resolve(__dirname, '../../..'), 'openapi.yaml');
const { operations } = readContract(pathToFileURL(contractFile));
const document = parse(readFileSync(contractFile, 'utf8')) as { paths: Record<string, Record<string, { 'x-idempotent'?: boolean }>> };

const server = new ScriptedServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.replies = [];
  server.seen = [];
});

const NOW = { 'retry-after': '0' };
const ok = json(200, { data: [], next_cursor: null });
const keysSent = (): unknown[] => server.seen.map(({ headers }) => headers['idempotency-key']);

const takes = ({ parameters }: Operation, header: string): boolean => parameters.some(({ name }) => name === header);

/** Calls any operation of the contract with something for everything that it must have. */
function call({ sdkGroup, sdkName, parameters, body }: Operation, client: Igny8): PromiseLike<unknown> {
  const resource = client[sdkGroup as keyof Igny8] as unknown as Record<string, (...args: unknown[]) => PromiseLike<unknown>>;
  const ids = parameters.filter((parameter) => parameter.in === 'path').map(() => 'x');
  return resource[sdkName]?.(...ids, ...(body === undefined ? [] : [{}])) ?? Promise.reject(new Error(`The SDK has no ${sdkName}.`));
}

/** By HTTP itself, by a header, or because the contract says so. */
function maySendAgain(operation: Operation): boolean {
  return (
    ['GET', 'PUT', 'DELETE'].includes(operation.method) ||
    takes(operation, 'If-Match') ||
    takes(operation, 'Idempotency-Key') ||
    document.paths[operation.path]?.[operation.method.toLowerCase()]?.['x-idempotent'] === true
  );
}

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  it(`${takes(operation, 'Idempotency-Key') ? 'sends one' : 'sends no'} Idempotency-Key`, async () => {
    server.replies = [ok];
    await call(operation, server.client());
    expect(server.seen).toMatchObject([{ method: operation.method, url: operation.path.replaceAll(/\{\w+\}/g, 'x') }]);
    expect(keysSent()).toEqual([takes(operation, 'Idempotency-Key') ? expect.stringMatching(/^[0-9a-f]{32}$/) : undefined]);
  });

  it(`is ${maySendAgain(operation) ? '' : 'not '}sent again when it may have been done`, async () => {
    server.replies = [problem(503, 'service_unavailable', NOW), ok];
    await Promise.resolve(call(operation, server.client())).catch(() => undefined);
    expect(server.seen).toHaveLength(maySendAgain(operation) ? 2 : 1);
  });
});

describe('an Idempotency-Key', () => {
  it('is the same over all tries of a call, with the same body, and another one in the next call', async () => {
    server.replies = [hangUp, problem(503, 'service_unavailable', NOW), json(201, {})];
    await server.client().sites.create({ home_url: 'https://example.com' });
    await server.client().sites.create({ home_url: 'https://example.com' });
    const keys = keysSent();
    expect(keys).toEqual([keys[0], keys[0], keys[0], keys[3]]);
    expect(keys[0]).not.toBe(keys[3]);
    expect(new Set(server.seen.map(({ body }) => body))).toEqual(new Set(['{"home_url":"https://example.com"}']));
  });

  it('may be the own one of the caller', async () => {
    server.replies = [problem(503, 'service_unavailable', NOW), json(201, {})];
    await server.client().apiKeys.create({ name: 'Deploy' }, { idempotencyKey: 'deploy-7' });
    expect(keysSent()).toEqual(['deploy-7', 'deploy-7']);
  });

  describe('while the first try is still being worked on', () => {
    const inProgress = problem(409, 'request_in_progress', { 'retry-after': '1' });
    const create = (options: Partial<Igny8Options>): Promise<unknown> =>
      server.client(options).sites.create({ home_url: 'https://example.com' });

    it('goes on asking, more often than it would try again', async () => {
      server.replies = [hangUp, inProgress, inProgress, problem(503, 'service_unavailable', NOW), inProgress, json(201, { id: 'made' })];
      await expect(create({ maxRetries: 2 })).resolves.toEqual({ id: 'made' });
      expect(server.seen).toHaveLength(6);
    });

    it('ends when the patience does', async () => {
      server.replies = [inProgress];
      expect(await thrownBy(create({ maxWait: 1_900 }))).toMatchObject({ code: 'request_in_progress' });
      expect(server.seen).toHaveLength(2);
    });

    it('asks not even once when nothing is to be tried again', async () => {
      server.replies = [inProgress];
      expect(await thrownBy(create({ maxRetries: 0 }))).toMatchObject({ code: 'request_in_progress' });
      expect(server.seen).toHaveLength(1);
    });

    it('is no storm when it may ask again at once', async () => {
      server.replies = [problem(409, 'request_in_progress', NOW), json(201, {})];
      const since = performance.now();
      await create({});
      expect(performance.now() - since).toBeGreaterThan(490);
    });
  });

  it('is taken over from a server that died, once its lease of a minute is over', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const since = performance.now();
      let asked = 0;
      const fetch = (request: Request): Promise<Response> => {
        const age = performance.now() - since;
        asked++;
        if (age === 0) return new Promise(() => undefined);
        if (age >= 60_000) return Promise.resolve(Response.json({ id: 'made' }, { status: 201 }));
        const body = { status: 409, code: 'request_in_progress', request_id: 'r', detail: request.url };
        return Promise.resolve(Response.json(body, { status: 409, headers: { 'retry-after': '2' } }));
      };
      const made = new Igny8({ baseUrl: 'https://api.example', fetch }).sites.create({ home_url: 'https://example.com' });
      for (let second = 0; second < 70; second++) await jest.advanceTimersByTimeAsync(1_000);
      await expect(made).resolves.toEqual({ id: 'made' });
      expect(asked).toBeGreaterThan(10);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    [409, 'secret_already_shown'],
    [409, 'answer_lost'],
    [409, 'site_exists'],
    [422, 'idempotency_key_reused'],
  ])('is not sent again after %d %s, which no try would change', async (status, code) => {
    server.replies = [problem(status, code, NOW)];
    expect(await thrownBy(server.client().sites.create({ home_url: 'https://example.com' }))).toMatchObject({ status, code });
    expect(server.seen).toHaveLength(1);
  });
});

describe('a call that failed', () => {
  it.each([
    ['a network failure', hangUp],
    ['429', problem(429, 'rate_limited', NOW)],
    ['503', problem(503, 'service_unavailable', NOW)],
    ['502 of a proxy', (response) => response.writeHead(502, NOW).end('<h1>Bad Gateway</h1>')],
    ['503 of a proxy', (response) => response.writeHead(503, NOW).end('<h1>Maintenance</h1>')],
    ['504 of a proxy', (response) => response.writeHead(504, NOW).end('<h1>Gateway Timeout</h1>')],
  ] satisfies [string, Reply][])('is tried again after %s', async (_what, reply) => {
    server.replies = [reply, json(200, { status: 'ok' })];
    await expect(server.client().health.live()).resolves.toEqual({ status: 'ok' });
    expect(server.seen).toHaveLength(2);
  });

  it('is tried again when no answer came in time', async () => {
    server.replies = [() => undefined, json(200, { status: 'ok' })];
    await expect(server.client({ timeout: 100 }).health.live()).resolves.toEqual({ status: 'ok' });
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500])('is not tried again after %d', async (status) => {
    server.replies = [problem(status, 'internal_error', NOW)];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ status });
    expect(server.seen).toHaveLength(1);
  });

  it('is not tried again after a redirect or a firewall', async () => {
    server.replies = [(response) => response.writeHead(301, { location: '/' }).end(), (response) => response.writeHead(403).end()];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ status: 301 });
    expect(await thrownBy(server.client().health.live())).toMatchObject({ status: 403 });
    expect(server.seen).toHaveLength(2);
  });

  it('that is not idempotent is tried again only after 429, before which nothing is done', async () => {
    const who = { email: 'a@example.com', password: 'p' };
    server.replies = [problem(429, 'rate_limited', NOW), json(200, {})];
    await server.client().auth.login(who);
    expect(server.seen).toHaveLength(2);
    server.replies = [hangUp];
    expect(await thrownBy(server.client().auth.login(who))).toMatchObject({ name: 'Igny8ConnectionError' });
    expect(server.seen).toHaveLength(3);
  });

  it('is given up after its tries, with what came last', async () => {
    server.replies = [hangUp, hangUp, hangUp, problem(429, 'rate_limited', NOW)];
    expect(await thrownBy(server.client({ maxRetries: 3 }).health.live())).toMatchObject({ code: 'rate_limited', retryAfter: 0 });
    expect(server.seen).toHaveLength(4);
  });

  it('is not tried again when that is not wanted', async () => {
    server.replies = [hangUp];
    await thrownBy(server.client({ maxRetries: 0 }).health.live());
    expect(server.seen).toHaveLength(1);
  });
});

describe('a deletion whose answer was lost', () => {
  const LOST = [
    ['no answer', hangUp],
    ['502 of a proxy', (response) => response.writeHead(502, NOW).end('<h1>Bad Gateway</h1>')],
    ['504 of a proxy', (response) => response.writeHead(504, NOW).end('<h1>Gateway Timeout</h1>')],
  ] satisfies [string, Reply][];

  it.each(LOST)('was done when there is nothing left to delete, after %s', async (_what, reply) => {
    server.replies = [reply, problem(503, 'service_unavailable', NOW), problem(404, 'not_found')];
    await expect(server.client().sites.delete('x')).resolves.toBeUndefined();
    expect(server.seen).toHaveLength(3);
  });

  it.each([
    ['on its first try', []],
    ['after 429, before which nothing is done', [problem(429, 'rate_limited', NOW)]],
    ['after 429 of a proxy', [(response) => response.writeHead(429, NOW).end()]],
    ['after the API said 503', [problem(503, 'service_unavailable', NOW)]],
  ] satisfies [string, Reply[]][])('is another thing than one that meets 404 %s', async (_what, before) => {
    server.replies = [...before, problem(404, 'not_found')];
    expect(await thrownBy(server.client().sites.delete('x'))).toMatchObject({ code: 'not_found' });
  });

  it('is another thing than a question, and than a firewall that says 404', async () => {
    server.replies = [hangUp, problem(404, 'not_found')];
    expect(await thrownBy(server.client().sites.get('x'))).toMatchObject({ code: 'not_found' });
    server.replies = [hangUp, (response) => response.writeHead(404).end('<h1>Not Found</h1>')];
    expect(await thrownBy(server.client().sites.delete('x'))).toMatchObject({ name: 'Igny8ConnectionError', status: 404 });
  });
});

describe('the wait before another try', () => {
  const waited = async (headers: Record<string, string>): Promise<number> => {
    server.replies = [problem(429, 'rate_limited', headers), json(200, {})];
    const since = performance.now();
    await server.client().health.live();
    return performance.now() - since;
  };

  it('is as long as Retry-After says, in seconds', async () => {
    expect(await waited({ 'retry-after': '1' })).toBeGreaterThan(990);
  });

  it('is as long as Retry-After says, as a date', async () => {
    const date = new Date(Date.now() + 2_000).toUTCString();
    await waited({ 'retry-after': date });
    // A timer may be a little early.
    expect(Date.now()).toBeGreaterThan(Date.parse(date) - 10);
  });

  it('is short when Retry-After says nothing that can be understood', async () => {
    expect(await waited({ 'retry-after': 'later' })).toBeLessThan(5_000);
  });

  const toldBy = async (retryAfter: string): Promise<unknown> => {
    server.replies = [problem(429, 'rate_limited', { 'retry-after': retryAfter })];
    const error = await thrownBy(server.client({ maxRetries: 0 }).health.live());
    return (error as Igny8Error).retryAfter;
  };

  it.each(['-5', '+5', '1.5', '1, 2', '5 s', '2e1', '0x10', 'Tomorrow', '2040-01-01', '2040-01-01T00:00:00Z', 'Jan 1, 2040'])(
    'is not told by a Retry-After that is neither a number of seconds nor a date of HTTP: %s',
    async (retryAfter) => {
      expect(await toldBy(retryAfter)).toBeUndefined();
    },
  );

  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
    ['Sun, 01 Jan 2040 00:00:00 GMT', Date.UTC(2040, 0, 1)],
    ['Sunday, 01-Jan-40 00:00:00 GMT', Date.UTC(2040, 0, 1)],
    ['Sun Jan  1 00:00:00 2040', Date.UTC(2040, 0, 1)],
  ])('is told by a Retry-After in each form of a date of HTTP: %s', async (retryAfter, until) => {
    const seconds = Math.max(0, (until - Date.now()) / 1000);
    expect(Math.abs(Number(await toldBy(retryAfter)) - seconds)).toBeLessThan(10);
  });

  it('is long when Retry-After is longer than a timer can be and there is no limit', async () => {
    const abort = new AbortController();
    server.replies = [problem(429, 'rate_limited', { 'retry-after': '9'.repeat(400) })];
    const call = thrownBy(server.client({ maxWait: Infinity }).health.live({ signal: abort.signal }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    abort.abort();
    expect(await call).toMatchObject({ name: 'AbortError' });
    expect(server.seen).toHaveLength(1);
  });

  it('is not begun when it would be longer than the patience: the caller is told at once', async () => {
    server.replies = [problem(429, 'rate_limited', { 'retry-after': '91' })];
    const since = performance.now();
    expect(await thrownBy(server.client().health.live())).toMatchObject({ code: 'rate_limited', retryAfter: 91 });
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(server.seen).toHaveLength(1);
  });

  it('counts from the first try: after that time none is begun, however many there are left', async () => {
    server.replies = [problem(429, 'rate_limited', { 'retry-after': '1' })];
    expect(await thrownBy(server.client({ maxRetries: 10, maxWait: 1_900 }).health.live())).toMatchObject({ code: 'rate_limited' });
    expect(server.seen).toHaveLength(2);
  });

  it('ends at once when it is aborted, and leaves nothing behind', async () => {
    const abort = new AbortController();
    server.replies = [
      (response) => {
        problem(503, 'service_unavailable', { 'retry-after': '30' })(response);
        setTimeout(() => {
          abort.abort();
        }, 50);
      },
    ];
    const since = performance.now();
    expect(await thrownBy(server.client().health.live({ signal: abort.signal }))).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(server.seen).toHaveLength(1);
  });
});
