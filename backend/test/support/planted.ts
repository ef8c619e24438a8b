import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';

const ROOT = join(process.cwd(), '..');
const CONTRACT = readFileSync(join(ROOT, 'openapi.yaml'), 'utf8');
const tool = (path: string): string => join(ROOT, 'node_modules', path);
const REDOCLY = tool('@redocly/cli/bin/cli.js');

/** A fault in the contract: what stands at that place instead; undefined when it is gone. */
export type Fault = readonly [place: readonly (string | number)[], value?: unknown];

/** The contract with faults in it. Fails when a fault changes nothing. */
export function contractWith(...faults: readonly Fault[]): Record<string, unknown> {
  const document = parse(CONTRACT) as Record<string, unknown>;
  for (const [place, value] of faults) plant(document, place, value);
  return document;
}

function plant(document: Record<string, unknown>, place: readonly (string | number)[], value: unknown): void {
  const holder = place.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], document) as Record<
    string,
    unknown
  >;
  const last = String(place.at(-1));
  if (JSON.stringify(holder[last]) === JSON.stringify(value)) throw new Error(`Nothing to change at ${place.join(' / ')}`);
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

const COPIED = [
  'package.json',
  'CHANGELOG.md',
  'codegen',
  'docs/api',
  'backend/src/generated',
  'wp-plugin/igny8-bridge/src/Api',
  'wp-plugin/tests/Support',
];

/** A copy of the project, as far as the checks of the contract read it, with faults in its contract. */
export function copyWith(...faults: readonly Fault[]): string {
  const copy = mkdtempSync(join(process.env.IGNY8_TEST_FOLDER ?? tmpdir(), 'planted-'));
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(copy, path), { recursive: true, filter: (file) => !file.endsWith('node_modules') });
  for (const path of ['node_modules', 'codegen/node_modules']) symlinkSync(join(ROOT, path), join(copy, path));
  // JSON is YAML too.
  writeFileSync(join(copy, 'openapi.yaml'), faults.length === 0 ? CONTRACT : JSON.stringify(contractWith(...faults), null, 2));
  return copy;
}

export interface Said {
  readonly failed: boolean;
  readonly words: string;
}

function run(cwd: string, ...command: readonly string[]): Said {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', FORCE_COLOR: '0', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd, env, encoding: 'utf8' });
  return { failed: status !== 0, words: stdout + stderr };
}

/** The commands of dev/lint.ts and of `npm run codegen:check`, in a copy. */
export const redoclyLint = (copy: string): Said => run(copy, REDOCLY, 'lint', '--config', 'codegen/redocly.yaml', 'openapi.yaml');
export const redoclyDiff = (copy: string): Said =>
  run(copy, REDOCLY, 'diff', '--config', 'codegen/redocly-diff.yaml', 'codegen/released/openapi.yaml', 'openapi.yaml');
export const spectralLint = (copy: string): Said =>
  run(
    copy,
    tool('@stoplight/spectral-cli/dist/index.js'),
    'lint',
    '--ruleset',
    'codegen/spectral.yaml',
    '--fail-severity',
    'hint',
    'openapi.yaml',
  );
export const codegenCheck = (copy: string): Said => run(copy, 'codegen/src/main.ts', '--check');

/** What the compiler says of a file of the backend, once it is changed. */
export function compilerErrors(file: string, change: (text: string) => string): string[] {
  const path = join(process.cwd(), file);
  const { config } = ts.readConfigFile(join(process.cwd(), 'tsconfig.json'), (name) => ts.sys.readFile(name)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name): string | undefined => (name === path ? change(read(name) ?? '') : read(name));
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  return program.getSemanticDiagnostics(source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
