import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.ts';

/** Node 24, brought by npm where it has a build for the machine. */
export const node = process.execPath;

export interface ChildOptions {
  /** What it is called in messages. */
  readonly name: string;
  /** The script, from the project's folder. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Where its output goes. */
  readonly logFile: string;
  readonly nodeArgs?: readonly string[];
}

/** Thrown when a child ends or fails before it is ready; the end of its log says why. */
export class ChildError extends Error {
  override readonly name = 'ChildError';
  readonly logFile: string;

  constructor(message: string, logFile: string) {
    super(message);
    this.logFile = logFile;
  }
}

/** A Node process that runs for us, in a process group of its own, and ends when we do. */
export class Child {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  private readonly options: ChildOptions;

  constructor(options: ChildOptions) {
    this.options = options;
    mkdirSync(dirname(options.logFile), { recursive: true });
    const log = openSync(options.logFile, 'a');
    this.process = spawn(
      node,
      [
        '--import',
        fileURLToPath(new URL('./parent-watch.mjs', import.meta.url)),
        ...(options.nodeArgs ?? []),
        join(root, options.script),
        ...(options.args ?? []),
      ],
      {
        cwd: options.cwd ?? root,
        env: { ...cleanEnv(), IGNY8_CHILD: 'true', ...options.env },
        stdio: ['ignore', log, log, 'ipc'],
        detached: true,
      },
    );
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.process.once('exit', () => {
        resolve();
      });
    });
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Waits for `{ type: 'ready' }` on the channel. Other messages go to `onMessage`. */
  ready<Message>(onMessage: (message: unknown) => void = () => undefined): Promise<Message> {
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        reject(new ChildError(`${this.options.name} did not start:\n${this.lastWords()}`, this.options.logFile));
      };
      if (this.hasEnded) {
        fail();
        return;
      }
      this.process.once('exit', fail);
      this.process.on('message', (message: { type?: string }) => {
        if (message.type !== 'ready') {
          onMessage(message);
          return;
        }
        this.process.off('exit', fail);
        resolve(message as Message);
      });
    });
  }

  /** Asks it to end, and makes it end when it does not within the time. What it started itself ends with it. */
  async stop(withinMs = 8_000): Promise<void> {
    if (this.hasEnded) return;
    this.signal('SIGTERM');
    const timer = setTimeout(() => {
      this.signal('SIGKILL');
    }, withinMs);
    await this.ended;
    clearTimeout(timer);
  }

  /** To its whole process group, where there are such groups. */
  private signal(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (platform() === 'win32' || this.process.pid === undefined) this.process.kill(signal);
    else process.kill(-this.process.pid, signal);
  }

  private lastWords(): string {
    return readFileSync(this.options.logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  }
}

/** Our own environment without what would turn a child into something else. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !['NODE_OPTIONS', 'NODE_CHANNEL_FD'].includes(name)));
}
