import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** Waits until `condition` is true. @throws when it is not within `seconds` */
export async function until(what: string, seconds: number, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${String(seconds)} s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs a program to its end and returns what it printed. @throws with its output when it fails */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): string {
  const result = spawnSync(program, args, { ...options, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0)
    throw new Error(
      `${program} ${args.join(' ')}\nended with ${String(result.status ?? result.signal)}:\n${result.stdout}${result.stderr}`,
    );
  return result.stdout;
}

/**
 * As run(), without standing in the way meanwhile: what the program asks may be answered by this very process.
 */
export async function runAside(
  program: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly input?: string },
): Promise<string> {
  const child = spawn(program, args, { env: options.env });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [said, complained] = [output, errors].map((chunks) => Buffer.concat(chunks).toString());
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}\nended with ${String(code)}:\n${said ?? ''}${complained ?? ''}`);
  return said ?? '';
}

/**
 * A program with all that it starts itself, in a process group of its own: signalling the program alone would leave its
 * workers behind. The group ends with this process.
 */
export class ProcessGroup {
  private readonly child: ChildProcess;
  private readonly onExit = (): void => {
    this.signal('SIGKILL');
  };

  constructor(program: string, args: readonly string[], options: SpawnOptions) {
    this.child = spawn(program, args, { ...options, detached: true });
    process.once('exit', this.onExit);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It has ended already.
    }
  }

  /** Asks it to end, and ends it after `seconds` if it has not. */
  async stop(seconds = 10): Promise<void> {
    this.signal('SIGTERM');
    await until('The process ends', seconds, () => !this.isRunning).catch(() => undefined);
    await this.kill();
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    process.removeListener('exit', this.onExit);
    await until('The process is gone', 10, () => !this.isRunning);
  }
}
