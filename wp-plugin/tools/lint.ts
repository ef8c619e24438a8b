import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from '../testing/packages.ts';
import { installTools } from './composer.ts';
import { wrongTranslations } from './translations.ts';

/** WordPress Coding Standards and PHP 7.4 (phpcs), types (PHPStan, level max), translations that say all that the sources say. */
const folder = fileURLToPath(new URL('..', import.meta.url));

/** The coding standards are older than PHP 8.2; what they themselves are warned of is not shown. */
const WITHOUT_DEPRECATIONS = '22527';

function check(name: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync('php', args, { cwd: folder, stdio: 'inherit' });
  console.log(`${name}: ${status === 0 ? 'clean' : 'see above'}`);
  return status === 0;
}

function checkTranslations(): boolean {
  const wrong = wrongTranslations();
  for (const complaint of wrong) console.log(complaint);
  console.log(`Translations: ${wrong.length === 0 ? 'clean' : 'see above'}`);
  return wrong.length === 0;
}

ensurePackages();
installTools();
const results = [
  check('phpcs', '-d', `error_reporting=${WITHOUT_DEPRECATIONS}`, '-d', 'memory_limit=1G', 'vendor/bin/phpcs', '-q'),
  check('PHPStan', 'vendor/bin/phpstan', 'analyse', '--no-progress', '--memory-limit=2G'),
  checkTranslations(),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
