import { Injectable } from '@nestjs/common';
import type DataLoader from 'dataloader';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../auth/index.js';
import type { ContentTypeSettings, IntegrationStatus, Kind, UpdateStructureRequest, UpdateStructureResult } from '../generated/contract.js';
import type { IntegrationRef } from '../integrations/index.js';
import { auditRow } from '../platform/audit/audit.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { batched } from '../platform/database/batched.js';
import { HotSql } from '../platform/database/hot-sql.js';
import { Log } from '../platform/log/log.js';
import { notFound, ProblemError } from '../platform/problem/problem.js';
import { unpackSettings } from './packed-settings.js';
import {
  compareStructures,
  emptyRecord,
  EMPTY_STRUCTURE,
  hashStructure,
  KINDS,
  mergeStructure,
  own,
  type StructureDifference,
} from './stored-structure.js';
import { FORGET_UNLISTED, type FoundRow, RENEW_OR_READ, STORE, type StoredRow } from './structure.statements.js';

/** A site's clock may be ahead by so much; beyond, it is not believed. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** What is synced from the start; anything else is listed, and somebody turns it on. */
const ENABLED_AT_FIRST: Readonly<Record<Kind, ReadonlySet<string>>> = {
  post_types: new Set(['post', 'page']),
  taxonomies: new Set(['category', 'post_tag']),
};
const FETCH_LIMIT_AT_FIRST = 100;

/** Of so many pushes at the same moment each finds its turn: every round stores one of them. */
const MOST_ROUNDS = 50;

const NO_DIFFERENCE: StructureDifference = { added: [], removed: [], changed: [] };

interface Push {
  readonly call: Call;
  readonly ref: IntegrationRef;
  readonly request: UpdateStructureRequest;
  readonly receivedAt: Date;
  /** Undefined when the site did not say so, or its clock is not to be believed: then a push is as new as its turn. */
  readonly collectedAt: Date | undefined;
  /** Of all types, when all were sent: what it will be does not depend on what is stored. */
  readonly hash: Buffer | null;
}

/** What a push makes of the row that it found. */
interface Outcome {
  readonly result: UpdateStructureResult['result'];
  readonly status: IntegrationStatus;
  readonly difference: StructureDifference;
  readonly lastStructureFetch: Date | null;
}

/** Takes structure pushes. */
@Injectable()
export class StructureWriter {
  private readonly found: DataLoader<Push, FoundRow>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sql: HotSql,
    private readonly cache: AccessCache,
    private readonly log: Log,
  ) {
    this.found = batched((pushes) => this.findAll(pushes));
  }

  /** @throws ProblemError `integration_disconnected` when the connection was ended */
  async push(call: Call, ref: IntegrationRef, request: UpdateStructureRequest): Promise<UpdateStructureResult> {
    const receivedAt = new Date();
    const hash = isWhole(request) ? hashStructure(mergeStructure(EMPTY_STRUCTURE, request)) : null;
    const push = { call, ref, request, receivedAt, collectedAt: collectedAtOf(request, receivedAt), hash };
    this.warnOfNothing(ref, request);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = await this.found.load(push);
      if (found.renewed_at !== null)
        return answer(
          { result: 'unchanged', status: 'ready', difference: NO_DIFFERENCE, lastStructureFetch: found.renewed_at },
          found,
          null,
        );
      if (found.status === 'disconnected')
        throw new ProblemError('integration_disconnected', 'This site was disconnected. Connect it again first.');
      if (isOutdated(push, found))
        return answer(
          { result: 'outdated', status: found.status, difference: NO_DIFFERENCE, lastStructureFetch: found.last_structure_fetch },
          found,
          null,
        );
      const stored = await this.store(push, found);
      if (stored !== undefined) return stored;
    }
    throw new ProblemError('service_unavailable', 'Too many pushes of this site at the same moment. Try again in a moment.');
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

  private async findAll(pushes: readonly Push[]): Promise<(FoundRow | Error)[]> {
    const rows = await this.sql.query<FoundRow>('structure-renew-or-read', RENEW_OR_READ, [
      pushes.map(({ ref }) => ref.id),
      pushes.map(({ receivedAt }) => receivedAt),
      pushes.map(({ collectedAt }) => collectedAt ?? null),
      pushes.map(({ hash }) => hash),
      pushes.map(({ request }) => request.plugin_connection_enabled ?? null),
      pushes.map(({ request }) => request.two_way_sync_enabled ?? null),
    ]);
    const found = new Map(rows.map((row) => [row.turn, row]));
    return pushes.map((_, i) => found.get(i + 1) ?? notFound('integration'));
  }

  /** Undefined when another push was faster. */
  private async store(push: Push, found: FoundRow): Promise<UpdateStructureResult | undefined> {
    const { call, ref, request, receivedAt, collectedAt } = push;
    const before = found.config_json?.content_types ?? EMPTY_STRUCTURE;
    const structure = mergeStructure(before, request);
    const hasStructure = request.post_types !== undefined || request.taxonomies !== undefined;
    const hash = push.hash ?? (hasStructure ? hashStructure(structure) : found.structure_hash);
    const isSame = !hasStructure || hash?.equals(found.structure_hash ?? Buffer.alloc(0)) === true;
    const switches = {
      plugin_connection_enabled: request.plugin_connection_enabled ?? found.plugin_connection_enabled,
      two_way_sync_enabled: request.two_way_sync_enabled ?? found.two_way_sync_enabled,
    };
    const sameSwitches =
      switches.plugin_connection_enabled === found.plugin_connection_enabled &&
      switches.two_way_sync_enabled === found.two_way_sync_enabled;
    const difference = isSame ? NO_DIFFERENCE : compareStructures(before, structure);
    const lastStructureFetch = hasStructure ? latest(found.last_structure_fetch, receivedAt) : found.last_structure_fetch;
    const status = hasStructure ? 'ready' : found.status;
    const config =
      isSame && sameSwitches
        ? null
        : { content_types: { ...structure, last_structure_fetch: lastStructureFetch?.toISOString() ?? null }, ...switches };
    const [row] = await this.sql.query<StoredRow>('structure-store', STORE, [
      ref.id,
      found.row_version,
      status,
      config === null ? null : JSON.stringify(config),
      hash,
      hasStructure ? (collectedAt ?? latest(found.structure_collected_at, receivedAt)) : found.structure_collected_at,
      lastStructureFetch,
      switches.plugin_connection_enabled,
      switches.two_way_sync_enabled,
      ...settingsOf(difference, request),
      ...labelsOf(difference),
      ...historyOf(call, isSame ? undefined : difference),
      ...auditOf(call, ref, isSame ? undefined : difference, sameSwitches ? undefined : Object.keys(switches)),
    ]);
    if (row?.stored !== true) return undefined;
    if (difference.added.length > 0 && difference.removed.length > 0) await this.dataSource.query(FORGET_UNLISTED, [ref.id]);
    // What happened to access here is known here at once; elsewhere within a second.
    if (status !== found.status) this.cache.clear();
    return answer({ result: config === null ? 'unchanged' : 'stored', status, difference, lastStructureFetch }, found, row.added);
  }
}

