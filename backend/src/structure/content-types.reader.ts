import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ConfigJson, ConfiguredType, ContentType, ContentTypes, ContentTypeTotals, Kind } from '../generated/contract.js';
import { staleAt } from '../integrations/index.js';
import { HotSql } from '../platform/database/hot-sql.js';
import { notFound } from '../platform/problem/problem.js';
import { documentEtag, typeEtag } from './etags.js';
import { EMPTY_STRUCTURE, KINDS, own, type StoredConfig, type StoredType } from './stored-structure.js';

/** A row of content_type_setting, as the statement below packs it. */
type PackedSetting = [
  kind: Kind,
  name: string,
  label: string,
  enabled: boolean,
  fetchLimit: number | null,
  includePrivate: boolean,
  version: number,
  changedBy: string | null,
];
type PackedCount = [kind: Kind, name: string, syncedCount: number];

interface Row {
  readonly config_json: StoredConfig | null;
  readonly last_structure_fetch: Date | null;
  readonly plugin_connection_enabled: boolean;
  readonly two_way_sync_enabled: boolean;
  readonly settings: PackedSetting[] | null;
  readonly counts: PackedCount[] | null;
}

/** One statement over all that a content-types answer tells, so that it is the truth of one moment. */
const CONTENT_TYPES = `
  SELECT i.config_json, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled,
    (SELECT json_agg(json_build_array(s.kind, s.name, s.label, s.enabled, s.fetch_limit, s.include_private, s.version, s.changed_by))
       FROM content_type_setting s WHERE s.integration_id = i.id) AS settings,
    (SELECT json_agg(json_build_array(c.kind, c.name, c.synced_count)) FROM content_count c WHERE c.integration_id = i.id) AS counts
  FROM site_integration i WHERE i.id = $1`;

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
  constructor(private readonly sql: HotSql) {}

  /** The content types as JSON, with the ETag of that very text. */
  async document(integrationId: string): Promise<{ json: string; etag: string }> {
    const row = await this.read(integrationId);
    const json = JSON.stringify(present(row));
    return { json, etag: documentEtag(settingsRevision(row.settings ?? []), hash('sha1', json, 'base64url')) };
  }

  async type(integrationId: string, kind: Kind, name: string): Promise<ContentType> {
    const type = own(present(await this.read(integrationId))[kind], name);
    if (type === undefined) throw notFound('content type');
    return type;
  }

  /** config_json in the specification's shape, with the settings and the time that hold now laid over it. */
  async configJson(integrationId: string): Promise<ConfigJson> {
    const row = await this.read(integrationId);
    const shown = present(row);
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
      ...rows.map((row): [string, ContentTypeTotals] => [row.id, { count: Number(row.count), synced_count: Number(row.synced_count) }]),
    ]);
  }

  private async read(integrationId: string): Promise<Row> {
    const [row] = await this.sql.query<Row>('content-types', CONTENT_TYPES, [integrationId]);
    if (row === undefined) throw notFound('integration');
    return row;
  }
}

/** How often people have changed the settings: it rises with each change and stands still when a push adds a type. */
const settingsRevision = (settings: readonly PackedSetting[]): number =>
  settings.reduce((sum, [, , , , , , version]) => sum + version - 1, 0);

function present(row: Row): ContentTypes {
  const structure = row.config_json?.content_types ?? EMPTY_STRUCTURE;
  const [settings, counts] = [row.settings ?? [], row.counts ?? []];
  const types = Object.fromEntries(
    KINDS.map((kind) => {
      const synced = new Map(counts.flatMap(([ofKind, name, count]) => (ofKind === kind ? [[name, count] as const] : [])));
      const mine = new Map(settings.flatMap((setting) => (setting[0] === kind ? [[setting[1], setting] as const] : [])));
      const current = Object.entries(structure[kind]).flatMap(([name, type]) => {
        const setting = mine.get(name);
        mine.delete(name);
        return setting === undefined ? [] : [[name, presentType(setting, type, synced.get(name))] as const];
      });
      // Whatever is left has settings but is not in the last structure.
      const vanished = [...mine].map(([name, setting]) => [name, presentType(setting, undefined, synced.get(name))] as const);
      return [kind, Object.fromEntries([...current, ...vanished])];
    }),
  ) as Record<Kind, Record<string, ContentType>>;
  return {
    post_types: types.post_types,
    taxonomies: types.taxonomies,
    last_structure_fetch: row.last_structure_fetch?.toISOString() ?? null,
    stale_at: staleAt(row.last_structure_fetch),
    plugin_connection_enabled: row.plugin_connection_enabled,
    two_way_sync_enabled: row.two_way_sync_enabled,
  };
}

function presentType(
  [, , label, enabled, fetchLimit, includePrivate, version, changedBy]: PackedSetting,
  type: StoredType | undefined,
  synced = 0,
): ContentType {
  return {
    label: type?.label ?? label,
    count: type?.count ?? null,
    ...(type?.statuses === undefined ? {} : { statuses: type.statuses }),
    enabled,
    fetch_limit: fetchLimit,
    include_private: includePrivate,
    synced_count: synced,
    is_current: type !== undefined,
    etag: typeEtag(version),
    ...(changedBy === null ? {} : { changed_by: changedBy }),
  };
}
