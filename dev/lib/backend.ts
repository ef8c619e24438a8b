import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Child, node } from './child.ts';
import { root } from './paths.ts';

export interface BackendOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly logFile: string;
  readonly sealingKeys: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Backend {
  readonly url: string;
  readonly child: Child;
}

/** What the backend and its command line need to find their database and secrets. */
export function backendEnv({
  databaseUrl,
  sealingKeys,
  env,
}: Pick<BackendOptions, 'databaseUrl' | 'sealingKeys' | 'env'>): Record<string, string> {
  return { NODE_ENV: 'development', DATABASE_URL: databaseUrl, IGNY8_SEALING_KEYS: sealingKeys, ...env };
}

/** Starts the built backend, ready to answer. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const child = new Child({
    name: 'The backend',
    script: 'backend/dist/main.js',
    logFile: options.logFile,
    env: { ...backendEnv(options), IGNY8_API_PORT: String(options.port) },
  });
  await child.ready();
  return { url: `http://127.0.0.1:${String(options.port)}`, child };
}

/** Runs the operator's command line and gives what it answers. Throws with its words when it fails. */
export async function igny8<Answer>(
  options: Pick<BackendOptions, 'databaseUrl' | 'sealingKeys' | 'env'>,
  ...args: string[]
): Promise<Answer> {
  const run = promisify(execFile)(node, [join(root, 'backend/dist/cli.js'), ...args, '--json'], {
    env: { ...process.env, ...backendEnv(options) },
  });
  const { stdout } = await run.catch((error: unknown) => {
    const said = (error as { stdout?: string }).stdout ?? '';
    throw said === '' ? error : new Error((JSON.parse(said) as { error?: string }).error ?? said);
  });
  return JSON.parse(stdout) as Answer;
}

export async function migrateDatabase(options: Pick<BackendOptions, 'databaseUrl' | 'sealingKeys'>): Promise<void> {
  await igny8(options, 'migrate');
}
