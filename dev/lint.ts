import { join } from 'node:path';
import { build } from './lib/build.ts';
import { node } from './lib/child.ts';
import { root } from './lib/paths.ts';
import { runChecks, type Task } from './lib/tasks.ts';

const tool = (path: string): string => join(root, 'node_modules', path);

/** Redocly asks nobody for a newer version of itself, and tells nobody of this run. */
const OFFLINE = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** Everything that can be said of the code without running it. */
export const LINTS: readonly Task[] = [
  { name: 'The lock file, for every kind of machine (npm)', command: ['npm', 'ci', '--dry-run', '--loglevel', 'error'] },
  { name: 'Format (Prettier)', command: [node, tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'Rules (ESLint)', command: [node, tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  {
    name: 'Borders of the modules (dependency-cruiser)',
    command: [node, tool('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.mjs', 'src'],
    cwd: join(root, 'backend'),
  },
  {
    name: 'The contract (Redocly, with own rules)',
    command: [node, tool('@redocly/cli/bin/cli.js'), 'lint', '--config', 'codegen/redocly.yaml', 'openapi.yaml'],
    env: OFFLINE,
  },
  {
    name: 'The contract (Spectral, with the OWASP rules)',
    command: [
      node,
      tool('@stoplight/spectral-cli/dist/index.js'),
      'lint',
      '--ruleset',
      'codegen/spectral.yaml',
      '--fail-severity',
      'hint',
      'openapi.yaml',
    ],
  },
  {
    name: 'The contract breaks nothing that was released (Redocly)',
    command: [
      node,
      tool('@redocly/cli/bin/cli.js'),
      'diff',
      '--config',
      'codegen/redocly-diff.yaml',
      'codegen/released/openapi.yaml',
      'openapi.yaml',
    ],
    env: OFFLINE,
  },
  { name: 'The plugin (PHP_CodeSniffer, PHPStan)', command: ['npm', 'run', '--silent', 'lint', '-w', 'wp-plugin'] },
];

if (process.argv[1]?.endsWith('lint.ts') === true) {
  // The rules look at types, the dashboard's too, which come from the SDK.
  await build(['sdk']);
  process.exitCode = (await runChecks(LINTS)) === 0 ? 0 : 1;
}
