import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sdk = resolve(__dirname, '../..');
const root = resolve(sdk, '../..');

/**
 * Packs the SDK as it would be published and installs it into an empty folder, without a network.
 * @returns the tarball
 */
export function installPacked(folder: string): string {
  const npm = (args: readonly string[], cwd: string): string =>
    execFileSync('npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  // What CONTRIBUTING.md says, so that it is built anew by its `prepack`: .npmrc lets no other script run.
  const [packed] = JSON.parse(npm(['run', '--silent', 'sdk:pack', '--', '--json', '--pack-destination', folder], root)) as [
    { readonly filename: string },
  ];
  writeFileSync(join(folder, 'package.json'), '{ "name": "somebody-elses-program", "private": true }');
  npm(['install', `./${packed.filename}`, '--offline', '--no-audit', '--no-fund'], folder);
  return join(folder, packed.filename);
}

export interface Example {
  readonly title: string;
  readonly program: string;
  readonly prints: string;
}

/** The programs of the README, each with what it says that they print. */
export function readmeExamples(): readonly Example[] {
  const sections = readFileSync(join(sdk, 'README.md'), 'utf8').split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const [, program, prints] = /^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/ms.exec(section) ?? [];
    return program === undefined || prints === undefined ? [] : [{ title: section.split('\n')[0] ?? '', program, prints }];
  });
}
