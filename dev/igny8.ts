import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { backendEnv } from './lib/backend.ts';
import { build } from './lib/build.ts';
import { node } from './lib/child.ts';
import { findDatabase, secrets } from './lib/data.ts';
import { root } from './lib/paths.ts';

/** `npm run igny8 -- …`: the operator's command line, on the database of a running `npm start` unless DATABASE_URL names one. */
await build(['backend']);
const databaseUrl = findDatabase();
if (databaseUrl === undefined) console.error('Nothing runs here. Start it with npm start, or set DATABASE_URL.');
const settings =
  databaseUrl === undefined || process.env['DATABASE_URL'] ? {} : backendEnv({ databaseUrl, sealingKeys: secrets().sealingKeys });
const child = spawn(node, [join(root, 'backend/dist/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...settings },
});
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
