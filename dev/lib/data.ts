import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from './paths.ts';

/** What is made up once for the data folder and kept in it, readable by its owner only. */
export interface Secrets {
  readonly postgresPassword: string;
  readonly sealingKeys: string;
  readonly demoPassword: string;
  readonly wordpressPassword: string;
}

const secretsFile = join(dataDir, 'secrets.json');
const runFile = join(dataDir, 'run.json');

export function secrets(): Secrets {
  if (existsSync(secretsFile)) return JSON.parse(readFileSync(secretsFile, 'utf8')) as Secrets;
  const made: Secrets = {
    postgresPassword: randomBytes(24).toString('base64url'),
    sealingKeys: `1:${randomBytes(32).toString('base64')}`,
    demoPassword: readablePassword(),
    wordpressPassword: readablePassword(),
  };
  writePrivate(secretsFile, made);
  return made;
}

/** Sixteen characters that nobody confuses when typing them. */
function readablePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(16), (byte) => letters[byte % letters.length] ?? '').join('');
}

/** A file that only its owner reads. It is there whole or not at all, also for somebody who reads or is killed meanwhile. */
export function writePrivate(file: string, content: object): void {
  mkdirSync(dataDir, { recursive: true });
  renameSync(writeAside(file, content), file);
}

function writeAside(file: string, content: object): string {
  const aside = `${file}.${String(process.pid)}`;
  // An existing file keeps its mode when it is written: so it is made anew.
  rmSync(aside, { force: true });
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  return aside;
}

/** What a running `npm start` tells other commands. */
interface Run {
  readonly pid: number;
  /** When that process began, in whatever form the system tells it: a number is given to another process one day. */
  readonly began: string | undefined;
  /** Known as soon as the database runs. */
  readonly databaseUrl?: string;
  readonly isStopping: boolean;
}

const ownRun = (more: Partial<Run> = {}): Run => ({ pid: process.pid, began: beginOf(process.pid), isStopping: false, ...more });

/** Whether an `npm start` has this data folder, or was killed there. */
export const hasRun = (): boolean => existsSync(runFile);

/** Takes the data folder for this process. @returns whether nobody else has it */
export function takeRun(): boolean {
  mkdirSync(dataDir, { recursive: true });
  const aside = writeAside(runFile, ownRun());
  try {
    if (link(aside, runFile)) return true;
    if (findRun() !== undefined) return false;
    // Somebody who was killed left it. Another one may just have found that out too, and have the folder already.
    const left = `${aside}.left`;
    renameSync(runFile, left);
    const isTaken = isRunning(readRun(left));
    if (isTaken) link(left, runFile);
    rmSync(left, { force: true });
    return !isTaken && link(aside, runFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Gives a file a second name; of two who want the same name, one gets it. */
function link(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export function noteRun(databaseUrl: string): void {
  writePrivate(runFile, ownRun({ databaseUrl }));
}

/** Whoever starts meanwhile need only wait a moment. */
export function noteStop(): void {
  writePrivate(runFile, ownRun({ isStopping: true }));
}

export function forgetRun(): void {
  rmSync(runFile, { force: true });
}

/** The running `npm start` of this data folder. */
export function findRun(): Run | undefined {
  const run = readRun(runFile);
  return isRunning(run) ? run : undefined;
}

function readRun(file: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Run;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const isRunning = (run: Run | undefined): boolean => run?.began !== undefined && run.began === beginOf(run.pid);

/** When a process began; undefined when there is none. */
function beginOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // proc_pid_stat(5): state is the 3rd field, starttime the 22nd; the second one, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The database to work on: the one that is named, or that of a running `npm start`. */
export const findDatabase = (): string | undefined => process.env['DATABASE_URL'] || findRun()?.databaseUrl;
