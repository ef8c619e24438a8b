import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { ProcessGroup, run, until } from './process.ts';

const SMALL = ['--innodb-log-file-size=8M', '--innodb-buffer-pool-size=64M', '--performance-schema=OFF', '--skip-log-bin'];
const PLAIN = ['--no-defaults', '--user=root', '--skip-name-resolve'];

/** A MariaDB of its own, reached over a socket by user `root` without a password. */
export interface MariaDb {
  readonly socket: string;
  stop(): Promise<void>;
}

/** Starts MariaDB with its data in `folder`, which keeps it for the next start. */
export async function startMariaDb(folder: string): Promise<MariaDb> {
  if (!existsSync(join(folder, 'data'))) {
    mkdirSync(folder, { recursive: true });
    run('cp', ['-r', '--reflink=auto', emptyData(), join(folder, 'data')]);
  }
  // A socket's path may have 107 characters; that of the data folder is as long as its caller likes.
  const place = mkdtempSync(join(tmpdir(), 'igny8-db-'));
  const socket = join(place, 's');
  const log = join(folder, 'mariadb.log');
  const out = openSync(log, 'a');
  const server = new ProcessGroup(
    'mariadbd',
    [
      ...PLAIN,
      ...SMALL,
      `--datadir=${join(folder, 'data')}`,
      `--socket=${socket}`,
      `--pid-file=${join(place, 'pid')}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=2',
    ],
    { stdio: ['ignore', out, out] },
  );
  await until('MariaDB starts', 30, () => {
    if (!server.isRunning) throw new Error(`MariaDB did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-15).join('\n')}`);
    return greets(socket);
  });
  return {
    socket,
    async stop() {
      await server.stop(20);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Whether it greets whoever connects; the socket is there a while before that. */
function greets(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(socket);
    const answer = (isReady: boolean): void => {
      client.destroy();
      resolve(isReady);
    };
    client.once('data', () => {
      answer(true);
    });
    client.once('error', () => {
      answer(false);
    });
  });
}

/** The data folder of a fresh MariaDB, made once. */
function emptyData(): string {
  const target = join(cacheFolder(), 'mariadb');
  if (existsSync(target)) return target;
  const work = mkdtempSync(`${target}-`);
  try {
    run('mariadb-install-db', [
      ...PLAIN,
      ...SMALL,
      `--datadir=${join(work, 'data')}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ]);
    renameSync(join(work, 'data'), target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}
