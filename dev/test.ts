import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from './lib/build.ts';
import { node } from './lib/child.ts';
import { LINTS } from './lint.ts';
import { dataDir, root } from './lib/paths.ts';
import { runTask, type Outcome, type Task } from './lib/tasks.ts';
import { installSystemPackages } from './lib/system-packages.ts';
import { TYPECHECKS } from './typecheck.ts';

/**
 * `npm test`: everything, on real parts. A check that passes counts as one test. Ends with `N passed, N failed`.
 * `-- NAME …` runs only the parts whose names contain one of the words.
 */
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
const results = join(dataDir, 'test');
const jest = (name: string, config: string): Task => ({
  name,
  command: [
    node,
    join(root, 'node_modules/jest/bin/jest.js'),
    '-c',
    config,
    '--json',
    `--outputFile=${resultFile(name)}`,
    '--testLocationInResults',
  ],
  cwd: dirname(config),
});
const resultFile = (name: string): string => join(results, `${name.replaceAll(/\W+/g, '-').toLowerCase()}.json`);

const CHECKS: readonly Task[] = [
  ...LINTS,
  ...TYPECHECKS,
  { name: 'Generated files', command: [node, join(root, 'codegen/src/main.ts'), '--check'] },
];
const JEST: readonly Task[] = [
  jest('Code generator and SDK', join(root, 'codegen/jest.config.mjs')),
  jest('Backend', join(root, 'backend/jest.config.mjs')),
  jest('Dashboard', join(root, 'frontend/jest.config.mjs')),
];
const PLUGIN: Task = { name: 'Plugin', command: ['npm', 'test', '--silent', '-w', 'wp-plugin'] };
const WHOLE = jest('Whole product', join(root, 'dev/jest.config.mjs'));

let passed = 0;
let failed = 0;

const isWanted = ({ name }: Task): boolean => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word));

function count(outcome: Outcome, good: number, bad: number): void {
  passed += good;
  failed += bad;
  const isGood = outcome.code === 0 && bad === 0;
  if (!isGood && bad === 0) failed++;
  console.log(`${isGood ? '✓' : '✗'} ${outcome.task.name}: ${String(good)} passed, ${String(bad)} failed, ${outcome.seconds.toFixed(0)} s`);
  if (!isGood) console.log(outcome.output.trimEnd().replaceAll(/^/gm, '    '));
}

function countJest(outcome: Outcome): void {
  const file = resultFile(outcome.task.name);
  if (!existsSync(file)) {
    count(outcome, 0, 1);
    return;
  }
  const result = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numFailedTestSuites' | 'numPendingTests' | 'numTodoTests',
    number
  > & { readonly testResults: readonly SuiteResult[] };
  for (const line of told(outcome.output, result.testResults)) console.log(`    ${line}`);
  // A suite that could not even run, and a test that was left out, are failures too.
  count(
    outcome,
    result.numPassedTests,
    Math.max(result.numFailedTests, result.numFailedTestSuites) + result.numPendingTests + result.numTodoTests,
  );
}

interface SuiteResult {
  readonly name: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** What a run has to show besides its numbers: its figures, and the faults that were planted to see them caught. */
function told(output: string, suites: readonly SuiteResult[]): string[] {
  const planted = suites.filter(({ name }) => name.includes('faults.')).flatMap(({ assertionResults }) => assertionResults);
  return [
    ...(output.match(/^\s*(Fuzz|Differential|Statuses that the contract declares):?.*$/gm) ?? []).map((line) => line.trim()),
    ...planted.map(({ status, fullName }) => `${status === 'passed' ? '✓' : '✗'} ${fullName}`),
  ];
}

function countPlugin(outcome: Outcome): void {
  const [, good, bad] = [...outcome.output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1) ?? [];
  count(outcome, Number(good ?? 0), Number(bad ?? 1));
}

async function main(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  await installSystemPackages();
  await build(['plugin', 'sdk', 'backend', 'dashboard'], (what) => {
    console.log(`  builds the ${what}`);
  });
  const checks = CHECKS.filter(isWanted);
  await inPairs(checks, async (task) => {
    const outcome = await runTask(task);
    count(outcome, outcome.code === 0 ? 1 : 0, outcome.code === 0 ? 0 : 1);
  });
  // The whole product mostly waits for pages: the others have the time beside it.
  await Promise.all([parts(), whole()]);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

async function parts(): Promise<void> {
  for (const task of JEST.filter(isWanted)) countJest(await runTask(task));
  if (isWanted(PLUGIN)) countPlugin(await runTask(PLUGIN));
}

async function whole(): Promise<void> {
  if (isWanted(WHOLE)) countJest(await runTask(WHOLE));
}

async function inPairs(tasks: readonly Task[], work: (task: Task) => Promise<void>): Promise<void> {
  const waiting = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await work(task);
  };
  await Promise.all([worker(), worker()]);
}

await main();
