import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Igny8, Igny8ConnectionError, Igny8Error } from '../src/index.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let handlers: Handler[];
let seen: { method: string | undefined; url: string | undefined; headers: IncomingMessage['headers'] }[];

beforeEach(async () => {
  handlers = [];
  seen = [];
  server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    const handler = handlers.length > 1 ? handlers.shift() : handlers[0];
    handler?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const client = (more: object = {}): Igny8 =>
  new Igny8({ baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, token: 'igny8_key', ...more });

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

const problem = (status: number, code: string, headers: Record<string, string> = {}): Handler =>
  json(
    status,
    { type: `/docs/problems/${code}`, title: 'T', status, detail: 'It did not work.', instance: '/', code, request_id: 'req-1' },
    { 'content-type': 'application/problem+json', ...headers },
  );

it('sends the key, the path and the query, and gives back the data', async () => {
  handlers = [json(200, { data: [], next_cursor: null })];
  await expect(client().sites.list({ url: 'https://example.com/ä?b', limit: 5 })).resolves.toEqual({ data: [], next_cursor: null });
  expect(seen).toMatchObject([
    { method: 'GET', url: '/sites/?url=https%3A%2F%2Fexample.com%2F%C3%A4%3Fb&limit=5', headers: { authorization: 'Bearer igny8_key' } },
  ]);
});

it('escapes what goes into a path, and sends If-Match', async () => {
  handlers = [json(200, {})];
  await client().structure.updateContentType('id', 'taxonomies', 'a/b ?', { enabled: true }, { ifMatch: '"v1"' });
  expect(seen[0]).toMatchObject({
    method: 'PATCH',
    url: '/integration/integrations/id/content-types/taxonomies/a%2Fb%20%3F/',
    headers: { 'if-match': '"v1"', 'content-type': 'application/json' },
  });
});

it('says in the background that nobody asked', async () => {
  handlers = [json(200, {})];
  await client().auth.me({ background: true });
  expect(seen[0]?.headers['igny8-background']).toBe('true');
});

it('resolves to nothing when there is nothing', async () => {
  handlers = [(_request, response) => response.writeHead(204).end()];
  await expect(client().sites.delete('id')).resolves.toBeUndefined();
});

it('goes through all pages', async () => {
  handlers = [json(200, { data: [{ id: 1 }, { id: 2 }], next_cursor: 'c2' }), json(200, { data: [{ id: 3 }], next_cursor: null })];
  const ids: unknown[] = [];
  for await (const site of client().sites.list({ limit: 2 })) ids.push(site.id);
  expect(ids).toEqual([1, 2, 3]);
  expect(seen.map(({ url }) => url)).toEqual(['/sites/?limit=2', '/sites/?limit=2&cursor=c2']);
});

it('throws a typed error with the code and the request id', async () => {
  handlers = [problem(404, 'not_found')];
  const error = await client()
    .sites.get('x')
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Igny8Error);
  expect(error).toMatchObject({ status: 404, code: 'not_found', requestId: 'req-1', message: 'It did not work.' });
});

it.each([429, 503])('tries again after %d, as soon as it was told', async (status) => {
  handlers = [problem(status, 'rate_limited', { 'retry-after': '0' }), json(200, { status: 'ok' })];
  await expect(client().health.live()).resolves.toEqual({ status: 'ok' });
  expect(seen).toHaveLength(2);
});

it('sends the body again when it tries again', async () => {
  const bodies: string[] = [];
  const read =
    (answer: Handler): Handler =>
    (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        bodies.push(body);
        answer(request, response);
      });
    };
  handlers = [read(problem(503, 'service_unavailable', { 'retry-after': '0' })), read(json(201, {}))];
  await client().sites.create({ home_url: 'https://example.com' });
  expect(bodies).toEqual(['{"home_url":"https://example.com"}', '{"home_url":"https://example.com"}']);
});

it('does not send a POST again that may have been done', async () => {
  handlers = [problem(503, 'service_unavailable'), json(201, {})];
  await expect(client().apiKeys.create({ name: 'Once' })).rejects.toMatchObject({ code: 'service_unavailable' });
  expect(seen).toHaveLength(1);
});

it('waits as long as Retry-After says, in seconds or as a date', async () => {
  handlers = [problem(429, 'rate_limited', { 'retry-after': '1' }), json(200, {})];
  const since = performance.now();
  await client().health.live();
  expect(performance.now() - since).toBeGreaterThan(990);
});

it('gives up after its tries and throws what came last', async () => {
  handlers = [problem(429, 'rate_limited', { 'retry-after': '0' })];
  await expect(client({ maxRetries: 3 }).health.live()).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 0 });
  expect(seen).toHaveLength(4);
});

it.each([400, 401, 404, 409, 422, 500])('does not try again after %d', async (status) => {
  handlers = [problem(status, 'internal_error')];
  await expect(client().health.live()).rejects.toBeInstanceOf(Igny8Error);
  expect(seen).toHaveLength(1);
});

it('tells an answer of something else from one of the API', async () => {
  handlers = [(_request, response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Firewall</h1>')];
  await expect(client().health.live()).rejects.toMatchObject({ name: 'Igny8ConnectionError', status: 403 });
});

it('says that nobody answered', async () => {
  const igny8 = client();
  server.close();
  const error = await igny8.health.live().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Igny8ConnectionError);
  expect((error as Error).message).toMatch(/could not be reached/);
});

it('gives up when no answer comes in time', async () => {
  handlers = [() => undefined];
  await expect(client({ timeout: 50 }).health.live()).rejects.toThrow(/in time/);
});

it('stops when it is aborted, also while it waits for the next try', async () => {
  handlers = [problem(503, 'service_unavailable', { 'retry-after': '30' })];
  const abort = new AbortController();
  setTimeout(() => {
    abort.abort();
  }, 50);
  const since = performance.now();
  await expect(client().health.live({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  expect(performance.now() - since).toBeLessThan(2_000);
});

it('takes fields and enum values that it does not know', async () => {
  handlers = [json(200, { status: 'splendid', mood: 'sunny' })];
  await expect(client().health.live()).resolves.toEqual({ status: 'splendid', mood: 'sunny' });
});
