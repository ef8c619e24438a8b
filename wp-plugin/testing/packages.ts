import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './process.ts';

/** What the tests of the plugin need beside Node, by the Debian package that has it. */
const PACKAGES: readonly { readonly name: string; readonly isThere: () => boolean }[] = [
  { name: 'php-cli', isThere: () => works('php', '--version') },
  ...(['curl', 'mbstring', 'mysql', 'xml'] as const).map((extension) => ({
    name: `php-${extension}`,
    isThere: () => hasExtension(extension === 'mysql' ? 'mysqli' : extension),
  })),
  { name: 'mariadb-server-core', isThere: () => existsSync('/usr/sbin/mariadbd') && existsSync('/usr/bin/mariadb-install-db') },
  { name: 'gettext', isThere: () => works('xgettext', '--version') },
  { name: 'composer', isThere: () => works('composer', '--version') },
];

/**
 * Makes sure that PHP, MariaDB and Composer are there. On Debian as root it installs what is missing; elsewhere it throws
 * and names it.
 */
export function ensurePackages(): void {
  const missing = PACKAGES.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error(
      `The plugin's tests need these packages (Debian's names): ${missing.join(' ')}. Install them, or run as root on Debian and they are installed by themselves.`,
    );
  }
  console.log(`Installing ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['-qq', 'update'], { env });
  run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...missing], { env });
}

const works = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' }, stdio: 'ignore' }).status === 0;

const hasExtension = (name: string): boolean => works('php', '-r', `exit(extension_loaded('${name}') ? 0 : 1);`);
