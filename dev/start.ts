import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { igny8, migrateDatabase, startBackend } from './lib/backend.ts';
import { build } from './lib/build.ts';
import { Child, ChildError } from './lib/child.ts';
import { startDashboard } from './lib/dashboard.ts';
import { findRun, forgetRun, hasRun, noteRun, noteStop, secrets, takeRun, writePrivate } from './lib/data.ts';
import { dataDir } from './lib/paths.ts';
import { isTaken } from './lib/ports.ts';
import { type Postgres, startPostgres } from './lib/postgres.ts';
import { StepError, Steps } from './lib/steps.ts';

/**
 * `npm start`: everything, on this machine: PostgreSQL, the backend, the dashboard and a real WordPress with the plugin.
 * Whatever it starts ends with it, also when it is killed.
 */
const { values: options } = parseArgs({
  options: { 'no-wordpress': { type: 'boolean', default: false }, 'no-dashboard': { type: 'boolean', default: false } },
});

const EMAIL = 'dev@igny8.com';
const WORDPRESS_USER = 'admin';
/** A child is made to end after 8 s, PostgreSQL after 10 s. */
const LONGEST_STOP_MS = 20_000;
const NOTICE_MS = 1_000;
/** Children of a start that was killed end within 5 s. */
const LEFT_BEHIND_MS = 8_000;
const ports = {
  IGNY8_API_PORT: port('IGNY8_API_PORT', 4000),
  IGNY8_DASHBOARD_PORT: port('IGNY8_DASHBOARD_PORT', 3000),
  IGNY8_WORDPRESS_PORT: port('IGNY8_WORDPRESS_PORT', 8080),
};
const apiUrl = `http://127.0.0.1:${String(ports.IGNY8_API_PORT)}`;
const dashboardUrl = `http://localhost:${String(ports.IGNY8_DASHBOARD_PORT)}`;
const wordpressUrl = `http://127.0.0.1:${String(ports.IGNY8_WORDPRESS_PORT)}`;
const demoFile = join(dataDir, 'demo.json');
const log = (name: string): string => join(dataDir, 'logs', `${name}.log`);

/** What runs, to be stopped at the end; the database last, so that the others can finish what they are doing. */
const children: Child[] = [];
let postgres: Postgres | undefined;
const steps = new Steps();
let stopping: Promise<never> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// Whoever started us is gone without a word (kill -9).
process.on('disconnect', () => void stop(0));
process.channel?.unref();

interface Demo {
  readonly api_url: string;
  readonly dashboard_url: string;
  readonly email: string;
  readonly password: string;
  readonly api_key: string;
  readonly site_id: string;
}

async function start(): Promise<void> {
  portsMustDiffer();
  const wasThereOne = hasRun();
  await folderMustBeFree();
  await portsMustBeFree(wasThereOne ? LEFT_BEHIND_MS : 0);
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  await steps.run('Build', (say) =>
    build(
      [
        ...(options['no-wordpress'] && options['no-dashboard'] ? [] : (['plugin'] as const)),
        'sdk',
        'backend',
        ...(options['no-dashboard'] ? [] : (['dashboard'] as const)),
      ],
      say,
      (builder) => children.push(builder),
    ),
  );
  const { sealingKeys } = secrets();
  const databaseUrl = await steps.run('Database', () => startDatabase(sealingKeys));
  await steps.run('Backend', async () => {
    const env = { IGNY8_TRUSTED_PROXIES: '127.0.0.1/32,::1/128' };
    const { child } = await startBackend({ databaseUrl, port: ports.IGNY8_API_PORT, logFile: log('backend'), sealingKeys, env });
    watch('The backend', child);
  });
  // Demo data goes only into the database that is ours.
  const demo = process.env['DATABASE_URL'] ? undefined : await steps.run('Demo account', () => demoAccount(databaseUrl, sealingKeys));
  if (!options['no-dashboard'])
    await steps.run('Dashboard', async () => {
      watch('The dashboard', await startDashboard({ port: ports.IGNY8_DASHBOARD_PORT, apiUrl, logFile: log('dashboard') }));
    });
  const settingsUrl = options['no-wordpress'] ? undefined : await steps.run('WordPress', (say) => startWordPress(demo, say));
  if (demo !== undefined) writeDemo(demo, settingsUrl);
  show(demo, settingsUrl);
}

