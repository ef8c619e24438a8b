import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { run } from './process.ts';

/** Debian has three versions of WordPress in its suites; the exact ones rise with its security updates. */
export const WORDPRESS_VERSIONS = ['6.1', '6.8', '7.1'] as const;
export type WordPressVersion = (typeof WORDPRESS_VERSIONS)[number];

const HELPERS = ['php-getid3', 'libjs-underscore', 'libjs-cropper'] as const;
const SOURCES: Readonly<Record<WordPressVersion, { readonly suite: string; readonly packages: readonly string[] }>> = {
  '6.1': { suite: 'bookworm', packages: ['wordpress', 'wordpress-theme-twentytwentythree', ...HELPERS] },
  '6.8': { suite: 'trixie', packages: ['wordpress', 'wordpress-theme-twentytwentyfive', 'libjs-lodash', ...HELPERS] },
  '7.1': {
    suite: 'sid',
    packages: ['wordpress', 'wordpress-theme-twentytwentyfive', 'libjs-lodash', 'libphp-phpmailer', 'libjs-jquery-ui', ...HELPERS],
  },
};

/** Every site brings its own configuration; the core is shared and never written to. */
const CONFIG = `<?php
require getenv( 'IGNY8_TEST_WORDPRESS' ) . '/wp-config.php';
`;

/**
 * The folder of a WordPress core, fetched from Debian's packages at its first use. The packages are only unpacked: to
 * install them would bring a web server along.
 */
export function wordPressCore(version: WordPressVersion): string {
  const target = join(cacheFolder(), `wordpress-${version}`);
  if (existsSync(target)) return target;
  const work = mkdtempSync(`${target}-`);
  try {
    const root = unpack(version, work);
    const core = join(root, 'usr/share/wordpress');
    // The packages link to files of each other and of the running system.
    for (const link of links(core)) replaceLink(link, root);
    writeFileSync(join(core, 'wp-config.php'), CONFIG);
    renameSync(core, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}

function unpack(version: WordPressVersion, work: string): string {
  const { suite, packages } = SOURCES[version];
  const apt = join(work, 'apt');
  mkdirSync(join(apt, 'lists/partial'), { recursive: true });
  mkdirSync(join(apt, 'cache/archives/partial'), { recursive: true });
  const signed = 'signed-by=/usr/share/keyrings/debian-archive-keyring.gpg';
  const security = suite === 'sid' ? '' : `deb [${signed}] http://deb.debian.org/debian-security ${suite}-security main\n`;
  writeFileSync(join(apt, 'sources.list'), `deb [${signed}] http://deb.debian.org/debian ${suite} main\n${security}`);
  // A state of its own: the system's sources and package lists stay as they are.
  const options = [
    ['Dir::Etc::sourcelist', join(apt, 'sources.list')],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::State::lists', join(apt, 'lists')],
    ['Dir::Cache', join(apt, 'cache')],
    ['APT::Sandbox::User', 'root'],
  ].flatMap(([name, value]) => ['-o', `${String(name)}=${String(value)}`]);
  run('apt-get', [...options, '-qq', 'update']);
  run('apt-get', [...options, '-qq', 'download', ...packages], { cwd: work });
  const root = join(work, 'root');
  for (const file of readdirSync(work).filter((name) => name.endsWith('.deb'))) run('dpkg-deb', ['-x', join(work, file), root]);
  return root;
}

const links = (folder: string): string[] =>
  run('find', [folder, '-type', 'l'])
    .split('\n')
    .filter((line) => line !== '');

/** Puts the file in place of the link to it; a link to something that no package brought goes. */
function replaceLink(link: string, root: string): void {
  const target = run('readlink', [link]).trim();
  const path = target.startsWith('/') ? join(root, target) : join(link, '..', target);
  rmSync(link);
  const found = existsSync(path) ? path : target.startsWith('/') && existsSync(target) ? target : undefined;
  if (found !== undefined) cpSync(found, link, { dereference: true, recursive: true });
}
