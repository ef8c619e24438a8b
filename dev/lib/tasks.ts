import { spawn } from 'node:child_process';
import { root } from './paths.ts';

/** A program that checks something. */
export interface Task {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly task: Task;
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a program to its end and keeps what it prints; `onLine` sees each line as it comes. */
export function runTask(task: Task, onLine: (line: string) => void = () => undefined): Promise<Outcome> {
  const since = performance.now();
  const [program, ...args] = task.command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: task.cwd ?? root,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...task.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let rest = '';
    const take = (chunk: string): void => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const end = (code: number): void => {
      resolve({ task, code, output, seconds: (performance.now() - since) / 1000 });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code) => {
      end(code ?? 1);
    });
  });
}

/** Runs checks, a few at a time, and says of each how it went; what failed is shown in full. Gives how many failed. */
export async function runChecks(tasks: readonly Task[], atOnce = 2): Promise<number> {
  const waiting = [...tasks];
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const { code, output, seconds } = await runTask(task);
      console.log(`${code === 0 ? '✓' : '✗'} ${task.name} ${seconds.toFixed(1)} s`);
      if (code !== 0) {
        failed++;
        console.log(output.trimEnd().replaceAll(/^/gm, '    '));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}