async function folderMustBeFree(): Promise<void> {
  // One that is stopping is waited for. One whose parent was killed may not know yet that it is to stop.
  const since = Date.now();
  let isSaid = false;
  while (!takeRun()) {
    const waited = Date.now() - since;
    const isStopping = findRun()?.isStopping !== false;
    if (isStopping && waited > NOTICE_MS && !isSaid) {
      steps.say('  Waits for the earlier start to stop.');
      isSaid = true;
    }
    if (waited > (isStopping ? LONGEST_STOP_MS : NOTICE_MS)) throw new StepError('Already running.');
    await sleep(100);
  }
}

/** The ports of the parts that are wanted. */
const neededPorts = (): [string, number][] =>
  Object.entries(ports).filter(
    ([name]) =>
      !(name === 'IGNY8_WORDPRESS_PORT' && options['no-wordpress']) && !(name === 'IGNY8_DASHBOARD_PORT' && options['no-dashboard']),
  );

function portsMustDiffer(): void {
  const seen = new Map<number, string>();
  for (const [name, number] of neededPorts()) {
    const other = seen.get(number);
    if (other !== undefined)
      throw new StepError(
        `${other} and ${name} are both ${String(number)}. Set one of them to another port. Example: ${name}=${String(unusedPort())}`,
      );
    seen.set(number, name);
  }
}

function unusedPort(): number {
  const used: number[] = Object.values(ports);
  let number = Math.max(...used) + 1;
  if (number > 65_535) number = 3000;
  while (used.includes(number)) number++;
  return number;
}

/** @param patienceMs what an earlier start left behind may need so long to be gone */
async function portsMustBeFree(patienceMs: number): Promise<void> {
  for (const [name, number] of neededPorts()) {
    const since = Date.now();
    while (await isTaken(number)) {
      if (Date.now() - since >= patienceMs) throw new StepError(`Port ${String(number)} is in use. Free it, or set ${name}.`);
      await sleep(200);
    }
  }
}

async function startDatabase(sealingKeys: string): Promise<string> {
  const given = process.env['DATABASE_URL'];
  if (!given) {
    postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), logFile: log('postgres'), password: secrets().postgresPassword });
    endWith('PostgreSQL', postgres.ended);
  }
  const databaseUrl = given || (postgres?.url ?? '');
  noteRun(databaseUrl);
  await migrateDatabase({ databaseUrl, sealingKeys });
  return databaseUrl;
}

/** The account of the demo and its site: made once, found again after that. */
async function demoAccount(databaseUrl: string, sealingKeys: string): Promise<Demo> {
  const password = secrets().demoPassword;
  const apiKey = await demoKey(databaseUrl, sealingKeys, password);
  return { api_url: apiUrl, dashboard_url: dashboardUrl, email: EMAIL, password, api_key: apiKey, site_id: await demoSite(apiKey) };
}

async function demoKey(databaseUrl: string, sealingKeys: string, password: string): Promise<string> {
  const access = { databaseUrl, sealingKeys, env: { IGNY8_PASSWORD: password } };
  const accountId = await findAccount(databaseUrl);
  if (accountId === undefined)
    return (await igny8<{ api_key: string }>(access, 'account', 'create', '--name', 'Demo', '--email', EMAIL)).api_key;
  const known = existsSync(demoFile) ? (JSON.parse(readFileSync(demoFile, 'utf8')) as Partial<Demo>).api_key : undefined;
  if (known !== undefined && (await ask('/auth/me/', known)).ok) return known;
  return (await igny8<{ api_key: string }>(access, 'api-key', 'create', '--account', accountId, '--name', 'Demo')).api_key;
}

async function demoSite(apiKey: string): Promise<string> {
  const page = (await (await ask(`/sites/?url=${encodeURIComponent(wordpressUrl)}`, apiKey)).json()) as { data: { id: string }[] };
  const [known] = page.data;
  if (known !== undefined) return known.id;
  const made = (await (await ask('/sites/', apiKey, { home_url: wordpressUrl, name: 'Demo shop' })).json()) as { id: string };
  return made.id;
}

