import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WORDPRESS_VERSIONS, type WordPressVersion } from '../testing/core.ts';
import { ensurePackages } from '../testing/packages.ts';
import { startWordPress } from '../testing/wordpress.ts';
import { freePort } from '../../dev/lib/ports.ts';
import { installTools } from './composer.ts';
import { unitTestsInWasm } from './wasm.ts';

/**
 * The plugin's tests: units on PHP of this machine and on PHP 7.4 and 8.5 (WebAssembly), then everything that needs WordPress in
 * a real one with MariaDB, alone and as a network. `--wordpress=6.1,7.1` says in which versions, 6.8 without it; `--single` or
 * `--multisite` leaves the other out.
 */
const plugin = fileURLToPath(new URL('..', import.meta.url));

interface Totals {
  passed: number;
  failed: number;
}

const { values: options } = parseArgs({
  options: {
    wordpress: { type: 'string', default: '6.8' },
    single: { type: 'boolean', default: false },
    multisite: { type: 'boolean', default: false },
  },
});

function versions(): WordPressVersion[] {
  return options.wordpress.split(',').map((version) => {
    const known = WORDPRESS_VERSIONS.find((candidate) => candidate === version);
    if (known === undefined) throw new Error(`There is no WordPress ${version} here, only ${WORDPRESS_VERSIONS.join(', ')}.`);
    return known;
  });
}

/** Runs a suite; its output is shown and read. */
function phpunit(configuration: 'unit' | 'integration', suites: readonly string[], env: NodeJS.ProcessEnv = process.env): Totals {
  const result = spawnSync(
    'php',
    [
      ...['-d', 'memory_limit=1G', join(plugin, 'vendor/bin/phpunit')],
      ...['-c', join(plugin, 'tests', `${configuration}.xml`), '--testsuite', suites.join(',')],
    ],
    {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return totalsOf(`${result.stdout}${result.stderr}`, result.status ?? 1);
}

/** PHPUnit's closing lines: "OK (12 tests, 30 assertions)" or "Tests: 12, Assertions: 30, Failures: 1, Errors: 2.". */
function totalsOf(output: string, status: number): Totals {
  console.log(output.trimEnd());
  const ok = /^OK \((\d+) tests?,/m.exec(output);
  if (ok !== null && status === 0) return { passed: Number(ok[1]), failed: 0 };
  const count = (name: string): number => Number(new RegExp(`\\b${name}: (\\d+)`).exec(output)?.[1] ?? 0);
  const failed = ['Errors', 'Failures', 'Warnings', 'Risky', 'Skipped', 'Incomplete'].reduce((sum, name) => sum + count(name), 0);
  return { passed: Math.max(0, count('Tests') - failed), failed: Math.max(1, failed) };
}

async function inWordPress(version: WordPressVersion, multisite: boolean): Promise<Totals> {
  const workDir = mkdtempSync(join(tmpdir(), 'igny8-plugin-'));
  // Nobody listens there but in the tests that start somebody who does.
  const apiUrl = `https://127.0.0.1:${String(await freePort())}`;
  const site = await startWordPress({ version, multisite, apiUrl, appUrl: 'http://127.0.0.1:9', workDir });
  try {
    console.log(`\nWordPress ${String(await site.wpEval("return get_bloginfo( 'version' );"))}${multisite ? ', a network' : ''}`);
    return phpunit('integration', multisite ? ['integration', 'multisite'] : ['integration', 'proxy'], { ...site.env });
  } finally {
    await site.stop();
    rmSync(workDir, { recursive: true, force: true });
  }
}

/** The tests that use a site from outside, as an administrator does; each starts a WordPress of its own. */
function fromOutside(version: WordPressVersion): Totals {
  console.log(`\nWordPress ${version}, from outside`);
  const files = readdirSync(join(plugin, 'tests/Site'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(plugin, 'tests/Site', file));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], {
    env: { ...process.env, IGNY8_TEST_VERSION: version },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  console.log(`${stdout}${stderr}`.trimEnd());
  const count = (name: string): number => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') + count('skipped') + count('todo');
  return { passed: count('pass'), failed: status === 0 ? failed : Math.max(1, failed) };
}

const wordpress = versions();
ensurePackages();
installTools();
const totals: Totals = { passed: 0, failed: 0 };
const add = ({ passed, failed }: Totals): void => {
  totals.passed += passed;
  totals.failed += failed;
};
console.log('PHP of this machine');
add(phpunit('unit', ['unit']));
for (const version of ['7.4', '8.5'] as const) {
  console.log(`\nPHP ${version}`);
  const wasm = await unitTestsInWasm(version);
  add(totalsOf(wasm.output, wasm.status));
}
for (const version of wordpress) {
  if (!options.multisite) {
    add(await inWordPress(version, false));
    add(fromOutside(version));
  }
  if (!options.single) add(await inWordPress(version, true));
}
console.log(`\n${String(totals.passed)} passed, ${String(totals.failed)} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
