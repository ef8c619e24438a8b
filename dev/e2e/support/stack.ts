import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, type BackendOptions, igny8, migrateDatabase, startBackend } from '../../lib/backend.ts';
import type { Child } from '../../lib/child.ts';
import { startDashboard } from '../../lib/dashboard.ts';
import { freePort } from '../../lib/ports.ts';
import { type Postgres, startPostgres } from '../../lib/postgres.ts';

/** An account that a test has to itself. */
export interface TestAccount {
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
}

/** What the tests run against. Only texts, so that it can be handed to the processes of the tests. */
export interface StackInfo {
  readonly apiUrl: string;
  readonly dashboardUrl: string;
  readonly databaseUrl: string;
  readonly sealingKeys: string;
  readonly workDir: string;
}

/** PostgreSQL, the backend and the dashboard, real ones, on ports of their own and with a folder of their own. */
export class Stack {
  readonly info: StackInfo;
  private readonly postgres: Postgres;
  private readonly dashboard: Child | undefined;
  private backend: Backend;

  private constructor(info: StackInfo, postgres: Postgres, backend: Backend, dashboard: Child | undefined) {
    this.info = info;
    this.postgres = postgres;
    this.backend = backend;
    this.dashboard = dashboard;
  }

  static async start({ withDashboard = true } = {}): Promise<Stack> {
    const workDir = mkdtempSync(join(tmpdir(), 'igny8-e2e-'));
    mkdirSync(join(workDir, 'logs'));
    const sealingKeys = `1:${randomBytes(32).toString('base64')}`;
    // What a test writes need not survive the machine, only the process.
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
    const postgres = await startPostgres({
      dataDir: join(workDir, 'postgres'),
      logFile: join(workDir, 'logs/postgres.log'),
      password: randomBytes(12).toString('hex'),
      settings,
    });
    await migrateDatabase({ databaseUrl: postgres.url, sealingKeys });
    const [apiPort, dashboardPort] = [await freePort(), await freePort()];
    const info = {
      apiUrl: `http://127.0.0.1:${String(apiPort)}`,
      dashboardUrl: `http://localhost:${String(dashboardPort)}`,
      databaseUrl: postgres.url,
      sealingKeys,
      workDir,
    };
    const backend = await startBackend(backendOptions(info));
    const dashboard = withDashboard
      ? await startDashboard({ port: dashboardPort, apiUrl: info.apiUrl, logFile: join(workDir, 'logs/dashboard.log') })
      : undefined;
    return new Stack(info, postgres, backend, dashboard);
  }

  /** Ends the backend as a crash would, with whatever it was doing. */
  async killBackend(): Promise<void> {
    this.backend.child.process.kill('SIGKILL');
    await this.backend.child.ended;
  }

  /** Starts the backend again, at the same address, unless it runs. */
  async startBackend(): Promise<void> {
    if (this.backend.child.hasEnded) this.backend = await startBackend(backendOptions(this.info));
  }

  async stop(): Promise<void> {
    await Promise.all([this.backend.child.stop(), this.dashboard?.stop()]);
    await this.postgres.stop();
    rmSync(this.info.workDir, { recursive: true, force: true });
  }
}

const backendOptions = ({ apiUrl, databaseUrl, sealingKeys, workDir }: StackInfo): BackendOptions => ({
  databaseUrl,
  sealingKeys,
  port: Number(new URL(apiUrl).port),
  logFile: join(workDir, 'logs/backend.log'),
  env: { IGNY8_TRUSTED_PROXIES: '127.0.0.1/32,::1/128' },
});

/** Accounts that are being made, by the backend that they are for. */
const nextAccounts = new Map<string, Promise<TestAccount>>();

/** A new account, by the operator's command line. The next one is made meanwhile: that takes a second, and every test wants one. */
export function createAccount(stack: StackInfo): Promise<TestAccount> {
  const account = nextAccounts.get(stack.apiUrl) ?? makeAccount(stack);
  const next = makeAccount(stack);
  // The last one may find that the database is gone.
  next.catch(() => undefined);
  nextAccounts.set(stack.apiUrl, next);
  return account;
}

async function makeAccount(stack: StackInfo): Promise<TestAccount> {
  const email = `person-${randomBytes(6).toString('hex')}@example.com`;
  const password = randomBytes(12).toString('hex');
  const made = await igny8<{ account_id: string; api_key: string }>(
    stack,
    'account',
    'create',
    '--name',
    'Example Agency',
    '--email',
    email,
    '--password',
    password,
  );
  return { accountId: made.account_id, email, password, apiKey: made.api_key };
}

/** The stack that the global setup started. */
export const stack = (): StackInfo => JSON.parse(process.env['IGNY8_E2E_STACK'] ?? '') as StackInfo;
