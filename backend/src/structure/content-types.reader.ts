import { Injectable } from '@nestjs/common';
import type { ConfigJson, ConfiguredType, ContentType, ContentTypes, ContentTypeTotals, Kind } from '../generated/contract.js';
import { staleAt } from '../integrations/index.js';
import { batched } from '../platform/database/batched.js';
import { HotSql } from '../platform/database/hot-sql.js';
import { notFound } from '../platform/problem/problem.js';
import { documentEtag, typeEtag } from './etags.js';
import { type ByType, PACKED_COUNTS, PACKED_SETTINGS, type Setting, unpackCounts, unpackSettings } from './packed-settings.js';
import { EMPTY_STRUCTURE, emptyRecord, KINDS, own, type StoredConfig, type StoredType, type StoredTypes } from './stored-structure.js';

interface Row {
  readonly id: string;
  readonly config_json: StoredConfig | null;
  readonly last_structure_fetch: Date | null;
  readonly plugin_connection_enabled: boolean;
  readonly two_way_sync_enabled: boolean;
  readonly settings: string | null;
  readonly counts: string | null;
}

/** One statement over all that a content-types answer tells, so that it is the truth of one moment. */
const CONTENT_TYPES = `
  SELECT i.id, i.config_json, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled, ${PACKED_SETTINGS} AS settings, ${PACKED_COUNTS} AS counts
  FROM site_integration i WHERE i.id = ANY($1)`;

const TOTALS = `
  SELECT i.id, sum((t.value ->> 'count')::bigint)::text AS count, sum(coalesce(c.synced_count, 0))::text AS synced_count
  FROM site_integration i
  CROSS JOIN LATERAL (
    SELECT 'post_types' AS kind, key, value FROM json_each(i.config_json -> 'content_types' -> 'post_types')
    UNION ALL SELECT 'taxonomies', key, value FROM json_each(i.config_json -> 'content_types' -> 'taxonomies')
  ) t
  JOIN content_type_setting s ON s.integration_id = i.id AND s.kind = t.kind AND s.name = t.key AND s.enabled
  LEFT JOIN content_count c ON c.integration_id = i.id AND c.kind = t.kind AND c.name = t.key
  WHERE i.id = ANY($1) GROUP BY i.id`;

/** Reads structure, settings and counts. Every answer is the truth of the database at that moment; nothing is cached. */
@Injectable()
export class ContentTypesReader {
  private readonly rows = batched((ids: readonly string[]) => this.readRows(ids));

  constructor(private readonly sql: HotSql) {}

  /** The content types as JSON, with the ETag of that very text. */
  async document(integrationId: string): Promise<{ json: string; etag: string }> {
    const row = await this.read(integrationId);
    const settings = unpackSettings(row.settings);
    const json = JSON.stringify(present(row, settings));
    return { json, etag: documentEtag(settingsRevision(settings), row.last_structure_fetch, json) };
  }

  async type(integrationId: string, kind: Kind, name: string): Promise<ContentType> {
    const row = await this.read(integrationId);
    const type = own(present(row, unpackSettings(row.settings))[kind], name);
    if (type === undefined) throw notFound('content type');
    return type;
  }

  /** config_json in the specification's shape, with the settings and the time that hold now laid over it. */
  async configJson(integrationId: string): Promise<ConfigJson> {
    const row = await this.read(integrationId);
    const shown = present(row, unpackSettings(row.settings));
    const configured = (kind: Kind): Record<string, ConfiguredType> =>
      Object.fromEntries(
        Object.entries(shown[kind]).flatMap(([name, { label, count, statuses, enabled, fetch_limit }]) =>
          count === null ? [] : [[name, { label, count, ...(statuses === undefined ? {} : { statuses }), enabled, fetch_limit }]],
        ),
      );
    return {
      content_types: {
        post_types: configured('post_types'),
        taxonomies: configured('taxonomies'),
        last_structure_fetch: shown.last_structure_fetch,
      },
      plugin_connection_enabled: shown.plugin_connection_enabled,
      two_way_sync_enabled: shown.two_way_sync_enabled,
    };
  }

  async totals(integrationIds: readonly string[]): Promise<Map<string, ContentTypeTotals>> {
    const rows = await this.sql.query<{ id: string; count: string; synced_count: string }>('integration-totals', TOTALS, [integrationIds]);
    const none = { count: 0, synced_count: 0 };
    return new Map([
      ...integrationIds.map((id): [string, ContentTypeTotals] => [id, none]),
      ...rows.map((row): [string, ContentTypeTotals] => [
        row.id,
        { count: atMostSafe(row.count), synced_count: atMostSafe(row.synced_count) },
      ]),
    ]);
  }

  private read(integrationId: string): Promise<Row> {
    return this.rows.load(integrationId);
  }

  private async readRows(ids: readonly string[]): Promise<(Row | Error)[]> {
    const rows = await this.sql.query<Row>('content-types', CONTENT_TYPES, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? notFound('integration'));
  }
}

/** A sum may be over what JSON numbers hold exactly; the contract ends there. */
const atMostSafe = (sum: string): number => Math.min(Number(sum), Number.MAX_SAFE_INTEGER);

/** How often people have changed the settings: it rises with each change and stands still when a push adds a type. */
function settingsRevision(settings: ByType<Setting>): number {
  let revision = 0;
  for (const kind of KINDS) for (const { version } of settings[kind].values()) revision += version - 1;
  return revision;
}

function present(row: Row, settings: ByType<Setting>): ContentTypes {
  const structure = row.config_json?.content_types ?? EMPTY_STRUCTURE;
  const counts = unpackCounts(row.counts);
  return {
    post_types: presentKind(structure.post_types, settings.post_types, counts.post_types),
    taxonomies: presentKind(structure.taxonomies, settings.taxonomies, counts.taxonomies),
    last_structure_fetch: row.last_structure_fetch?.toISOString() ?? null,
    stale_at: staleAt(row.last_structure_fetch),
    plugin_connection_enabled: row.plugin_connection_enabled,
    two_way_sync_enabled: row.two_way_sync_enabled,
  };
}

/** The types of the last structure in its order, and behind them those that only have settings any more. */
function presentKind(
  types: StoredTypes,
  settings: ReadonlyMap<string, Setting>,
  counts: ReadonlyMap<string, number>,
): Record<string, ContentType> {
  const shown = emptyRecord<ContentType>();
  for (const name of Object.keys(types)) {
    const setting = settings.get(name);
    if (setting !== undefined) shown[name] = presentType(setting, types[name], counts.get(name) ?? 0);
  }
  for (const [name, setting] of settings)
    if (!Object.hasOwn(types, name)) shown[name] = presentType(setting, undefined, counts.get(name) ?? 0);
  return shown;
}

function presentType(setting: Setting, type: StoredType | undefined, syncedCount: number): ContentType {
  const shown: ContentType = {
    label: type?.label ?? setting.label,
    count: type?.count ?? null,
    enabled: setting.enabled,
    fetch_limit: setting.fetchLimit,
    include_private: setting.includePrivate,
    synced_count: syncedCount,
    is_current: type !== undefined,
    etag: typeEtag(setting.version),
  };
  if (type?.statuses !== undefined) shown.statuses = type.statuses;
  if (setting.changedBy !== null) shown.changed_by = setting.changedBy;
  return shown;
}
