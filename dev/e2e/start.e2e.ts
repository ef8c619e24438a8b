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
const inData = (file: string): string => readFileSync(join(demo.dataDir, file), 'utf8');
const databasePid = (): number => Number(inData('postgres/postmaster.pid').split('\n')[0]);

it('that was killed while it made the database starts the next time', async () => {
  const killed = await demo.spawn();
  await eventually(() => {
    expect(readdirSync(demo.dataDir).filter((name) => name.startsWith('postgres.unfinished-'))).toHaveLength(1);
  }, 60_000);
  await killed.signal('SIGKILL');
  expect(await answers(await demo.start())).toBe(true);
  expect(readdirSync(demo.dataDir).filter((name) => name.startsWith('postgres.'))).toEqual([]);
});

it('that was killed while it ran keeps its account and its key', async () => {
  const running = await demo.spawn();
  await running.ready();
  const before = JSON.parse(inData('demo.json')) as DemoInfo;
  await running.signal('SIGKILL');
  const after = await demo.start();
  expect(after).toEqual(before);
  expect(await answers(after)).toBe(true);
});

it('that is still stopping is waited for; one that runs is not', async () => {
  const info = await demo.start();
  const second = await demo.spawn();
  expect(await second.ended()).toBe(1);
  expect(second.output).toContain('Already running.');
  expect(await answers(info)).toBe(true);
  // As long as the database does not move, the first one cannot have stopped.
  const database = databasePid();
  process.kill(database, 'SIGSTOP');
  process.kill((JSON.parse(inData('run.json')) as { pid: number }).pid, 'SIGTERM');
  const third = await demo.spawn();
  await eventually(() => {
    expect(third.output).toContain('Waits for the earlier start');
  }, 30_000);
  process.kill(database, 'SIGCONT');
  await third.ready();
  expect(await answers(info)).toBe(true);
});

it('stops everything when the database dies, and says so', async () => {
  const running = await demo.spawn();
  await running.ready();
  process.kill(databasePid(), 'SIGKILL');
  expect(await running.ended()).toBe(1);
  expect(running.output).toContain('PostgreSQL has ended. Everything else is stopped too.');
  await expect(answers(JSON.parse(inData('demo.json')) as DemoInfo)).rejects.toThrow('fetch failed');
});
