import { setTimeout as sleep } from 'node:timers/promises';
import { AccessCache } from './access-cache.js';
import type { HotSql } from './hot-sql.js';

/** A database of which only access_version is asked. */
class Versions {
  version = 1;
  asked = 0;
  isDown = false;

  query(): Promise<{ version: string }[]> {
    this.asked++;
    return this.isDown ? Promise.reject(new Error('down')) : Promise.resolve([{ version: String(this.version) }]);
  }
}

let versions: Versions;
let cache: AccessCache;
let loads: number;
const load = (): Promise<{ load: number }> => Promise.resolve({ load: ++loads });

beforeEach(() => {
  versions = new Versions();
  cache = new AccessCache(versions as unknown as HotSql);
  loads = 0;
});

it('loads once while nothing changes, however long that is', async () => {
  for (let i = 0; i < 15; i++) {
    await cache.get('a', load);
    await sleep(100);
  }
  expect(loads).toBe(1);
  expect(versions.asked).toBeLessThan(6);
});

it('forgets everything within a second of a change', async () => {
  await cache.get('a', load);
  versions.version++;
  const since = performance.now();
  while ((await cache.get<{ load: number }>('a', load))?.load === 1) await sleep(5);
  expect(performance.now() - since).toBeLessThan(1_000);
});

it('asks first after a pause, so that nothing old is believed', async () => {
  await cache.get('a', load);
  await sleep(1_050);
  versions.version++;
  expect(await cache.get('a', load)).toEqual({ load: 2 });
});

it('does not keep what was read while something changed', async () => {
  await cache.get('other', load);
  const slow = cache.get('a', async () => {
    await sleep(20);
    cache.clear();
    return { load: 0 };
  });
  expect(await slow).toEqual({ load: 0 });
  expect(await cache.get('a', load)).toEqual({ load: 2 });
});

it('does not remember what was not found', async () => {
  await cache.get('a', () => Promise.resolve(undefined));
  expect(await cache.get('a', load)).toEqual({ load: 1 });
});

it('believes nothing when the database does not answer', async () => {
  await cache.get('a', load);
  versions.isDown = true;
  await sleep(1_050);
  await expect(cache.get('a', load)).rejects.toThrow('down');
  versions.isDown = false;
  expect(await cache.get('a', load)).toEqual({ load: 1 });
});

it('does not believe the answer to a question that was asked too long ago', async () => {
  let first = true;
  const slow = {
    query: async (): Promise<{ version: string }[]> => {
      const version = String(versions.version);
      if (first) await sleep(1_500);
      first = false;
      return [{ version }];
    },
  };
  cache = new AccessCache(slow as unknown as HotSql);
  const asking = cache.get('a', load);
  await sleep(1_200);
  versions.version++;
  const joined = cache.get('a', load);
  await asking;
  expect(await joined).toEqual({ load: 2 });
});
