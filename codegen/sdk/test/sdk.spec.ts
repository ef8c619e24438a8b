import { inspect } from 'node:util';
import { Igny8, Igny8ConnectionError, Igny8Error } from '../src/index.js';
import { json, problem, type Reply, ScriptedServer, thrownBy } from './support/scripted-server.js';

const server = new ScriptedServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.replies = [json(200, {})];
  server.seen = [];
});

const page = (type: string, status: number, body: string): Reply => {
  return (response) => response.writeHead(status, { 'content-type': type }).end(body);
};

describe('a call', () => {
  it('sends the key, the path and the query, and gives back the data', async () => {
    server.replies = [json(200, { data: [], next_cursor: null })];
    const list = server.client().sites.list({ url: 'https://example.com/ä?b', limit: 5 });
    await expect(list).resolves.toEqual({ data: [], next_cursor: null });
    expect(server.seen).toMatchObject([
      { method: 'GET', url: '/sites/?url=https%3A%2F%2Fexample.com%2F%C3%A4%3Fb&limit=5', headers: { authorization: 'Bearer igny8_key' } },
    ]);
  });

  it('escapes what goes into a path, and sends the body and If-Match', async () => {
    await server.client().structure.updateContentType('id', 'taxonomies', 'a/b ?', { enabled: true }, { ifMatch: '"v1"' });
    expect(server.seen).toMatchObject([
      {
        method: 'PATCH',
        url: '/integration/integrations/id/content-types/taxonomies/a%2Fb%20%3F/',
        headers: { 'if-match': '"v1"', 'content-type': 'application/json' },
        body: '{"enabled":true}',
      },
    ]);
  });

  it.each(['', '.', '..', '\ud800', 'a\udc00b'])('does not let the id %j lead to another path, or to none', async (id) => {
    expect(await thrownBy(server.client().sites.delete(id))).toMatchObject({
      name: 'TypeError',
      message: `${JSON.stringify(id)} cannot be the id of anything.`,
    });
    expect(server.seen).toEqual([]);
  });

  it('says in the background that nobody asked', async () => {
    await server.client().auth.me({ background: true });
    expect(server.seen[0]?.headers['igny8-background']).toBe('true');
  });

  it('resolves to nothing when there is nothing', async () => {
    server.replies = [(response) => response.writeHead(204).end()];
    await expect(server.client().sites.delete('id')).resolves.toBeUndefined();
  });

  it('has no time limit when that is wanted', async () => {
    server.replies = [
      (response) => {
        setTimeout(() => {
          json(200, { status: 'ok' })(response);
        }, 50);
      },
    ];
    for (const timeout of [Infinity, 2 ** 31])
      await expect(server.client({ timeout, maxRetries: 0 }).health.live()).resolves.toEqual({ status: 'ok' });
  });

  it('takes fields and enum values that it does not know', async () => {
    server.replies = [json(200, { status: 'splendid', mood: 'sunny' })];
    await expect(server.client().health.live()).resolves.toEqual({ status: 'splendid', mood: 'sunny' });
  });

  it('goes through the fetch that it is given', async () => {
    const sent: Request[] = [];
    const fetch = (request: Request): Promise<Response> => {
      sent.push(request);
      return globalThis.fetch(request);
    };
    await server.client({ fetch }).sites.create({ home_url: 'https://example.com' });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${server.url}/sites/`]);
    expect(server.seen[0]?.body).toBe('{"home_url":"https://example.com"}');
  });
});

describe('the key', () => {
  const client = (options = {}): Igny8 => server.client(options);
  const depth = { depth: Infinity, showHidden: true, getters: true };

  it.each<[what: string, shown: () => unknown]>([
    ['a client that is inspected', () => inspect(client(), depth)],
    ['resources that are inspected', () => Object.values(client()).map((resource) => inspect(resource, depth))],
    ['a list that is inspected', () => inspect(client().sites.list(), depth)],
    ['a client as JSON', () => JSON.stringify(client())],
    ['a client that is cloned', () => inspect(structuredClone(client()), depth)],
    ['an error', async () => inspect(await thrownBy(client({ baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }).health.live()), depth)],
  ])('is not seen in %s', async (_what, shown) => {
    expect(JSON.stringify(await shown())).not.toContain('igny8_key');
  });
});

describe('a failed call', () => {
  it('throws a typed error with the code and the request id', async () => {
    server.replies = [problem(404, 'not_found')];
    const error = await thrownBy(server.client().sites.get('x'));
    expect(error).toBeInstanceOf(Igny8Error);
    expect(error).not.toBeInstanceOf(Igny8ConnectionError);
    expect(error).toMatchObject({ status: 404, code: 'not_found', requestId: 'req-1', message: 'It did not work.' });
  });

  it('gives a code, and what is told beside it, as it is when this version does not know it', async () => {
    const body = { type: '', title: '', status: 418, detail: 'No.', instance: '/', code: 'teapot', request_id: 'r', brew: 'tea' };
    server.replies = [json(418, body)];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ name: 'Igny8Error', code: 'teapot', problem: { brew: 'tea' } });
  });

  it.each([
    ['a firewall', page('text/html', 403, '<h1>Forbidden</h1>')],
    ['a gateway that speaks JSON', json(403, { message: 'Forbidden' })],
    ['an empty answer', (response) => response.writeHead(403).end()],
    ['a broken problem', page('application/problem+json', 403, '{"code":')],
  ] satisfies [string, Reply][])('tells %s from the API', async (_what, reply) => {
    server.replies = [reply];
    const error = await thrownBy(server.client().health.live());
    expect(error).toBeInstanceOf(Igny8ConnectionError);
    expect(error).toMatchObject({ status: 403, message: `Something other than IGNY8 answered 403 at ${server.url}/health/live.` });
  });

  it('does not take the sign-in page of a network for an answer', async () => {
    server.replies = [page('text/html', 200, '<h1>Welcome to the hotel</h1>')];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ name: 'Igny8ConnectionError', status: 200 });
  });

  it.each([200, 201])('does not take an empty %d for an answer', async (status) => {
    server.replies = [(response) => response.writeHead(status).end()];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ name: 'Igny8ConnectionError', status });
  });

  const STRANGE = [null, [], 'ok', 1, true] as const;

  it.each(STRANGE)('does not take %j for an answer', async (body) => {
    server.replies = [json(200, body)];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ name: 'Igny8ConnectionError', status: 200 });
  });

  it.each([...STRANGE, {}, { data: null }, { data: { length: 0 } }])('does not take %j for a page of a list', async (body) => {
    server.replies = [json(200, body)];
    const walk = async (): Promise<void> => {
      for await (const site of server.client().sites.list()) expect(site).toBeUndefined();
    };
    const error = await thrownBy(walk());
    expect(error).toMatchObject({ name: 'Igny8ConnectionError', status: 200 });
    expect(error).toMatchObject({ message: `Something other than IGNY8 answered 200 at ${server.url}/sites/.` });
  });

  it('does not take 204 for a page of a list', async () => {
    server.replies = [(response) => response.writeHead(204).end()];
    expect(await thrownBy(server.client().sites.list())).toMatchObject({ name: 'Igny8ConnectionError', status: 204 });
  });

  it('has the status that was answered, whatever the body says of it', async () => {
    const body = { type: '', title: '', status: 404, detail: 'No.', instance: '/', code: 'not_found', request_id: 'r' };
    server.replies = [json(403, body)];
    expect(await thrownBy(server.client().health.live())).toMatchObject({ name: 'Igny8Error', status: 403, problem: { status: 403 } });
  });

  it('follows no redirect: a POST would become a GET', async () => {
    server.replies = [(response) => response.writeHead(301, { location: '/sites/' }).end(), json(200, { data: [] })];
    const error = await thrownBy(server.client().sites.create({ home_url: 'https://example.com' }));
    expect(error).toMatchObject({ name: 'Igny8ConnectionError', status: 301 });
    expect(server.seen).toHaveLength(1);
  });

  it('says that nobody answered, and why', async () => {
    const error = await thrownBy(new Igny8({ baseUrl: 'http://127.0.0.1:1', maxRetries: 0 }).health.live());
    expect(error).toBeInstanceOf(Igny8ConnectionError);
    expect(error).toMatchObject({ status: undefined, message: 'http://127.0.0.1:1/health/live could not be reached.' });
    expect((error as Error).cause).toMatchObject({ message: 'fetch failed' });
  });

  it.each([
    ['begins', () => undefined],
    ['ends', (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"sta')],
  ] satisfies [string, Reply][])('says that no answer %s in time', async (_what, reply) => {
    server.replies = [reply];
    const error = await thrownBy(server.client({ timeout: 50, maxRetries: 0 }).health.live());
    expect(error).toMatchObject({ name: 'Igny8ConnectionError', message: `No answer from ${server.url}/health/live in time.` });
  });

  it('says that an answer broke off', async () => {
    server.replies = [
      (response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"status":', () => response.destroy());
      },
    ];
    expect(await thrownBy(server.client({ maxRetries: 0 }).health.live())).toMatchObject({
      name: 'Igny8ConnectionError',
      message: `${server.url}/health/live could not be reached.`,
    });
  });

  it.each([
    ['timeout', [0, -1, Number.NaN]],
    ['maxRetries', [-1, Number.NaN]],
    ['maxWait', [-1, Number.NaN]],
  ])('says at once that a %s makes no sense', (name, values) => {
    for (const value of values) expect(() => server.client({ [name]: value })).toThrow(RangeError);
    expect(() => server.client({ [name]: Number.NaN })).toThrow(/^\w+ must be (above 0|0 or above), not NaN\.$/);
    expect(() => server.client({ [name]: undefined })).not.toThrow();
  });

  it.each([
    ['none', undefined],
    ['empty', ''],
    ['no string', 4000],
    ['without its scheme', 'api.igny8.com'],
    ['without its scheme, but with a port', 'localhost:4000'],
    ['of another scheme', 'ftp://api.igny8.com'],
    ['of whatever scheme the page has', '//api.igny8.com'],
    ['with a password', 'https://me:hush@api.igny8.com'],
    ['with a user name', 'https://hush@api.igny8.com'],
    ['with a password and no address', 'https://me:hush@'],
    ['with a query', 'https://api.igny8.com/?hush=1'],
    ['with an empty query', 'https://api.igny8.com/?'],
    ['with a fragment', 'https://api.igny8.com/#hush'],
  ])('says at once that a baseUrl is %s, and does not repeat it', (_what, baseUrl) => {
    const make = (): unknown => new Igny8({ baseUrl } as { baseUrl: string });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(/^baseUrl must (?!.*hush)/);
  });

  it('takes a path for a baseUrl: in a page it is one of its server', () => {
    expect(() => new Igny8({ baseUrl: '/api/igny8' })).not.toThrow();
  });

  it.each(['igny8_secret\n', 'igny8_secret\r\nX-Admin: 1', 'igny8 secret', 'igny8_secret\0', 'igny8_secret\u2026', 'igny8_secret\u00e9'])(
    'says at once that no header can hold a token like %j, and does not repeat it',
    (token) => {
      expect(() => server.client({ token })).toThrow(TypeError);
      expect(() => server.client({ token })).toThrow(/^token (?!.*secret)/);
    },
  );
});

describe('an abort', () => {
  it('before the call sends nothing', async () => {
    const reason = new Error('Enough.');
    expect(await thrownBy(server.client().health.live({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(server.seen).toEqual([]);
  });

  it('during the call ends it with the reason that was given', async () => {
    const abort = new AbortController();
    const reason = new Error('Enough.');
    server.replies = [
      () => {
        abort.abort(reason);
      },
    ];
    expect(await thrownBy(server.client().health.live({ signal: abort.signal }))).toBe(reason);
  });
});

describe('a fetch that does not heed its signal', () => {
  const neverEnds: Reply = () => undefined;
  const neverReads: Reply = (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"sta');
  const deaf = (request: Request): Promise<Response> => fetch(request.url, { method: request.method });

  it.each([
    ['an answer', neverEnds],
    ['the rest of an answer', neverReads],
  ])('does not keep a call that waits for %s longer than its timeout', async (_what, reply) => {
    server.replies = [reply];
    const error = await thrownBy(server.client({ fetch: deaf, timeout: 50, maxRetries: 0 }).health.live());
    expect(error).toMatchObject({ name: 'Igny8ConnectionError', message: `No answer from ${server.url}/health/live in time.` });
  });

  it('does not keep a call from being aborted', async () => {
    const abort = new AbortController();
    const reason = new Error('Enough.');
    server.replies = [
      () => {
        abort.abort(reason);
      },
    ];
    expect(await thrownBy(server.client({ fetch: deaf }).health.live({ signal: abort.signal }))).toBe(reason);
  });

  it('is not even called when the call was aborted before', async () => {
    const fetch = jest.fn(deaf);
    const reason = new Error('Enough.');
    expect(await thrownBy(server.client({ fetch }).health.live({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('may fail later: nobody listens any more, and nothing is left unhandled', async () => {
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    const abort = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const late = new Promise<Response>((_resolve, reject) => {
      fail = reject;
    });
    await thrownBy(server.client({ fetch: () => late, timeout: 20, maxRetries: 0 }).health.live());
    const aborts = (): Promise<Response> => {
      abort.abort();
      throw new Error('At once.');
    };
    await thrownBy(server.client({ fetch: aborts }).health.live({ signal: abort.signal }));
    fail(new Error('Too late.'));
    // Unhandled rejections are told after the microtasks of a turn.
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('instanceof', () => {
  class QuotaError extends Igny8Error {}
  const PROBLEM = { type: '', title: '', status: 404, detail: 'No.', instance: '/', code: 'not_found', request_id: 'r' } as const;

  it('tells a class that is derived from an error of the SDK from that error', () => {
    expect(new Igny8Error(PROBLEM, undefined)).not.toBeInstanceOf(QuotaError);
    expect(new QuotaError(PROBLEM, undefined)).toBeInstanceOf(QuotaError);
    expect(new QuotaError(PROBLEM, undefined)).toBeInstanceOf(Igny8Error);
    expect(new Igny8ConnectionError('')).not.toBeInstanceOf(class extends Igny8ConnectionError {});
  });

  it('knows a derived one that has a name of its own', () => {
    const named = Object.defineProperty(new QuotaError(PROBLEM, undefined), 'name', { value: 'QuotaError' });
    expect(named).toBeInstanceOf(Igny8Error);
  });
});
