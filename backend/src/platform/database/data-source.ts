import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { ApiKeySuccessor1764050000000 } from './migrations/1764050000000-api-key-successor.js';
import { ApiKeyEndReason1764060000000 } from './migrations/1764060000000-api-key-end-reason.js';
import { Initial1764000000000 } from './migrations/1764000000000-initial.js';
import { AuditOfAResource1764110000000 } from './migrations/1764110000000-audit-of-a-resource.js';
import { LimitsAndRepeats1764100000000 } from './migrations/1764100000000-limits-and-repeats.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [
  Initial1764000000000,
  ApiKeySuccessor1764050000000,
  ApiKeyEndReason1764060000000,
  LimitsAndRepeats1764100000000,
  AuditOfAResource1764110000000,
] as const;

/** Nothing may wait for ever: not for a connection, not for a row, not inside a forgotten transaction. */
const TIME_LIMITS = { statement_timeout: 10_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 };

export function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    synchronize: false,
    installExtensions: false,
    migrations: [...MIGRATIONS],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    extra: {
      max: config.IGNY8_DATABASE_CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      // A pooler in transaction mode refuses start-up parameters; there the limits are set for the database's user.
      ...(config.mayPrepareStatements ? TIME_LIMITS : {}),
    },
  };
}
