import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, In, LessThan, Not, Repository, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuthService, type Call } from '../auth/index.js';
import type { Integration, Site as SiteAnswer, SiteCreate, SitePage, SiteUpdate } from '../generated/contract.js';
import { Audit, type AuditSubject } from '../platform/audit/audit.js';
import type { LateBody } from '../platform/contract/body.pipe.js';
import { pageOf } from '../platform/contract/page.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { invalidField, notFound, ProblemError } from '../platform/problem/problem.js';
import type { SiteQuery } from './dto/site.dto.js';
import { readHomeUrl, type HomeUrl } from './home-url.js';
import { IntegrationPresenter } from './integration.presenter.js';
import { CONNECTED_STATUSES, SiteIntegration } from './site-integration.entity.js';
import { Site } from './site.entity.js';

const LONGEST_NAME = 200;

/** The sites of an account. */
@Injectable()
export class SitesService {
  constructor(
    @InjectRepository(Site) private readonly sites: Repository<Site>,
    private readonly dataSource: DataSource,
    private readonly auth: AuthService,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
    private readonly presenter: IntegrationPresenter,
  ) {}

  async list(accountId: string, { url, cursor, limit }: SiteQuery): Promise<SitePage> {
    const home = url === undefined ? undefined : readHomeUrl(url);
    if (url !== undefined && home === undefined) throw invalidField('#url', 'format', 'is not a web address');
    const rows = await this.sites.find({
      where: { accountId, ...(home === undefined ? {} : { homeKey: home.key }), ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const integrations = await this.integrationsOf(rows);
    return pageOf(rows, limit, (site) => show(site, integrations.get(site.id) ?? null));
  }

  async get(accountId: string, id: string): Promise<SiteAnswer> {
    const site = await this.find(this.dataSource.manager, accountId, id);
    return show(site, (await this.integrationsOf([site])).get(site.id) ?? null);
  }

  /** @throws ProblemError `site_exists` when the account has a site with that home URL */
  async create(subject: AuditSubject, { home_url, name }: SiteCreate): Promise<SiteAnswer> {
    const home = mustBeHomeUrl(home_url);
    const id = uuidv7();
    await this.dataSource.transaction(async (manager) => {
      await refuseOtherSite(manager, subject.accountId, home);
      await takeAddress(manager, subject.accountId, home, () =>
        manager.insert(Site, { id, accountId: subject.accountId, name: name ?? hostOf(home), homeUrl: home.url, homeKey: home.key }),
      );
      await this.audit.note(manager, subject, 'site.created', id);
    });
    return this.get(subject.accountId, id);
  }

  /** @throws ProblemError `site_exists` when another site of the account has the new home URL */
  async update(call: Call, id: string, body: LateBody<SiteUpdate>): Promise<SiteAnswer> {
    await this.dataSource.transaction(async (manager) => {
      const current = await this.lock(manager, call.accountId, id);
      const { name = current.name, home_url, is_active = current.isActive } = await body();
      const home = home_url === undefined ? undefined : mustBeHomeUrl(home_url);
      const moves = home !== undefined && home.url !== current.homeUrl;
      const fields = [
        ...(name === current.name ? [] : ['name']),
        ...(moves ? ['home_url'] : []),
        ...(is_active === current.isActive ? [] : ['is_active']),
      ];
      if (fields.length === 0) return;
      const change = (): Promise<unknown> =>
        manager.update(Site, { id }, { name, isActive: is_active, ...(moves ? { homeUrl: home.url, homeKey: home.key } : {}) });
      if (moves) {
        await this.allowMove(manager, current, home);
        await takeAddress(manager, call.accountId, home, change, id);
      } else await change();
      await this.audit.note(manager, call, 'site.updated', id, { fields });
    });
    this.cache.clear();
    return this.get(call.accountId, id);
  }

  async remove(call: Call, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.lock(manager, call.accountId, id);
      // In the order of everybody: site, integration, keys.
      for (const integration of await manager.find(SiteIntegration, { where: { siteId: id }, lock: { mode: 'pessimistic_write' } }))
        await this.auth.endSiteKeys(manager, integration.id, 'deleted');
      await manager.delete(Site, { id });
      await this.audit.note(manager, call, 'site.deleted', id);
    });
    this.cache.clear();
  }

  /** A site of the account. @throws ProblemError `not_found` */
  async find(manager: EntityManager, accountId: string, id: string): Promise<Site> {
    const site = await manager.findOneBy(Site, { id, accountId });
    if (site === null) throw notFound('site');
    return site;
  }

  private async lock(manager: EntityManager, accountId: string, id: string): Promise<Site> {
    const site = await manager.findOne(Site, { where: { id, accountId }, lock: { mode: 'pessimistic_write' } });
    if (site === null) throw notFound('site');
    return site;
  }

  private async allowMove(manager: EntityManager, site: Site, home: HomeUrl): Promise<void> {
    if (await manager.existsBy(SiteIntegration, { siteId: site.id, status: In([...CONNECTED_STATUSES]) })) {
      throw invalidField(
        '/home_url',
        'connected',
        'cannot be changed here while a WordPress is connected: it says by itself that it moved',
      );
    }
    await refuseOtherSite(manager, site.accountId, home, site.id);
  }

  /** Outside of any transaction: it takes a connection of its own. */
  private async integrationsOf(sites: readonly Site[]): Promise<Map<string, Integration>> {
    if (sites.length === 0) return new Map();
    const rows = await this.dataSource.manager.findBy(SiteIntegration, { siteId: In(sites.map((site) => site.id)), isTemporary: false });
    return new Map((await this.presenter.presentAll(rows)).map((integration) => [integration.site_id, integration]));
  }
}

/** @throws ProblemError `site_exists`, naming the site that has the address */
export async function refuseOtherSite(manager: EntityManager, accountId: string, home: HomeUrl, exceptId?: string): Promise<void> {
  const other = await manager.findOneBy(Site, { accountId, homeKey: home.key, ...(exceptId === undefined ? {} : { id: Not(exceptId) }) });
  if (other !== null) throw siteExists(other);
}

const siteExists = (site: Site): ProblemError =>
  new ProblemError('site_exists', `${site.homeUrl} is already here.`, { existing_id: site.id });

/** Two that give the same address to a site at the same moment: the second one is told of the first. */
export async function takeAddress(
  manager: EntityManager,
  accountId: string,
  home: HomeUrl,
  change: () => Promise<unknown>,
  siteId?: string,
): Promise<void> {
  await manager.query('SAVEPOINT site');
  try {
    await change();
  } catch (error) {
    await manager.query('ROLLBACK TO SAVEPOINT site');
    await refuseOtherSite(manager, accountId, home, siteId);
    throw error;
  }
}

function mustBeHomeUrl(text: string): HomeUrl {
  const home = readHomeUrl(text);
  if (home === undefined) throw invalidField('/home_url', 'format', 'is not a web address');
  return home;
}

const hostOf = (home: HomeUrl): string => new URL(home.url).host.slice(0, LONGEST_NAME);

const show = (site: Site, integration: Integration | null): SiteAnswer => ({
  id: site.id,
  name: site.name,
  home_url: site.homeUrl,
  is_active: site.isActive,
  integration,
  created_at: site.createdAt.toISOString(),
  updated_at: site.updatedAt.toISOString(),
});