const isWhole = ({ post_types, taxonomies }: UpdateStructureRequest): boolean => post_types !== undefined && taxonomies !== undefined;

function isOutdated({ request, collectedAt }: Push, found: FoundRow): boolean {
  return (
    collectedAt !== undefined &&
    found.structure_collected_at !== null &&
    collectedAt < found.structure_collected_at &&
    Object.keys(request).length > 0
  );
}

/** The columns kind, name, label, enabled and limit of the types that are new: as suggested, or as is usual. */
function settingsOf({ added }: StructureDifference, request: UpdateStructureRequest): unknown[][] {
  const suggested = added.map(({ kind, name }) => own(request[kind] ?? {}, name));
  return [
    added.map(({ kind }) => kind),
    added.map(({ name }) => name),
    added.map(({ label }) => label),
    added.map(({ kind, name }, i) => suggested[i]?.enabled ?? ENABLED_AT_FIRST[kind].has(name)),
    added.map((_, i) => (suggested[i]?.fetch_limit === undefined ? FETCH_LIMIT_AT_FIRST : suggested[i].fetch_limit)),
  ];
}

/** The columns kind, name and label of the types that are called something else now. */
function labelsOf({ changed }: StructureDifference): unknown[][] {
  const renamed = changed.filter(({ label, previous_label }) => label !== previous_label);
  return [renamed.map(({ kind }) => kind), renamed.map(({ name }) => name), renamed.map(({ label }) => label)];
}

function historyOf(call: Call, difference: StructureDifference | undefined): (string | null)[] {
  if (difference === undefined) return Array<null>(5).fill(null);
  return [
    uuidv7(),
    JSON.stringify(call.actor),
    JSON.stringify(difference.added),
    JSON.stringify(difference.removed),
    JSON.stringify(difference.changed),
  ];
}

function auditOf(
  call: Call,
  ref: IntegrationRef,
  difference: StructureDifference | undefined,
  fields: readonly string[] | undefined,
): readonly (string | null)[] {
  if (difference === undefined && fields === undefined) return Array<null>(8).fill(null);
  const counts =
    difference === undefined
      ? {}
      : { added: difference.added.length, removed: difference.removed.length, changed: difference.changed.length };
  return auditRow(call, difference === undefined ? 'integration.updated' : 'structure.changed', ref.id, {
    ...counts,
    ...(fields === undefined ? {} : { fields }),
  });
}

/** @param added the settings of new types, which came after the row was read */
function answer(
  { result, status, difference, lastStructureFetch }: Outcome,
  found: FoundRow,
  added: StoredRow['added'],
): UpdateStructureResult {
  const settings = unpackSettings(found.settings);
  const shown: ContentTypeSettings = { post_types: emptyRecord(), taxonomies: emptyRecord() };
  for (const kind of KINDS) {
    for (const [name, { enabled, fetchLimit, includePrivate }] of settings[kind])
      shown[kind][name] = { enabled, fetch_limit: fetchLimit, include_private: includePrivate };
  }
  for (const { kind, name, enabled, fetch_limit, include_private } of added ?? [])
    shown[kind][name] = { enabled, fetch_limit, include_private };
  return { result, status, ...difference, last_structure_fetch: lastStructureFetch?.toISOString() ?? null, settings: shown };
}

const latest = (a: Date | null, b: Date): Date => (a !== null && a > b ? a : b);

function collectedAtOf({ collected_at }: UpdateStructureRequest, receivedAt: Date): Date | undefined {
  const told = collected_at === undefined ? Number.NaN : Date.parse(collected_at);
  const isUsable = !Number.isNaN(told) && told <= receivedAt.getTime() + CLOCK_TOLERANCE_MS;
  return isUsable ? new Date(told) : undefined;
}
