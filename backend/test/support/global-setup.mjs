import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../dev/lib/postgres.ts';

/** One PostgreSQL for all tests; each test file makes a database of its own in it. */
export default async function globalSetup() {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-test-'));
  globalThis.igny8TestPostgres = await startPostgres({
    dataDir: join(folder, 'data'),
    logFile: join(folder, 'postgres.log'),
    password: 'test',
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  process.env.IGNY8_TEST_DATABASE = globalThis.igny8TestPostgres.url;
  process.env.IGNY8_TEST_FOLDER = folder;
  writeFileSync(join(folder, 'exercised.txt'), '');
}
