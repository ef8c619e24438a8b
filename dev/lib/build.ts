import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from './child.ts';
import { acquire } from './lock.mjs';
import { dataDir, root } from './paths.ts';
import { StepError } from './steps.ts';

/** Something that is built: out of what, where to, and how. */
interface Target {
  readonly name: string;
  readonly sources: readonly string[];
  readonly output: string;
  /** The script, from the project's folder, and its arguments. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly after?: () => void;
}

const bin = (name: string): string => join('node_modules', name);

const TARGETS = {
  sdk: {
    name: 'SDK',
    sources: ['codegen/sdk/src', 'codegen/sdk/tsup.config.ts'],
    output: 'codegen/sdk/dist',
    command: [bin('tsup/dist/cli-default.js'), '--silent'],
    cwd: 'codegen/sdk',
  },
  backend: {
    name: 'backend',
    sources: ['backend/src', 'backend/.swcrc'],
    output: 'backend/dist',
    command: [bin('@swc/cli/bin/swc.js'), 'src', '-d', 'dist', '--strip-leading-paths', '--delete-dir-on-start', '-q'],
    cwd: 'backend',
  },
  plugin: {
    name: 'plugin',
    sources: ['wp-plugin/igny8-bridge', 'wp-plugin/tools'],
    output: 'frontend/public/igny8-bridge.zip',
    command: ['wp-plugin/tools/zip.ts', join(root, 'frontend/public/igny8-bridge.zip')],
    cwd: '.',
  },
  dashboard: {
    name: 'dashboard',
    sources: ['frontend/src', 'frontend/public', 'frontend/next.config.ts', 'frontend/package.json', 'codegen/sdk/src'],
    output: 'frontend/.next/standalone',
    command: [bin('next/dist/bin/next'), 'build'],
    cwd: 'frontend',
    after: completeStandalone,
  },
} as const satisfies Record<string, Target>;

export type TargetName = keyof typeof TARGETS;

/**
 * Builds what has changed since it was built last, in the order given.
 *
 * @param onBuilder is given each builder, so that it can be stopped
 */
export async function build(
  names: readonly TargetName[],
  say: (detail: string) => void = () => undefined,
  onBuilder: (builder: Child) => void = () => undefined,
): Promise<void> {
  // Whatever data folder it is for, what is built is the same.
  const unlock = await acquire(join(root, 'node_modules/.igny8-build.lock'));
  try {
    for (const name of names) await buildOne(name, say, onBuilder);
  } finally {
    unlock();
  }
}

async function buildOne(name: TargetName, say: (detail: string) => void, onBuilder: (builder: Child) => void): Promise<void> {
  const target: Target = TARGETS[name];
  const stampFile = join(root, 'node_modules', `.igny8-build-${name}`);
  const stamp = fingerprint(target);
  if (existsSync(join(root, target.output)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say(target.name);
  // A build that is killed leaves half of it.
  rmSync(stampFile, { force: true });
  await run(target, onBuilder);
  target.after?.();
  writeFileSync(stampFile, stamp);
}

/** Names, sizes and times of the sources, and the packages they are built with. */
function fingerprint({ sources, output }: Target): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(root);
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) {
      if (file === join(root, output)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}:${String(size)}:${String(mtimeMs)}\n`);
    }
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function run({ name, command: [script = '', ...args], cwd }: Target, onBuilder: (builder: Child) => void): Promise<void> {
  const logFile = join(dataDir, 'logs', `build-${name}.log`);
  rmSync(logFile, { force: true });
  const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const builder = new Child({ name: `The builder of the ${name}`, script, args, cwd: join(root, cwd), env, logFile });
  onBuilder(builder);
  await builder.ended;
  if (builder.process.exitCode !== 0)
    throw new StepError(
      `The ${name} could not be built:\n${readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n')}\nThe log: ${logFile}`,
    );
}

/** Next leaves beside its server what the browser loads; a server that runs alone needs it inside. */
function completeStandalone(): void {
  const standalone = join(root, 'frontend/.next/standalone/frontend');
  cpSync(join(root, 'frontend/.next/static'), join(standalone, '.next/static'), { recursive: true });
  if (existsSync(join(root, 'frontend/public'))) cpSync(join(root, 'frontend/public'), join(standalone, 'public'), { recursive: true });
}
