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
  private readonly args: readonly string[];
  private readonly started: Started[] = [];
  private ports: Readonly<Record<string, string>> | undefined;

  /** @param args what stands after `npm start --` */
  constructor(...args: readonly string[]) {
    this.args = args;
  }

  /** Begins to start, also a second time: on the same data and ports. */
  async spawn(): Promise<Started> {
    this.ports ??= {
      IGNY8_API_PORT: String(await freePort()),
      IGNY8_DASHBOARD_PORT: String(await freePort()),
      IGNY8_WORDPRESS_PORT: String(await freePort()),
    };
    const env = { ...process.env, DATABASE_URL: '', IGNY8_DATA_DIR: this.dataDir, ...this.ports };
    const started = new Started(join(this.dataDir, `start-${String(this.started.length)}.log`), this.args, env);
    this.started.push(started);
    return started;
  }

  /** Starts, and waits until everything is up. */
  async start(): Promise<DemoInfo> {
    await (await this.spawn()).ready();
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as DemoInfo;
  }

  /** The database of WordPress: SQLite. */
  get wordpressDatabase(): string {
    return join(this.dataDir, 'wordpress/database/.ht.sqlite');
  }

  async remove(): Promise<void> {
    for (const started of this.started) await started.signal('SIGINT');
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** One `npm start`. */
export class Started {
  private readonly logFile: string;
  private readonly process: ChildProcess;

  constructor(logFile: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.logFile = logFile;
    const log = openSync(logFile, 'w');
    this.process = spawn('npm', ['start', '--', ...args], { cwd: root, env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
  }

  /** What it has printed. */
  get output(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  async ready(): Promise<void> {
    for (const since = Date.now(); !this.output.includes('Ready in');) {
      if (this.hasEnded || Date.now() - since > START_MS) {
        await this.signal('SIGINT');
        throw new Error(`npm start did not come up:\n${this.output}`);
      }
      await sleep(100);
    }
  }

  /** Waits until it has ended. @returns its exit code; null when it was killed */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  /** To the whole process group, as Ctrl-C in a terminal does it. */
  async signal(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (this.hasEnded || this.process.pid === undefined) return;
    process.kill(-this.process.pid, signal);
    await this.ended();
  }

  private get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }
}
