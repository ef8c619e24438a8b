import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readConfig, type Config } from '../../src/platform/config/config.js';
import { migrate } from '../../src/platform/database/migrator.js';

/** A database that a test file has to itself. */
export interface TestDatabase {
  readonly url: string;
  readonly config: Config;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export const testConfig = (url: string, more: NodeJS.ProcessEnv = {}): Config =>
  readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    IGNY8_SEALING_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    IGNY8_LOG_LEVEL: 'silent',
    ...more,
  });

export async function createDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = process.env.IGNY8_TEST_DATABASE ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(server, `CREATE DATABASE ${name}`);
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  const config = testConfig(url);
  if (migrated) await migrate(config);
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    url,
    config,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row & Record<string, unknown>>(sql, [...values])).rows,
    drop: async () => {
      await client.end();
      await once(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
