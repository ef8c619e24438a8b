import { join } from 'node:path';
import { build } from './lib/build.ts';
import { node } from './lib/child.ts';
import { root } from './lib/paths.ts';
import { runChecks, type Task } from './lib/tasks.ts';

const PROJECTS = ['codegen', 'codegen/sdk', 'backend', 'frontend', 'wp-plugin', 'dev'];

/** TypeScript, strict, in every workspace. */
export const TYPECHECKS: readonly Task[] = PROJECTS.map((project) => ({
  name: `Types of ${project}`,
  command: [node, join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
}));

if (process.argv[1]?.endsWith('typecheck.ts') === true) {
  await build(['sdk']);
  process.exitCode = (await runChecks(TYPECHECKS)) === 0 ? 0 : 1;
}
