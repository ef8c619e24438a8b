import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { dataSourceOptions, MIGRATIONS } from './data-source.js';

/** Any number, the same in every process: "the migrations of IGNY8". */
const LOCK = 4_949_821;

/**
 * Applies the migrations that are missing. TypeORM takes no lock for that, so an advisory lock is held around it:
 * of several processes that start at once, one migrates and the others wait.
 * @returns the names of those that were applied
 */
export async function migrate(config: Config): Promise<string[]> {
  const guard = new Client({ connectionString: config.directUrl });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const dataSource = await new DataSource({
      ...dataSourceOptions(config),
      url: config.directUrl,
      extra: { max: 2 },
    } as ConstructorParameters<typeof DataSource>[0]).initialize();
    try {
      return (await dataSource.runMigrations()).map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await guard.end();
  }
}

/** The names of migrations that the database lacks. */
export async function missingMigrations(query: (sql: string) => Promise<readonly { name: string }[]>): Promise<string[]> {
  const applied = new Set((await query('SELECT name FROM migration')).map((row) => row.name));
  return MIGRATIONS.map((migration) => migration.name).filter((name) => !applied.has(name));
}