function ask(path: string, apiKey: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${apiKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  return fetch(`${apiUrl}${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }) });
}

async function findAccount(databaseUrl: string): Promise<string | undefined> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ account_id: string }>('SELECT account_id FROM app_user WHERE email = $1', [EMAIL]);
    return rows[0]?.account_id;
  } finally {
    await db.end();
  }
}

async function startWordPress(demo: Demo | undefined, say: (detail: string) => void): Promise<string> {
  const wordpress = {
    port: ports.IGNY8_WORDPRESS_PORT,
    dataDir: join(dataDir, 'wordpress'),
    apiUrl,
    appUrl: dashboardUrl,
    adminUser: WORDPRESS_USER,
    adminPassword: secrets().wordpressPassword,
    siteTitle: 'Demo shop',
    prefill: { email: demo?.email ?? '', apiKey: demo?.api_key ?? '', password: demo?.password ?? '' },
  };
  const child = new Child({
    name: 'WordPress',
    script: 'wp-plugin/demo/server.ts',
    env: { IGNY8_DEMO_OPTIONS: JSON.stringify(wordpress) },
    logFile: log('wordpress'),
  });
  watch('WordPress', child);
  const ready = await child.ready<{ settingsUrl: string }>((message) => {
    const { text } = message as { text?: string };
    if (text !== undefined) say(text);
  });
  return ready.settingsUrl;
}

function watch(name: string, child: Child): void {
  children.push(child);
  endWith(name, child.ended);
}

/** Stops everything when a part of it ends by itself. */
function endWith(name: string, ended: Promise<void>): void {
  void ended.then(() => {
    if (stopping !== undefined) return;
    console.error(`\n${name} has ended. Everything else is stopped too. The logs: ${relative(process.cwd(), join(dataDir, 'logs'))}`);
    void stop(1);
  });
}

function writeDemo(demo: Demo, settingsUrl: string | undefined): void {
  writePrivate(demoFile, {
    ...demo,
    content_types_url: `${dashboardUrl}/sites/${demo.site_id}/content-types`,
    ...(settingsUrl === undefined
      ? {}
      : {
          wordpress_url: wordpressUrl,
          wordpress_settings_url: settingsUrl,
          wordpress_user: WORDPRESS_USER,
          wordpress_password: secrets().wordpressPassword,
        }),
  });
}

function show(demo: Demo | undefined, settingsUrl: string | undefined): void {
  steps.say(`Ready in ${steps.seconds}. Ctrl-C stops everything.`);
  if (!options['no-dashboard']) steps.say(`  Dashboard ${dashboardUrl} ${demo === undefined ? '' : `${demo.email} ${demo.password}`}`);
  if (settingsUrl !== undefined) steps.say(`  WordPress ${settingsUrl} ${WORDPRESS_USER} ${secrets().wordpressPassword}`);
  if (demo !== undefined) steps.say(`  API key   ${demo.api_key}`);
  steps.say(`  API       ${apiUrl}/docs`);
  if (demo === undefined) steps.say('Next: npm run igny8 -- account create --name … --email … --password …');
  else if (settingsUrl !== undefined) steps.say('Next: open WordPress, press Connect to IGNY8.');
}

function stop(code: number): Promise<never> {
  stopping ??= stopAll(code);
  return stopping;
}

async function stopAll(code: number): Promise<never> {
  const isOurs = findRun()?.pid === process.pid;
  if (isOurs) noteStop();
  await Promise.all(children.map((child) => child.stop()));
  await postgres?.stop();
  if (isOurs) forgetRun();
  if (children.length > 0) console.log(`\nStopped. Data kept in ${relative(process.cwd(), dataDir) || '.'}/.`);
  process.exit(code);
}

function wordsOf(error: unknown): string {
  if (error instanceof StepError) return error.message;
  if (error instanceof ChildError) return `${error.message}\nThe log: ${error.logFile}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function port(name: string, fallback: number): number {
  const value = process.env[name];
  if (value === undefined || value === '') return fallback;
  if (/^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65536) return Number(value);
  console.error(`${name} must be a port between 1 and 65535. Example: ${name}=${String(fallback)}`);
  process.exit(1);
}

try {
  await start();
} catch (error) {
  if (stopping === undefined) {
    console.error(`\n${wordsOf(error)}`);
    await stop(1);
  }
}
