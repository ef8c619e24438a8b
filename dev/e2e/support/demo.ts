import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../lib/paths.ts';
import { freePort } from '../../lib/ports.ts';

/** What `npm start` writes into demo.json. */
export interface DemoInfo {
  readonly api_url: string;
  readonly dashboard_url: string;
  readonly content_types_url: string;
  readonly wordpress_url: string;
  readonly wordpress_settings_url: string;
  readonly email: string;
  readonly password: string;
  readonly api_key: string;
  readonly wordpress_user: string;
  readonly wordpress_password: string;
}

const START_MS = 300_000;

/** The product as somebody sees it for the first time: `npm start`, from an empty data folder, on ports of its own. */
export class Demo {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'igny8-demo-'));
  private readonly logFile = join(this.dataDir, 'start.log');
  private readonly args: readonly string[];
  private process: ChildProcess | undefined;

  /** @param args what stands after `npm start --` */
  constructor(...args: readonly string[]) {
    this.args = args;
  }

  /** Begins to start, also a second time on the same data. */
  async spawn(): Promise<void> {
    const ports = {
      IGNY8_API_PORT: String(await freePort()),
      IGNY8_DASHBOARD_PORT: String(await freePort()),
      IGNY8_WORDPRESS_PORT: String(await freePort()),
    };
    const log = openSync(this.logFile, 'w');
    this.process = spawn('npm', ['start', '--', ...this.args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', IGNY8_DATA_DIR: this.dataDir, ...ports },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
  }

  /** Starts, and waits until everything is up. */
  async start(): Promise<DemoInfo> {
    await this.spawn();
    for (const since = Date.now(); !this.output.includes('Ready in');) {
      if (this.process?.exitCode !== null || Date.now() - since > START_MS) {
        await this.signal('SIGINT');
        throw new Error(`npm start did not come up:\n${this.output}`);
      }
      await sleep(100);
    }
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as DemoInfo;
  }

  /** What it has printed. */
  get output(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** The database of WordPress: SQLite. */
  get wordpressDatabase(): string {
    return join(this.dataDir, 'wordpress/database/.ht.sqlite');
  }

  /** Waits until it has ended. @returns its exit code; null when it was killed */
  async ended(): Promise<number | null> {
    if (this.process?.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process?.exitCode ?? null;
  }

  /** To the whole process group, as Ctrl-C in a terminal does it. */
  async signal(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (this.process?.pid === undefined || this.process.exitCode !== null || this.process.signalCode !== null) return;
    process.kill(-this.process.pid, signal);
    await this.ended();
  }

  async remove(): Promise<void> {
    await this.signal('SIGINT');
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
