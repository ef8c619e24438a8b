import type { IntegrationStatus, Kind } from '../generated/contract.js';
import { AUDIT_COLUMNS } from '../platform/audit/audit.js';
import { PACKED_SETTINGS } from './packed-settings.js';
import type { StoredConfig } from './stored-structure.js';

/**
 * What pushes find, those of several sites in one statement. The daily case, the same structure again, is done with it: the UPDATE
 * renews the time and touches config_json with no word. Otherwise it gives the row to compare with. A row that somebody else has
 * locked is not waited for, so that no site waits for another one and nothing can lock each other out: it counts as not the same,
 * and `STORE` waits for it.
 * $1 integrations, $2 received at, $3 collected at or null, $4 hash or null when not all was sent, $5 $6 the switches or null.
 */
export const RENEW_OR_READ = `
  WITH push AS (
    SELECT * FROM unnest((SELECT $1::uuid[]), (SELECT $2::timestamptz[]), (SELECT $3::timestamptz[]), (SELECT $4::bytea[]), (SELECT $5::boolean[]), (SELECT $6::boolean[]))
      WITH ORDINALITY AS p (id, received_at, collected_at, hash, plugin_connection_enabled, two_way_sync_enabled, turn)
  ), same AS (
    SELECT p.* FROM push p JOIN site_integration i ON i.id = p.id
    WHERE i.structure_hash = p.hash AND i.status = 'ready' AND i.structure_refusal IS NULL
      AND (p.collected_at IS NULL OR i.structure_collected_at <= p.collected_at)
      AND i.plugin_connection_enabled = coalesce(p.plugin_connection_enabled, i.plugin_connection_enabled)
      AND i.two_way_sync_enabled = coalesce(p.two_way_sync_enabled, i.two_way_sync_enabled)
    FOR NO KEY UPDATE OF i SKIP LOCKED
  ), renewed AS (
    UPDATE site_integration i SET last_structure_fetch = greatest(i.last_structure_fetch, same.received_at),
      structure_collected_at = coalesce(same.collected_at, greatest(i.structure_collected_at, same.received_at))
    FROM same WHERE i.id = same.id
    RETURNING same.turn, i.last_structure_fetch
  )
  SELECT p.turn::integer, i.xmin::text AS row_version, renewed.last_structure_fetch AS renewed_at, i.status, CASE WHEN renewed.turn IS NULL THEN i.config_json END AS config_json,
    i.structure_hash, i.structure_collected_at, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled, ${PACKED_SETTINGS} AS settings
  FROM push p JOIN site_integration i ON i.id = p.id LEFT JOIN renewed ON renewed.turn = p.turn`;

export interface FoundRow {
  /** Which of the pushes it is for, from 1. */
  readonly turn: number;
  /** Another one after every change of the row (the transaction that made it). */
  readonly row_version: string;
  /** When this push renewed the structure; null when it is not the same. */
  readonly renewed_at: Date | null;
  readonly status: IntegrationStatus;
  readonly config_json: StoredConfig | null;
  readonly structure_hash: Buffer | null;
  readonly structure_collected_at: Date | null;
  readonly last_structure_fetch: Date | null;
  readonly plugin_connection_enabled: boolean;
  readonly two_way_sync_enabled: boolean;
  readonly settings: string | null;
}

/**
 * Stores what a push changed, all of it or nothing, in one statement. It does so only if the row still is what was compared with
 * (compare and swap on its version); otherwise another push was faster, and the caller looks again. The UPDATE locks the row.
 * New types get settings; one that had some before keeps them and takes the new label.
 * The arrays stand in a SELECT, which hides their length from the planner: it would else find a plan made for the usual case, no
 * new types, cheaper than the prepared one, and plan each push anew (0.6 ms).
 */
export const STORE = `
  WITH stored AS (
    UPDATE site_integration i
    SET status = $3, is_temporary = i.is_temporary AND $3 <> 'ready', structure_refusal = NULL, config_json = coalesce($4::json, i.config_json), structure_hash = $5,
      structure_collected_at = $6, last_structure_fetch = $7, plugin_connection_enabled = $8, two_way_sync_enabled = $9, updated_at = now()
    WHERE i.id = $1 AND i.xmin = $2::xid
    RETURNING i.id
  ), added AS (
    INSERT INTO content_type_setting (integration_id, kind, name, label, enabled, fetch_limit)
    SELECT stored.id, a.* FROM stored, unnest((SELECT $10::text[]), (SELECT $11::text[]), (SELECT $12::text[]), (SELECT $13::boolean[]), (SELECT $14::integer[])) a
    ON CONFLICT (integration_id, kind, name) DO UPDATE SET label = excluded.label
    RETURNING kind, name, enabled, fetch_limit, include_private
  ), relabelled AS (
    UPDATE content_type_setting s SET label = r.label FROM stored, unnest((SELECT $15::text[]), (SELECT $16::text[]), (SELECT $17::text[])) r (kind, name, label)
    WHERE s.integration_id = stored.id AND s.kind = r.kind AND s.name = r.name
  ), history AS (
    INSERT INTO structure_change (id, integration_id, actor, added, removed, changed) SELECT $18::uuid, stored.id, $19::json, $20::json, $21::json, $22::json FROM stored WHERE $18 IS NOT NULL
  ), audited AS (
    INSERT INTO audit_event (${AUDIT_COLUMNS}) SELECT $23::uuid, $24::uuid, $25::json, $26, $27::uuid, $28::json, $29::inet, $30 FROM stored WHERE $23 IS NOT NULL
  )
  SELECT EXISTS (SELECT FROM stored) AS stored, (SELECT json_agg(added) FROM added) AS added`;

/**
 * Forgets the settings of types that the site does not list any more, that nobody has ever changed and nothing is synced of, once
 * there are over a thousand: a site that makes up new names for ever does not grow for ever. $1 the integration.
 */
export const FORGET_UNLISTED = `
  DELETE FROM content_type_setting s
  USING (SELECT id, config_json FROM site_integration WHERE id = $1 FOR UPDATE) i
  WHERE s.integration_id = i.id AND s.changed_by IS NULL
    AND (SELECT count(*) FROM content_type_setting WHERE integration_id = $1) > 1000
    AND (i.config_json -> 'content_types' -> s.kind -> s.name) IS NULL
    AND NOT EXISTS (SELECT FROM content_count c WHERE (c.integration_id, c.kind, c.name) = (s.integration_id, s.kind, s.name) AND c.synced_count > 0)`;

export interface StoredRow {
  /** False when another push was faster. */
  readonly stored: boolean;
  /** The settings of new types, as they are now. */
  readonly added:
    | readonly {
        readonly kind: Kind;
        readonly name: string;
        readonly enabled: boolean;
        readonly fetch_limit: number | null;
        readonly include_private: boolean;
      }[]
    | null;
}
