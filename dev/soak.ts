import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { node } from './lib/child.ts';
import { root } from './lib/paths.ts';

/**
 * `npm run soak -- NAME`: a matrix at its full size. `npm test` runs the same tests with a part of the cases; which part, the test
 * itself says (see e2e/support/soak.ts).
 */
const SOAKS: Readonly<Record<string, { readonly config: string; readonly file: string }>> = {
  connect: { config: 'dev/jest.config.mjs', file: 'e2e/connect' },
  guessing: { config: 'backend/jest.config.mjs', file: 'test/guessing' },
  fuzz: { config: 'backend/jest.config.mjs', file: 'test/fuzz' },
  differential: { config: 'backend/jest.config.mjs', file: 'test/contract-differential' },
};

const [name = '', ...args] = process.argv.slice(2);
const soak = Object.hasOwn(SOAKS, name) ? SOAKS[name] : undefined;
if (soak === undefined) {
  console.error(`There is no soak ${name || '(none)'}. There are: ${Object.keys(SOAKS).join(', ')}.`);
  process.exitCode = 1;
} else {
  const config = join(root, soak.config);
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '-c', config, '--verbose', soak.file, ...args];
  const child = spawn(node, jest, { cwd: dirname(config), env: { ...process.env, IGNY8_SOAK: 'true' }, stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
