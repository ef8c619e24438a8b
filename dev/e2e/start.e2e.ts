import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/dashboard.ts';
import { Demo, type DemoInfo } from './support/demo.ts';

jest.setTimeout(120_000);

let demo: Demo;
beforeEach(() => {
  demo = new Demo('--no-wordpress', '--no-dashboard');
});
afterEach(() => demo.remove());

const answers = async ({ api_url, api_key }: DemoInfo): Promise<boolean> =>
  (await fetch(`${api_url}/auth/me/`, { headers: { authorization: `Bearer ${api_key}` } })).ok;

it('that was killed while it made the database starts the next time', async () => {
  await demo.spawn();
  await eventually(() => {
    expect(readdirSync(demo.dataDir).filter((name) => name.startsWith('postgres.unfinished-'))).toHaveLength(1);
  }, 60_000);
  await demo.signal('SIGKILL');
  expect(await answers(await demo.start())).toBe(true);
  expect(readdirSync(demo.dataDir).filter((name) => name.startsWith('postgres.'))).toEqual([]);
});

it('that was killed while it ran keeps its account and its key', async () => {
  const before = await demo.start();
  await demo.signal('SIGKILL');
  const after = await demo.start();
  expect([after.email, after.password, after.api_key]).toEqual([before.email, before.password, before.api_key]);
  expect(await answers(after)).toBe(true);
});

it('that is still stopping is waited for', async () => {
  await demo.start();
  const { pid } = JSON.parse(readFileSync(join(demo.dataDir, 'run.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGTERM');
  await eventually(() => {
    expect(readFileSync(join(demo.dataDir, 'run.json'), 'utf8')).toContain('isStopping');
  });
  expect(await answers(await demo.start())).toBe(true);
});

it('stops everything when the database dies, and says so', async () => {
  const info = await demo.start();
  const [pid] = readFileSync(join(demo.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
  expect(await demo.ended()).toBe(1);
  expect(demo.output).toContain('PostgreSQL has ended. Everything else is stopped too.');
  await expect(answers(info)).rejects.toThrow('fetch failed');
});
