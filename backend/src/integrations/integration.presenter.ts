import { Injectable } from '@nestjs/common';
import { AuthService } from '../auth/index.js';
import type { ConfigJson, ContentTypeTotals, Integration, IntegrationDetail, LostKey } from '../generated/contract.js';
import { notFound } from '../platform/problem/problem.js';
import { CONNECTED_STATUSES, type SiteIntegration } from './site-integration.entity.js';

/** A structure counts as stale so long after it was fetched: one daily push may be missed, not two. */
export const STALE_AFTER_MS = 36 * 3600_000;

/** What Structure, a room above, adds to an integration that is shown. */
export interface StructureSource {
  totals(integrationIds: readonly string[]): Promise<ReadonlyMap<string, ContentTypeTotals>>;
  /** Undefined when the integration is gone. */
  configJson(integrationId: string): Promise<ConfigJson | undefined>;
}

/** Integrations as they are shown. */
@Injectable()
export class IntegrationPresenter {
  private structure: StructureSource | undefined;

  constructor(private readonly auth: AuthService) {}

  addStructure(source: StructureSource): void {
    this.structure = source;
  }

  async present(integration: SiteIntegration): Promise<Integration> {
    const [shown] = await this.presentAll([integration]);
    if (shown === undefined) throw new Error('one in, one out');
    return shown;
  }

  async presentAll(integrations: readonly SiteIntegration[]): Promise<Integration[]> {
    const ids = integrations.flatMap(({ id, lastStructureFetch }) => (lastStructureFetch === null ? [] : [id]));
    const totals = ids.length === 0 ? undefined : await this.structure?.totals(ids);
    const connected = integrations.filter(({ status }) => CONNECTED_STATUSES.includes(status)).map(({ id }) => id);
    const lostKeys = connected.length === 0 ? undefined : await this.auth.lostKeys(connected);
    return integrations.map((integration) => show(integration, totals?.get(integration.id) ?? null, lostKeys?.get(integration.id) ?? null));
  }

  async presentDetail(integration: SiteIntegration): Promise<IntegrationDetail> {
    const configJson = await this.structure?.configJson(integration.id);
    if (configJson === undefined) throw notFound('integration');
    return { ...(await this.present(integration)), config_json: configJson };
  }
}

function show(integration: SiteIntegration, totals: ContentTypeTotals | null, lostKey: LostKey | null): Integration {
  return {
    id: integration.id,
    site_id: integration.siteId,
    platform: integration.platform,
    status: integration.status,
    is_temporary: integration.isTemporary,
    site_uuid: integration.siteUuid,
    home_url: integration.homeUrl,
    rest_url: integration.restUrl,
    environment_type: integration.environmentType,
    versions: integration.versions,
    plugin_connection_enabled: integration.pluginConnectionEnabled,
    two_way_sync_enabled: integration.twoWaySyncEnabled,
    last_structure_fetch: timestamp(integration.lastStructureFetch),
    stale_at: staleAt(integration.lastStructureFetch),
    last_sync_at: timestamp(integration.lastSyncAt),
    structure_refusal: integration.structureRefusal,
    lost_key: lostKey,
    totals,
    connected_at: timestamp(integration.connectedAt),
    disconnected_at: timestamp(integration.disconnectedAt),
    disconnected_by: integration.disconnectedBy,
    created_at: integration.createdAt.toISOString(),
    updated_at: integration.updatedAt.toISOString(),
  };
}

const timestamp = (time: Date | null): string | null => time?.toISOString() ?? null;

/** From when the structure that was fetched then counts as stale. */
export const staleAt = (lastStructureFetch: Date | null): string | null =>
  lastStructureFetch === null ? null : new Date(lastStructureFetch.getTime() + STALE_AFTER_MS).toISOString();
