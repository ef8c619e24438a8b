import { Client } from 'pg';
import { type Config, InvalidConfigError, readConfig } from '../platform/config/config.js';
import { missingMigrations } from '../platform/database/migrator.js';
import { Sealer } from '../platform/secrets/sealer.js';

export interface Finding {
  readonly check: 'configuration' | 'database' | 'migrations' | 'secrets' | 'clock';
  readonly ok: boolean;
  readonly detail: string;
}

const OLDEST_POSTGRES = 15;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Looks at everything that an installation needs, and says of each what to do. */
export async function examine(): Promise<Finding[]> {
  const config = configOrFinding();
  if ('check' in config) return [config];
  const configuration: Finding = { check: 'configuration', ok: true, detail: `valid, environment ${config.NODE_ENV}` };
  const client = new Client({ connectionString: config.directUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    return [
      configuration,
      { check: 'database', ok: false, detail: `does not answer (${reason(error)}). Start it, or correct DATABASE_URL.` },
    ];
  }
  try {
    const before = Date.now();
    const { rows } = await client.query<{ version: number; now: Date }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, clock_timestamp() AS now`,
    );
    const [row] = rows;
    const migrations = await migrationsFinding(client);
    return [
      configuration,
      databaseFinding(row?.version ?? 0),
      migrations,
      migrations.ok ? await secretsFinding(client, config) : notLooked,
      clockFinding(row?.now ?? new Date(0), before),
    ];
  } finally {
    await client.end();
  }
}

const notLooked: Finding = { check: 'secrets', ok: false, detail: 'not looked at: the database lacks its tables.' };

function configOrFinding(): Config | Finding {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof InvalidConfigError) return { check: 'configuration', ok: false, detail: error.message };
    throw error;
  }
}

const databaseFinding = (version: number): Finding =>
  version >= OLDEST_POSTGRES
    ? { check: 'database', ok: true, detail: `PostgreSQL ${String(version)} answers` }
    : {
        check: 'database',
        ok: false,
        detail: `is PostgreSQL ${String(version)}; ${String(OLDEST_POSTGRES)} is the oldest that works. Upgrade it.`,
      };

async function migrationsFinding(client: Client): Promise<Finding> {
  try {
    const missing = await missingMigrations(async (sql) => (await client.query<{ name: string }>(sql)).rows);
    return missing.length === 0
      ? { check: 'migrations', ok: true, detail: 'all applied' }
      : { check: 'migrations', ok: false, detail: `${missing.join(', ')} not applied. Run: npm run igny8 -- migrate` };
  } catch {
    return { check: 'migrations', ok: false, detail: 'none applied. Run: npm run igny8 -- migrate' };
  }
}

/** Opens one sealed secret of each key version that is in use. */
async function secretsFinding(client: Client, config: Config): Promise<Finding> {
  const { rows } = await client.query<{ id: string; signing_secret: Buffer }>(
    `SELECT DISTINCT ON (get_byte(signing_secret, 0)) id, signing_secret FROM site_integration WHERE signing_secret IS NOT NULL`,
  );
  const sealer = new Sealer(config);
  try {
    for (const { id, signing_secret } of rows) sealer.open(signing_secret, id);
    return { check: 'secrets', ok: true, detail: rows.length === 0 ? 'nothing is sealed yet' : 'sealed secrets open' };
  } catch (error) {
    return {
      check: 'secrets',
      ok: false,
      detail: `a sealed secret does not open (${reason(error)}). Put the key that sealed it back into IGNY8_SEALING_KEYS.`,
    };
  }
}

function clockFinding(databaseNow: Date, before: number): Finding {
  const seconds = Math.round(Math.abs(databaseNow.getTime() - before) / 1000);
  return seconds <= CLOCK_TOLERANCE_SECONDS
    ? { check: 'clock', ok: true, detail: 'agrees with the database' }
    : {
        check: 'clock',
        ok: false,
        detail: `is ${String(seconds)} s off the database's. Set the clocks (NTP): signatures and sessions depend on them.`,
      };
}

const reason = (error: unknown): string =>
  error instanceof Error ? (error.message === '' && 'code' in error ? String(error.code) : error.message) : String(error);
