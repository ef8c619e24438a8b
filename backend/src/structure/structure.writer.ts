import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../auth/index.js';
import type { ContentTypeSettings, IntegrationStatus, Kind, UpdateStructureRequest, UpdateStructureResult } from '../generated/contract.js';
import type { IntegrationRef } from '../integrations/index.js';
import { Audit } from '../platform/audit/audit.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { HotSql } from '../platform/database/hot-sql.js';
import { Log } from '../platform/log/log.js';
import { notFound, ProblemError } from '../platform/problem/problem.js';
import {
  compareStructures,
  EMPTY_STRUCTURE,
  hashStructure,
  KINDS,
  mergeStructure,
  own,
  type StoredConfig,
  type Structure,
  type StructureDifference,
} from './stored-structure.js';
import { StructureChange } from './structure-change.entity.js';

/** A site's clock may be ahead by so much; beyond, the time of receipt counts. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What is synced from the start; anything else is listed, and somebody turns it on. */
const ENABLED_AT_FIRST: Readonly<Record<Kind, ReadonlySet<string>>> = {
  post_types: new Set(['post', 'page']),
  taxonomies: new Set(['category', 'post_tag']),
};
const FETCH_LIMIT_AT_FIRST = 100;

type PackedSettings = [kind: Kind, name: string, enabled: boolean, fetchLimit: number | null, includePrivate: boolean][];

const SETTINGS = `(SELECT json_agg(json_build_array(s.kind, s.name, s.enabled, s.fetch_limit, s.include_private)) FROM content_type_setting s WHERE s.integration_id = i.id) AS settings`;

/** The daily case, in one statement and without a word of config_json: the same structure again. The UPDATE locks the row. */
const RENEW = `
  UPDATE site_integration i SET last_structure_fetch = greatest(i.last_structure_fetch, $2), structure_collected_at = coalesce($3, greatest(i.structure_collected_at, $2))
  WHERE i.id = $1 AND i.structure_hash = $4 AND i.plugin_connection_enabled = coalesce($5, i.plugin_connection_enabled) AND i.two_way_sync_enabled = coalesce($6, i.two_way_sync_enabled)
    AND i.status = 'ready' AND ($3::timestamptz IS NULL OR i.structure_collected_at <= $3) AND i.structure_refusal IS NULL AND NOT i.is_temporary
  RETURNING i.last_structure_fetch, ${SETTINGS}`;

const LOCK = `
  SELECT i.status, i.is_temporary, i.config_json, i.structure_hash, i.structure_collected_at, i.last_structure_fetch, i.plugin_connection_enabled, i.two_way_sync_enabled
  FROM site_integration i WHERE i.id = $1 FOR UPDATE`;

interface LockedRow {
  readonly status: IntegrationStatus;
  readonly is_temporary: boolean;
  readonly config_json: StoredConfig | null;
  readonly structure_hash: Buffer | null;
  readonly structure_collected_at: Date | null;
  readonly last_structure_fetch: Date | null;
  readonly plugin_connection_enabled: boolean;
  readonly two_way_sync_enabled: boolean;
}

interface Push {
  readonly request: UpdateStructureRequest;
  readonly receivedAt: Date;
  /** Undefined when the site did not say so, or its clock is not to be believed: then a push is as new as its turn. */
  readonly collectedAt: Date | undefined;
}

