import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node } from './lib/child.ts';
import { WORDPRESS_VERSIONS } from '../wp-plugin/testing/core.ts';
import { root } from './lib/paths.ts';

/**
 * `npm run soak -- NAME`: a matrix at its full size. `npm test` runs the same tests with a part of the cases; which part, the test
 * itself says (see e2e/support/soak.ts).
 */
const jest = (config: string, file: string): readonly string[] => [
  join(root, 'node_modules/jest/bin/jest.js'),
  '-c',
  join(root, config),
  '--verbose',
  file,
];
const SOAKS: Readonly<Record<string, readonly string[]>> = {
  connect: jest('dev/jest.config.mjs', 'e2e/connect'),
  guessing: jest('backend/jest.config.mjs', 'test/guessing'),
  fuzz: jest('backend/jest.config.mjs', 'test/fuzz'),
  differential: jest('backend/jest.config.mjs', 'test/contract-differential'),
  plugin: [join(root, 'wp-plugin/tools/test.ts'), `--wordpress=${WORDPRESS_VERSIONS.join(',')}`],
};

const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(SOAKS, name) ? SOAKS[name] : undefined;
if (soak === undefined) {
  console.error(`There is no soak ${name || '(none)'}. There are: ${Object.keys(SOAKS).join(', ')}.`);
  process.exitCode = 1;
} else {
  const child = spawn(node, [...soak, ...args], { cwd: root, env: { ...process.env, IGNY8_SOAK: 'true' }, stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
