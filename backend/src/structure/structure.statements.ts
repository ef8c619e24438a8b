import type { IntegrationStatus, Kind } from '../generated/contract.js';
import { AUDIT_COLUMNS } from '../platform/audit/audit.js';
import { PACKED_SETTINGS } from './packed-settings.js';
import type { StoredConfig } from './stored-structure.js';

/**
 * What a push finds, in one statement. The daily case, the same structure again, is done with it: the UPDATE locks the row,
 * renews the time and touches config_json with no word. Otherwise it gives the row to compare with.
 * $1 integration, $2 received at, $3 collected at or null, $4 hash or null when not all was sent, $5 $6 the switches or null.
 */
export const RENEW_OR_READ = `
  WITH renewed AS (
    UPDATE site_integration i SET last_structure_fetch = greatest(i.last_structure_fetch, $2::timestamptz), structure_collected_at = coalesce($3, greatest(i.structure_collected_at, $2))
    WHERE i.id = $1 AND i.structure_hash = $4 AND i.status = 'ready' AND i.structure_refusal IS NULL
      AND ($3::timestamptz IS NULL OR i.structure_collected_at <= $3)
      AND i.plugin_connection_enabled = coalesce($5, i.plugin_connection_enabled) AND i.two_way_sync_enabled = coalesce($6, i.two_way_sync_enabled)
    RETURNING i.last_structure_fetch
  )
  SELECT i.xmin::text AS row_version, renewed.last_structure_fetch AS renewed_at, i.status, CASE WHEN renewed.last_structure_fetch IS NULL THEN i.config_json END AS config_json,
    i.structure_hash, i.structure_collected_at, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled, ${PACKED_SETTINGS} AS settings
  FROM site_integration i LEFT JOIN renewed ON true WHERE i.id = $1`;

export interface FoundRow {
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
