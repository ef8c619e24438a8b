import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../testing/process.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Installs what checks the plugin (composer.json), unless it is there as it is written there. */
export function installTools(): void {
  const wanted = join(folder, 'composer.json');
  const installed = join(folder, 'vendor/composer/installed.json');
  if (existsSync(installed) && isComplete(wanted, installed)) return;
  console.log('Installing the tools that check the plugin');
  run('composer', ['install', '--no-interaction', '--no-progress', '--quiet'], {
    cwd: folder,
    env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' },
  });
}

function isComplete(wanted: string, installed: string): boolean {
  const { packages } = JSON.parse(readFileSync(installed, 'utf8')) as { packages: { name: string; version: string }[] };
  const there = new Map(packages.map(({ name, version }) => [name, version.replace(/^v/, '')]));
  const pins = (JSON.parse(readFileSync(wanted, 'utf8')) as { 'require-dev': Record<string, string> })['require-dev'];
  return Object.entries(pins).every(([name, version]) => there.get(name) === version);
}
