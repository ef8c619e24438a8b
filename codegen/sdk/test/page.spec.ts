import type { AuditEvent, Igny8Error, SitePage } from '../src/index.js';
import { json, problem, ScriptedServer, thrownBy } from './support/scripted-server.js';

const server = new ScriptedServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  server.seen = [];
  server.replies = [
    json(200, { data: [{ id: '1' }, { id: '2' }], next_cursor: 'c2' }),
    json(200, { data: [], next_cursor: 'c3' }),
    json(200, { data: [{ id: '3' }], next_cursor: null }),
  ];
});

const asked = (): string[] => server.seen.map(({ url }) => url);
const ALL = ['/sites/?limit=2', '/sites/?limit=2&cursor=c2', '/sites/?limit=2&cursor=c3'];

async function idsOf(items: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

describe('a list', () => {
  it('asks for nothing before it is awaited', async () => {
    const list = server.client().sites.list();
    expect(asked()).toEqual([]);
    await list;
    expect(asked()).toEqual(['/sites/']);
  });

  it('can be waited for as any promise can', async () => {
    const done = jest.fn();
    const list = server.client().sites.list();
    expect(await list.finally(done)).toMatchObject({ next_cursor: 'c2' });
    expect(await list.catch(() => 'failed')).toMatchObject({ next_cursor: 'c3' });
    server.replies = [problem(401, 'unauthenticated')];
    expect(await list.catch((error: unknown) => (error as Igny8Error).code)).toBe('unauthenticated');
    expect(await thrownBy(list.catch())).toMatchObject({ code: 'unauthenticated' });
    expect(await thrownBy(list.finally(done))).toMatchObject({ code: 'unauthenticated' });
    expect(done).toHaveBeenCalledTimes(2);
  });

  it('gives the items of all pages, an empty one in between', async () => {
    expect(await idsOf(server.client().sites.list({ limit: 2 }))).toEqual(['1', '2', '3']);
    expect(asked()).toEqual(ALL);
  });

  it('gives the pages', async () => {
    const pages: SitePage[] = [];
    for await (const page of server.client().sites.list({ limit: 2 }).pages()) pages.push(page);
    expect(pages.map(({ data }) => data.length)).toEqual([2, 0, 1]);
    expect(asked()).toEqual(ALL);
  });

  it('begins where it is told to', async () => {
    expect(await idsOf(server.client().sites.list({ cursor: 'c1' }))).toEqual(['1', '2', '3']);
    expect(asked()[0]).toBe('/sites/?cursor=c1');
  });

  it('asks for a further page only when it is needed', async () => {
    const seen: AuditEvent[] = [];
    for await (const event of server.client().auditEvents.list()) {
      seen.push(event);
      if (seen.length === 2) break;
    }
    expect(asked()).toEqual(['/audit-events/']);
  });

  it('can be gone through again', async () => {
    const list = server.client().sites.list({ limit: 2 });
    await idsOf(list);
    server.replies = [json(200, { data: [{ id: '4' }], next_cursor: null })];
    expect(await idsOf(list)).toEqual(['4']);
  });

  it('ends when an answer names no next page at all', async () => {
    server.replies = [json(200, { data: [{ id: '1' }] })];
    expect(await idsOf(server.client().sites.list())).toEqual(['1']);
  });

  it('throws what a later page throws, after the items before it', async () => {
    server.replies = [json(200, { data: [{ id: '1' }], next_cursor: 'c2' }), problem(401, 'unauthenticated')];
    const ids: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of server.client().sites.list()) ids.push(id);
    };
    expect(await thrownBy(walk())).toMatchObject({ code: 'unauthenticated' });
    expect(ids).toEqual(['1']);
  });

  it('stops at the next item when it is aborted, and asks for no further page', async () => {
    const abort = new AbortController();
    const ids: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { id } of server.client().sites.list({}, { signal: abort.signal })) {
        ids.push(id);
        abort.abort();
      }
    };
    expect(await thrownBy(walk())).toMatchObject({ name: 'AbortError' });
    expect(ids).toEqual(['1']);
    expect(asked()).toHaveLength(1);
  });
});
