import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
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
  readonly info: DemoInfo;
  readonly dataDir: string;
  private readonly process: ChildProcess;

  private constructor(info: DemoInfo, dataDir: string, process: ChildProcess) {
    this.info = info;
    this.dataDir = dataDir;
    this.process = process;
  }

  static async start(): Promise<Demo> {
    const dataDir = mkdtempSync(join(tmpdir(), 'igny8-demo-'));
    const logFile = join(dataDir, 'start.log');
    const ports = {
      IGNY8_API_PORT: String(await freePort()),
      IGNY8_DASHBOARD_PORT: String(await freePort()),
      IGNY8_WORDPRESS_PORT: String(await freePort()),
    };
    const log = openSync(logFile, 'w');
    const started = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', IGNY8_DATA_DIR: dataDir, ...ports },
      stdio: ['ignore', log, log],
      detached: true,
    });
    const since = Date.now();
    while (!readFileSync(logFile, 'utf8').includes('Ready in')) {
      if (started.exitCode !== null || Date.now() - since > START_MS) {
        await end(started);
        throw new Error(`npm start did not come up:\n${readFileSync(logFile, 'utf8')}`);
      }
      await sleep(100);
    }
    return new Demo(JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as DemoInfo, dataDir, started);
  }

  /** The database of WordPress: SQLite. */
  get wordpressDatabase(): string {
    return join(this.dataDir, 'wordpress/database/.ht.sqlite');
  }

  async stop(): Promise<void> {
    await end(this.process);
    if (existsSync(this.dataDir)) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** As Ctrl-C in a terminal: the whole process group gets it. */
async function end(started: ChildProcess): Promise<void> {
  const ended = once(started, 'exit');
  if (started.exitCode !== null || started.pid === undefined) return;
  process.kill(-started.pid, 'SIGINT');
  await ended;
}
