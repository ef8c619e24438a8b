import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

export const SITES = 2_000;
/** An agency with so many. */
const SITES_OF_AN_ACCOUNT = 20;
const POST_TYPES = 12;
const TAXONOMIES = 20;
/** Of each integration, over all of its types: a million in all. */
const ITEMS = 500;

export interface Seeded {
  readonly accountId: string;
  readonly integrationId: string;
  readonly apiKey: string;
}

/** Makes and describes an API key; the backend's own function. */
export type MakeKey = () => { secret: string; hash: Buffer; prefix: string };

type Types = Record<string, { label: string; count: number; statuses?: Record<string, number> }>;

const POST_TYPE_NAMES = [
  'post',
  'page',
  'product',
  'event',
  'portfolio',
  'testimonial',
  'faq',
  'recipe',
  'course',
  'lesson',
  'download',
  'job_listing',
];

/**
 * What a site reports: 12 post types and 20 taxonomies, about 2.5 KB.
 * @param later whether it is what it reports a day later: two post types and a taxonomy have grown
 */
export function structureOf(site: number, later = false): { post_types: Types; taxonomies: Types } {
  return {
    post_types: Object.fromEntries(
      POST_TYPE_NAMES.slice(0, POST_TYPES).map((name, i) => {
        const count = 20 + ((site * 7 + i * 13) % 400) + (later && i < 2 ? 1 : 0);
        return [
          name,
          { label: `${name.charAt(0).toUpperCase()}${name.slice(1)}s`, count, statuses: { publish: count - 9, draft: 6, private: 3 } },
        ];
      }),
    ),
    taxonomies: Object.fromEntries(
      Array.from({ length: TAXONOMIES }, (_, i) => [
        i === 0 ? 'category' : i === 1 ? 'post_tag' : `taxonomy_${String(i)}`,
        { label: `Taxonomy ${String(i)}`, count: 5 + ((site + i) % 90) + (later && i === 0 ? 1 : 0) },
      ]),
    ),
  };
}

/**
 * Fills the database with 2,000 connected sites of 100 accounts, each with a structure, settings, counts and a key of its own.
 * What an earlier seeding left is replaced.
 */
export async function seed(databaseUrl: string, makeKey: MakeKey): Promise<Seeded[]> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query('BEGIN');
    await db.query(`DELETE FROM account WHERE name = 'Benchmark'`);
    const seeded: Seeded[] = [];
    for (let start = 0; start < SITES; start += SITES_OF_AN_ACCOUNT) seeded.push(...(await seedAccount(db, start, makeKey)));
    await db.query('COMMIT');
    await db.query('VACUUM ANALYZE');
    return seeded;
  } finally {
    await db.end();
  }
}

async function seedAccount(db: Client, start: number, makeKey: MakeKey): Promise<Seeded[]> {
  const accountId = uuidv7();
  await db.query('INSERT INTO account (id, name) VALUES ($1, $2)', [accountId, 'Benchmark']);
  const rows = Array.from({ length: SITES_OF_AN_ACCOUNT }, (_, i) => {
    const number = start + i;
    return {
      number,
      siteId: uuidv7(),
      integrationId: uuidv7(),
      keyId: uuidv7(),
      key: makeKey(),
      host: `site-${String(number)}.bench.example`,
      structure: structureOf(number),
    };
  });
  const column = <Value>(read: (row: (typeof rows)[number]) => Value): Value[] => rows.map(read);
  await db.query(
    "INSERT INTO site (id, account_id, name, home_url, home_key) SELECT id, $1, host, 'https://' || host, host FROM unnest($2::uuid[], $3::text[]) AS t(id, host)",
    [accountId, column((row) => row.siteId), column((row) => row.host)],
  );
  await db.query(
    `INSERT INTO site_integration (id, account_id, site_id, platform, status, config_json, last_structure_fetch, structure_collected_at, connected_at)
     SELECT id, $1, site_id, 'wordpress', 'ready', config, now(), now(), now() FROM unnest($2::uuid[], $3::uuid[], $4::json[]) AS t(id, site_id, config)`,
    [
      accountId,
      column((row) => row.integrationId),
      column((row) => row.siteId),
      column((row) =>
        JSON.stringify({
          content_types: { ...row.structure, last_structure_fetch: new Date().toISOString() },
          plugin_connection_enabled: true,
          two_way_sync_enabled: false,
        }),
      ),
    ],
  );
  await db.query(
    `INSERT INTO api_key (id, account_id, integration_id, name, prefix, secret_hash, scopes, last_used_at)
     SELECT id, $1, integration_id, 'bench', prefix, hash, '{structure:read,structure:write}', now() FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[]) AS t(id, integration_id, prefix, hash)`,
    [
      accountId,
      column((row) => row.keyId),
      column((row) => row.integrationId),
      column((row) => row.key.prefix),
      column((row) => row.key.hash),
    ],
  );
  const types = rows.flatMap(({ integrationId, structure }) =>
    (['post_types', 'taxonomies'] as const).flatMap((kind) =>
      Object.entries(structure[kind]).map(([name, { label }], i) => ({ integrationId, kind, name, label, enabled: i < 4 })),
    ),
  );
  await db.query(
    `WITH t AS (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[]) AS t(integration_id, kind, name, label, enabled)),
       s AS (INSERT INTO content_type_setting (integration_id, kind, name, label, enabled, fetch_limit) SELECT integration_id, kind, name, label, enabled, 100 FROM t)
     INSERT INTO content_count (integration_id, kind, name, synced_count) SELECT integration_id, kind, name, $6 FROM t`,
    [
      types.map((t) => t.integrationId),
      types.map((t) => t.kind),
      types.map((t) => t.name),
      types.map((t) => t.label),
      types.map((t) => t.enabled),
      Math.round(ITEMS / (POST_TYPES + TAXONOMIES)),
    ],
  );
  return rows.map(({ integrationId, key }) => ({ accountId, integrationId, apiKey: key.secret }));
}
