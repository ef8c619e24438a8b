import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node } from '../lib/child.ts';
import { root } from '../lib/paths.ts';
import { eventually } from './support/dashboard.ts';

const LOCK = pathToFileURL(join(root, 'dev/lib/lock.mjs')).href;

let folder: string;
let file: string;
const holders: Holder[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => {
  for (const holder of holders.splice(0)) holder.process.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process that takes the lock, says so, and lets go when its input ends. */
class Holder {
  readonly process: ChildProcess;
  output = '';

  constructor() {
    const program = `
      import { acquire } from ${JSON.stringify(LOCK)};
      const release = await acquire(${JSON.stringify(file)});
      process.stdout.write('has it');
      process.stdin.on('end', release).resume();`;
    this.process = spawn(node, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
    for (const stream of [this.process.stdout, this.process.stderr]) stream?.on('data', (text) => (this.output += String(text)));
    holders.push(this);
  }

  hasIt(): Promise<void> {
    return eventually(() => {
      expect(this.output).toContain('has it');
    }, 20_000);
  }
}

it('is one process’s at a time, and whoever waits says so', async () => {
  const first = new Holder();
  await first.hasIt();
  const second = new Holder();
  await eventually(() => {
    expect(second.output).toContain('Waits for another command');
  }, 20_000);
  expect(second.output).not.toContain('has it');
  first.process.stdin?.end();
  await second.hasIt();
});

it('is free again when its holder ends in the middle', async () => {
  const first = new Holder();
  await first.hasIt();
  first.process.kill('SIGKILL');
  await once(first.process, 'exit');
  await new Holder().hasIt();
});

it('is free when its holder was killed long ago, whoever has its number now', async () => {
  writeFileSync(file, String(process.pid));
  utimesSync(file, new Date(0), new Date(0));
  await new Holder().hasIt();
});
