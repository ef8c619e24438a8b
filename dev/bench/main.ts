import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { migrateDatabase, startBackend } from '../lib/backend.ts';
import { build } from '../lib/build.ts';
import { Child } from '../lib/child.ts';
import { findDatabase, secrets } from '../lib/data.ts';
import { dataDir, root } from '../lib/paths.ts';
import { freePort } from '../lib/ports.ts';
import { startPostgres } from '../lib/postgres.ts';
import { seed, structureOf, type MakeKey, type Seeded } from './seed.ts';

/**
 * `npm run bench`: what the two busiest requests cost, beside the floor: a bare Fastify and pg that read or write the same rows.
 * Floor and backend take turns within one run, so that the ratio holds when the machine's speed drifts.
 * `-- --seed` only fills the database and writes the keys.
 */
const { values: options } = parseArgs({
  options: {
    seed: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
});
const CONNECTIONS = 16;
const WARM_UP_SECONDS = 12;
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Result {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

interface Case {
  readonly name: string;
  readonly floor: readonly Request[];
  readonly backend: readonly Request[];
}

const benchDir = join(dataDir, 'bench');
await build(['sdk', 'backend']);
// Its types are the build's business.
const { newApiKey } = (await import(pathToFileURL(join(root, 'backend/dist/auth/secrets.js')).href)) as { newApiKey: MakeKey };

if (options.seed) await onlySeed();
else await measure();

async function onlySeed(): Promise<void> {
  const running = findDatabase();
  const own = running === undefined ? await startOwn(join(dataDir, 'postgres')) : undefined;
  const databaseUrl = running ?? own?.url ?? '';
  await migrateDatabase({ databaseUrl, sealingKeys: secrets().sealingKeys });
  writeKeys(await seed(databaseUrl, newApiKey));
  await own?.stop();
}

function writeKeys(seeded: readonly Seeded[]): void {
  const file = join(benchDir, 'keys.tsv');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, seeded.map(({ integrationId, apiKey }) => `${integrationId}\t${apiKey}\n`).join(''), { mode: 0o600 });
  console.log(`${String(seeded.length)} sites; integration_id and api_key of each in ${file}`);
}

function startOwn(folder: string): ReturnType<typeof startPostgres> {
  mkdirSync(benchDir, { recursive: true });
  return startPostgres({ dataDir: folder, logFile: join(benchDir, 'postgres.log'), password: secrets().postgresPassword });
}

async function measure(): Promise<void> {
  const postgres = await startOwn(join(benchDir, 'postgres'));
  const sealingKeys = secrets().sealingKeys;
  await migrateDatabase({ databaseUrl: postgres.url, sealingKeys });
  const seeded = await seed(postgres.url, newApiKey);
  const floorPort = await freePort();
  const floor = new Child({
    name: 'The floor',
    script: 'dev/bench/floor.mjs',
    logFile: join(benchDir, 'floor.log'),
    env: { DATABASE_URL: postgres.url, PORT: String(floorPort) },
  });
  await floor.ready();
  const backend = await startBackend({
    databaseUrl: postgres.url,
    sealingKeys,
    port: await freePort(),
    logFile: join(benchDir, 'backend.log'),
    // As it runs elsewhere: with compiled code kept it needs 18 MB more.
    env: { NODE_ENV: 'development', IGNY8_LOG_LEVEL: 'warn', NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const idle = residentMegabytes(backend.child.pid);
  console.log(
    `${String(seeded.length)} sites, 12 post types and 20 taxonomies each; ${String(CONNECTIONS)} keep-alive connections; ${String(cpus().length)} cores, load generator and PostgreSQL included`,
  );
  console.log(`${String(rounds)} rounds of ${String(seconds)} s, floor and backend in turns; median of the rounds\n`);
  console.log('request                          floor req/s  p50 ms  p99 ms   backend req/s  p50 ms  p99 ms   of the floor');
  let loaded = 0;
  for (const test of cases(seeded).filter(({ name }) => options.only === undefined || name.includes(options.only))) {
    const results = { floor: [] as Result[], backend: [] as Result[] };
    for (let round = -1; round < rounds; round++) {
      // The round before the first warms both up: the compiler is done with the hot code after some 30,000 requests.
      const time = round < 0 ? WARM_UP_SECONDS : seconds;
      const [ofFloor, ofBackend] = [
        await drive(`http://127.0.0.1:${String(floorPort)}`, test.floor, time),
        await drive(backend.url, test.backend, time),
      ];
      loaded = Math.max(loaded, residentMegabytes(backend.child.pid));
      if (round < 0) continue;
      results.floor.push(ofFloor);
      results.backend.push(ofBackend);
    }
    report(test.name, results);
  }
  console.log(`\nresident memory of the backend: ${String(idle)} MB idle, ${String(loaded)} MB at most under load`);
  await Promise.all([floor.stop(), backend.child.stop()]);
  await postgres.stop();
}

function cases(seeded: readonly Seeded[]): Case[] {
  const json = { 'content-type': 'application/json' };
  const bodies = (later: boolean): string[] =>
    seeded.map((_, site) => JSON.stringify({ ...structureOf(site, later), plugin_connection_enabled: true, two_way_sync_enabled: false }));
  const [same, other] = [bodies(false), bodies(true)];
  const posts = (path: (s: Seeded) => string, headers: (s: Seeded) => Record<string, string>, of: readonly string[]): Request[] =>
    seeded.map((s, i) => ({ method: 'POST', path: path(s), headers: { ...json, ...headers(s) }, body: of[i] ?? '' }));
  const bearer = ({ apiKey }: Seeded): Record<string, string> => ({ authorization: `Bearer ${apiKey}` });
  const push = ({ integrationId }: Seeded): string => `/integration/integrations/${integrationId}/update-structure/`;
  // One connection's sites one after the other, each with the one structure and then with the other.
  const alternate = (a: Request[], b: Request[]): Request[] => {
    const share = Math.ceil(seeded.length / CONNECTIONS);
    return Array.from({ length: CONNECTIONS }, (_, i) => [
      ...a.slice(i * share, (i + 1) * share),
      ...b.slice(i * share, (i + 1) * share),
    ]).flat();
  };
  const none = (): Record<string, string> => ({});
  const changed = alternate(posts(push, bearer, other), posts(push, bearer, same));
  const changedFloor = (path: (s: Seeded) => string): Request[] => alternate(posts(path, none, other), posts(path, none, same));
  return [
    {
      name: 'GET content-types',
      floor: seeded.map(({ integrationId }) => ({ method: 'GET', path: `/read/${integrationId}`, headers: {} })),
      backend: seeded.map((s) => ({
        method: 'GET',
        path: `/integration/integrations/${s.integrationId}/content-types/`,
        headers: bearer(s),
      })),
    },
    {
      name: 'POST update-structure, changed',
      floor: changedFloor(({ integrationId }) => `/store/${integrationId}`),
      backend: changed,
    },
    {
      name: '… beside its statements alone',
      floor: changedFloor(({ accountId, integrationId }) => `/push/${integrationId}?account=${accountId}`),
      backend: changed,
    },
    {
      name: 'POST update-structure, unchanged',
      floor: posts(({ integrationId }) => `/renew/${integrationId}`, none, same),
      backend: posts(push, bearer, same),
    },
  ];
}

async function drive(url: string, requests: readonly Request[], time: number): Promise<Result> {
  const load = new Child({ name: 'The load', script: 'dev/bench/load.mjs', logFile: join(benchDir, 'load.log') });
  await load.ready();
  load.process.send({ url, requests, seconds: time, connections: CONNECTIONS });
  const result = await new Promise<Result>((resolve, reject) => {
    load.process.once('message', (message: Result) => {
      resolve(message);
    });
    load.process.once('exit', () => {
      reject(new Error(`The load ended: see ${benchDir}/load.log`));
    });
  });
  await load.ended;
  if (result.failed > 0) throw new Error(`${String(result.failed)} requests to ${url} failed`);
  return result;
}

function report(name: string, { floor, backend }: { floor: readonly Result[]; backend: readonly Result[] }): void {
  const median = (results: readonly Result[], key: keyof Result): number =>
    results.map((r) => r[key]).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? Number.NaN;
  const ratios = backend.map((result, i) => result.rate / (floor[i]?.rate ?? Number.NaN)).sort((a, b) => a - b);
  const numbers = (results: readonly Result[]): string =>
    `${median(results, 'rate').toFixed(0).padStart(11)} ${median(results, 'p50').toFixed(1).padStart(7)} ${median(results, 'p99').toFixed(1).padStart(7)}`;
  const ratio = ((ratios[Math.floor(ratios.length / 2)] ?? Number.NaN) * 100).toFixed(0);
  console.log(`${name.padEnd(33)}${numbers(floor)}   ${numbers(backend).padStart(29)}   ${ratio.padStart(10)} %`);
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
