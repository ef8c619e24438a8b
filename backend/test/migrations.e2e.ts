import { DataSource } from 'typeorm';
import { Account } from '../src/auth/account.entity.js';
import { ApiKey } from '../src/auth/api-key.entity.js';
import { AppUser } from '../src/auth/app-user.entity.js';
import { Session } from '../src/auth/session.entity.js';
import { SiteIntegration } from '../src/integrations/site-integration.entity.js';
import { SiteRegistration } from '../src/integrations/site-registration.entity.js';
import { Site } from '../src/integrations/site.entity.js';
import { AuditEvent } from '../src/platform/audit/audit-event.entity.js';
import { dataSourceOptions, MIGRATIONS } from '../src/platform/database/data-source.js';
import { migrate } from '../src/platform/database/migrator.js';
import { ContentCount } from '../src/structure/content-count.entity.js';
import { ContentTypeSetting } from '../src/structure/content-type-setting.entity.js';
import { StructureChange } from '../src/structure/structure-change.entity.js';
import { createDatabase, type TestDatabase } from './support/database.js';

const ENTITIES = [
  Account,
  ApiKey,
  AppUser,
  Session,
  Site,
  SiteIntegration,
  SiteRegistration,
  AuditEvent,
  ContentCount,
  ContentTypeSetting,
  StructureChange,
];

/** Foreign keys into a room below, whose entities a module does not import: they stand in the migrations only. */
const ACROSS_ROOMS = [
  'audit_event_account_fkey',
  'content_count_integration_fkey',
  'content_type_setting_integration_fkey',
  'site_account_fkey',
  'site_integration_account_fkey',
  'site_registration_key_fkey',
  'structure_change_integration_fkey',
];

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase({ migrated: false });
});
afterEach(() => database.drop());

const tables = async (): Promise<string[]> =>
  (
    await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY 1`,
    )
  ).map((row) => row.name);

async function withDataSource<Result>(work: (dataSource: DataSource) => Promise<Result>): Promise<Result> {
  const dataSource = await new DataSource({ ...dataSourceOptions(database.config), entities: ENTITIES }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

it('the migrations go up, down and up again', async () => {
  expect(await migrate(database.config)).toEqual(MIGRATIONS.map((migration) => migration.name));
  const after = await tables();
  await withDataSource(async (dataSource) => {
    for (const { name } of MIGRATIONS.toReversed()) {
      await dataSource.undoLastMigration();
      expect(await database.query('SELECT FROM migration WHERE name = $1', [name])).toEqual([]);
    }
  });
  expect(await tables()).toEqual([]);
  expect(await migrate(database.config)).toHaveLength(MIGRATIONS.length);
  expect(await tables()).toEqual(after);
  expect(await migrate(database.config)).toEqual([]);
});

it('of many processes that migrate at once, one does and the others wait', async () => {
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.config)));
  expect(applied.flat()).toEqual(MIGRATIONS.map((migration) => migration.name));
});

it('the migrated schema is what the entities say', async () => {
  await migrate(database.config);
  const differences = await withDataSource(async (dataSource) =>
    (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query),
  );
  expect(differences.filter((query) => !ACROSS_ROOMS.some((name) => query.includes(`DROP CONSTRAINT "${name}"`)))).toEqual([]);
  expect(differences).toHaveLength(ACROSS_ROOMS.length);
});
