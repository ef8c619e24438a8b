import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReleases } from './changelog.ts';
import { emitPhp } from './emit-php.ts';
import { emitReference } from './emit-reference.ts';
import { emitExamples } from './emit-samples.ts';
import { emitConstants, emitResources, emitTypes } from './emit-typescript.ts';
import { readContract } from './model.ts';

/**
 * `npm run codegen` writes everything that is made from openapi.yaml; with `--check` it writes nothing and fails when
 * something on disk is not what it would write.
 */
const root = new URL('../../', import.meta.url);
const contractFile = new URL('openapi.yaml', root);

/** Folders in which nothing else lives: a file that is not generated any more is removed. */
const OWNED = [
  'backend/src/generated/',
  'codegen/sdk/src/generated/',
  'docs/api/',
  'docs/api/problems/',
  'wp-plugin/igny8-bridge/src/Api/Model/',
];

async function generate(): Promise<Map<string, string>> {
  const contract = readContract(contractFile);
  const types = await emitTypes(contractFile);
  const releases = readReleases(readFileSync(new URL('CHANGELOG.md', root), 'utf8'));
  return new Map([
    ['backend/src/generated/contract.ts', types],
    ['backend/src/generated/constants.ts', await emitConstants(contract)],
    ['codegen/sdk/src/generated/contract.ts', types],
    ['codegen/sdk/src/generated/resources.ts', await emitResources(contract)],
    ...[...emitPhp(contract)].map(([file, text]): [string, string] => [`wp-plugin/igny8-bridge/src/Api/${file}`, text]),
    ['wp-plugin/tests/Support/contract-examples.json', await emitExamples(contract)],
    ...[...(await emitReference(contract, releases))].map(([file, text]): [string, string] => [`docs/api/${file}`, text]),
  ]);
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, root));

function leftovers(files: ReadonlyMap<string, string>): string[] {
  return OWNED.filter((folder) => existsSync(pathOf(folder)))
    .flatMap((folder) =>
      readdirSync(pathOf(folder), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [folder + entry.name] : [])),
    )
    .filter((file) => !files.has(file));
}

const files = await generate();
const different = [...files]
  .filter(([file, text]) => !existsSync(pathOf(file)) || readFileSync(pathOf(file), 'utf8') !== text)
  .map(([file]) => file);
const superfluous = leftovers(files);

if (process.argv.includes('--check')) {
  const wrong = [...different, ...superfluous];
  if (wrong.length > 0) {
    console.error(`Not what openapi.yaml says (make them anew with: npm run codegen):\n${wrong.map((file) => `  ${file}`).join('\n')}`);
    process.exit(1);
  }
  console.log(`${String(files.size)} generated files are up to date`);
} else {
  for (const file of different) {
    mkdirSync(dirname(pathOf(file)), { recursive: true });
    writeFileSync(pathOf(file), files.get(file) ?? '');
  }
  for (const file of superfluous) rmSync(pathOf(file));
  console.log(
    `${String(different.length)} of ${String(files.size)} generated files written below ${relative(process.cwd(), pathOf('.')) || '.'}`,
  );
}