/** Takes structure pushes. */
@Injectable()
export class StructureWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sql: HotSql,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
    private readonly log: Log,
  ) {}

  /** @throws ProblemError `integration_disconnected` when the connection was ended */
  async push(call: Call, ref: IntegrationRef, request: UpdateStructureRequest): Promise<UpdateStructureResult> {
    const receivedAt = new Date();
    const push = { request, receivedAt, collectedAt: collectedAtOf(request, receivedAt) };
    this.warnOfNothing(ref, request);
    return (await this.renew(ref, push)) ?? (await this.store(call, ref, push));
  }

  /** Keeps why a push was refused, so that both sides can say it. */
  async noteRefusal(ref: IntegrationRef, detail: string, requestId: string): Promise<void> {
    const refusal = { refused_at: new Date().toISOString(), detail, request_id: requestId };
    await this.dataSource.query('UPDATE site_integration SET structure_refusal = $2 WHERE id = $1', [ref.id, JSON.stringify(refusal)]);
  }

  private warnOfNothing(ref: IntegrationRef, request: UpdateStructureRequest): void {
    for (const kind of KINDS) {
      const types = request[kind];
      if (types !== undefined && Object.keys(types).length === 0)
        this.log.warn({ integration_id: ref.id, kind }, 'a site says that it has no types of this kind');
    }
  }

  private async renew(ref: IntegrationRef, { request, receivedAt, collectedAt }: Push): Promise<UpdateStructureResult | undefined> {
    if (request.post_types === undefined || request.taxonomies === undefined) return undefined;
    const hash = hashStructure(mergeStructure(EMPTY_STRUCTURE, request));
    const [row] = await this.sql.query<{ last_structure_fetch: Date; settings: PackedSettings | null }>('structure-renew', RENEW, [
      ref.id,
      receivedAt,
      collectedAt ?? null,
      hash,
      request.plugin_connection_enabled ?? null,
      request.two_way_sync_enabled ?? null,
    ]);
    if (row === undefined) return undefined;
    return {
      result: 'unchanged',
      status: 'ready',
      ...NO_DIFFERENCE,
      last_structure_fetch: row.last_structure_fetch.toISOString(),
      settings: unpack(row.settings),
    };
  }

  private async store(call: Call, ref: IntegrationRef, push: Push): Promise<UpdateStructureResult> {
    const { result, accessChanged } = await this.dataSource.transaction(async (manager) => {
      const row = await lock(manager, ref.id);
      if (row.status === 'disconnected')
        throw new ProblemError('integration_disconnected', 'This site was disconnected. Connect it again first.');
      const isOutdated =
        push.collectedAt !== undefined && row.structure_collected_at !== null && push.collectedAt < row.structure_collected_at;
      if (isOutdated)
        return {
          result: await this.answer(manager, ref, 'outdated', row.status, NO_DIFFERENCE, row.last_structure_fetch),
          accessChanged: false,
        };
      return this.accept(manager, call, ref, row, push);
    });
    if (accessChanged) this.cache.clear();
    return result;
  }

  private async accept(
    manager: EntityManager,
    call: Call,
    ref: IntegrationRef,
    row: LockedRow,
    { request, receivedAt, collectedAt }: Push,
  ): Promise<{ result: UpdateStructureResult; accessChanged: boolean }> {
    const previous: Structure = row.config_json?.content_types ?? EMPTY_STRUCTURE;
    const structure = mergeStructure(previous, request);
    const switches = {
      plugin_connection_enabled: request.plugin_connection_enabled ?? row.plugin_connection_enabled,
      two_way_sync_enabled: request.two_way_sync_enabled ?? row.two_way_sync_enabled,
    };
    const hasStructure = request.post_types !== undefined || request.taxonomies !== undefined;
    const hash = hashStructure(structure);
    const isSame = hash.equals(row.structure_hash ?? Buffer.alloc(0)) || !hasStructure;
    const sameSwitches =
      switches.plugin_connection_enabled === row.plugin_connection_enabled && switches.two_way_sync_enabled === row.two_way_sync_enabled;
    const fetchedAt = hasStructure ? latest(row.last_structure_fetch, receivedAt) : row.last_structure_fetch;
    const difference = isSame ? NO_DIFFERENCE : compareStructures(previous, structure);
    await this.writeRow(manager, ref, {
      ...switches,
      last_structure_fetch: fetchedAt,
      structure_collected_at: hasStructure ? (collectedAt ?? latest(row.structure_collected_at, receivedAt)) : row.structure_collected_at,
      structure_refusal: null,
      ...(hasStructure ? { status: 'ready', is_temporary: false } : {}),
      ...(hasStructure && !isSame ? { structure_hash: hash } : {}),
      ...((hasStructure && !isSame) || !sameSwitches
        ? {
            config_json: JSON.stringify({
              content_types: { ...structure, last_structure_fetch: fetchedAt?.toISOString() ?? null },
              ...switches,
            }),
          }
        : {}),
    });
    if (!isSame) await this.writeDifference(manager, call, ref, structure, request, difference);
    if (!sameSwitches) await this.audit.note(manager, call, 'integration.updated', ref.id, { fields: Object.keys(switches) });
    const result = isSame && sameSwitches ? 'unchanged' : 'stored';
    const status = hasStructure ? 'ready' : row.status;
    return { result: await this.answer(manager, ref, result, status, difference, fetchedAt), accessChanged: status !== row.status };
  }

  private async writeRow(manager: EntityManager, ref: IntegrationRef, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    await manager.query(
      `UPDATE site_integration SET ${names.map((name, i) => `${name} = $${String(i + 2)}`).join(', ')}, updated_at = now() WHERE id = $1`,
      [ref.id, ...names.map((name) => columns[name])],
    );
  }

  private async writeDifference(
    manager: EntityManager,
    call: Call,
    ref: IntegrationRef,
    structure: Structure,
    request: UpdateStructureRequest,
    difference: StructureDifference,
  ): Promise<void> {
    for (const { kind, name, label } of difference.added) {
      const suggested = own(request[kind] ?? {}, name);
      await manager.query(
        `INSERT INTO content_type_setting (integration_id, kind, name, label, enabled, fetch_limit) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (integration_id, kind, name) DO UPDATE SET label = excluded.label`,
        [
          ref.id,
          kind,
          name,
          label,
          suggested?.enabled ?? ENABLED_AT_FIRST[kind].has(name),
          suggested?.fetch_limit === undefined ? FETCH_LIMIT_AT_FIRST : suggested.fetch_limit,
        ],
      );
    }
    for (const { kind, name, label, previous_label } of difference.changed) {
      if (label !== previous_label)
        await manager.query('UPDATE content_type_setting SET label = $4 WHERE integration_id = $1 AND kind = $2 AND name = $3', [
          ref.id,
          kind,
          name,
          label,
        ]);
    }
    await manager.insert(StructureChange, { id: uuidv7(), integrationId: ref.id, actor: call.actor, ...difference });
    const { added, removed, changed } = difference;
    await this.audit.note(manager, call, 'structure.changed', ref.id, {
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    });
  }

  private async answer(
    manager: EntityManager,
    ref: IntegrationRef,
    result: UpdateStructureResult['result'],
    status: IntegrationStatus,
    difference: StructureDifference,
    fetchedAt: Date | null,
  ): Promise<UpdateStructureResult> {
    const [row] = await manager.query<[{ settings: PackedSettings | null }]>(`SELECT ${SETTINGS} FROM site_integration i WHERE i.id = $1`, [
      ref.id,
    ]);
    return { result, status, ...difference, last_structure_fetch: fetchedAt?.toISOString() ?? null, settings: unpack(row.settings) };
  }
}

const NO_DIFFERENCE: StructureDifference = { added: [], removed: [], changed: [] };

async function lock(manager: EntityManager, id: string): Promise<LockedRow> {
  const [row] = await manager.query<LockedRow[]>(LOCK, [id]);
  if (row === undefined) throw notFound('integration');
  return row;
}

const latest = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);

function collectedAtOf({ collected_at }: UpdateStructureRequest, receivedAt: Date): Date | undefined {
  const told = collected_at === undefined ? Number.NaN : Date.parse(collected_at);
  const isUsable = !Number.isNaN(told) && told <= receivedAt.getTime() + CLOCK_TOLERANCE_MS;
  return isUsable ? new Date(told) : undefined;
}

function unpack(settings: PackedSettings | null): ContentTypeSettings {
  const ofKind = (kind: Kind): ContentTypeSettings['post_types'] =>
    Object.fromEntries(
      (settings ?? []).flatMap(([settingKind, name, enabled, fetch_limit, include_private]) =>
        settingKind === kind ? [[name, { enabled, fetch_limit, include_private }]] : [],
      ),
    );
  return { post_types: ofKind('post_types'), taxonomies: ofKind('taxonomies') };
}
