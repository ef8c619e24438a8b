import { Injectable } from '@nestjs/common';
import { AccessCache } from '../platform/database/access-cache.js';
import { HotSql } from '../platform/database/hot-sql.js';
import type { IntegrationStatus } from '../generated/contract.js';
import { readHomeUrl } from './home-url.js';

/** Whose an integration is, and which site it expects to hear from. */
export interface IntegrationRef {
  readonly id: string;
  readonly accountId: string;
  readonly siteId: string;
  readonly isSiteActive: boolean;
  readonly status: IntegrationStatus;
  readonly siteUuid: string | null;
  readonly homeUrl: string | null;
  readonly homeKey: string | null;
}

interface Row {
  readonly account_id: string;
  readonly site_id: string;
  readonly is_active: boolean;
  readonly status: IntegrationStatus;
  readonly site_uuid: string | null;
  readonly home_url: string | null;
}

/** Finds integrations for the guard: remembered for as long as nobody changes who may do what. */
@Injectable()
export class IntegrationRefs {
  constructor(
    private readonly cache: AccessCache,
    private readonly sql: HotSql,
  ) {}

  get(id: string): Promise<IntegrationRef | undefined> {
    return this.cache.get(`integration:${id}`, () => this.load(id));
  }

  async load(id: string): Promise<IntegrationRef | undefined> {
    const [row] = await this.sql.query<Row>(
      'integration-ref',
      `SELECT i.account_id, i.site_id, s.is_active, i.status, i.site_uuid, i.home_url
       FROM site_integration i JOIN site s ON s.id = i.site_id WHERE i.id = $1`,
      [id],
    );
    if (row === undefined) return undefined;
    return {
      id,
      accountId: row.account_id,
      siteId: row.site_id,
      isSiteActive: row.is_active,
      status: row.status,
      siteUuid: row.site_uuid,
      homeUrl: row.home_url,
      homeKey: row.home_url === null ? null : (readHomeUrl(row.home_url)?.key ?? null),
    };
  }
}
