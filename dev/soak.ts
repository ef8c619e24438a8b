import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node } from './lib/child.ts';
import { WORDPRESS_VERSIONS } from '../wp-plugin/testing/core.ts';
import { root } from './lib/paths.ts';

interface Soak {
  /** Where it runs, from the project's folder: the tests find what they read from there. */
  readonly folder: string;
  readonly command: readonly string[];
}

const jest = (folder: string, file: string): Soak => ({
  folder,
  command: [join(root, 'node_modules/jest/bin/jest.js'), '-c', join(root, folder, 'jest.config.mjs'), '--verbose', file],
});
/**
 * `npm run soak -- NAME`: a matrix at its full size. `npm test` runs the same tests with a part of the cases; which part, the test
 * itself says (see e2e/support/soak.ts).
 */
const SOAKS: Readonly<Record<string, Soak>> = {
  connect: jest('dev', 'e2e/connect'),
  guessing: jest('backend', 'test/guessing'),
  fuzz: jest('backend', 'test/fuzz'),
  differential: jest('backend', 'test/contract-differential'),
  plugin: { folder: '.', command: [join(root, 'wp-plugin/tools/test.ts'), `--wordpress=${WORDPRESS_VERSIONS.join(',')}`] },
};

const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(SOAKS, name) ? SOAKS[name] : undefined;
if (soak === undefined) {
  console.error(`There is no soak ${name || '(none)'}. There are: ${Object.keys(SOAKS).join(', ')}.`);
  process.exitCode = 1;
} else {
  const child = spawn(node, [...soak.command, ...args], {
    cwd: join(root, soak.folder),
    env: { ...process.env, IGNY8_SOAK: 'true' },
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
