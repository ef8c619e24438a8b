import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, LessThan, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuthService, type Call } from '../auth/index.js';
import type { Integration, IntegrationDetail, IntegrationPage, IntegrationUpdate, Site as SiteAnswer } from '../generated/contract.js';
import { Audit, type AuditSubject } from '../platform/audit/audit.js';
import { pageOf } from '../platform/contract/page.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { Log } from '../platform/log/log.js';
import { notFound } from '../platform/problem/problem.js';
import { lockIntegration } from './lock-integration.js';
import type { IntegrationCreateDto, IntegrationQuery } from './dto/integration.dto.js';
import { readRestUrl } from './home-url.js';
import type { IntegrationRef } from './integration-refs.js';
import { IntegrationPresenter, type StructureSource } from './integration.presenter.js';
import { SiteIntegration } from './site-integration.entity.js';
import { SitesService } from './sites.service.js';

/** What Integrations does for the other modules, the operator and its own controllers. */
@Injectable()
export class IntegrationsService {
  constructor(
    @InjectRepository(SiteIntegration) private readonly integrations: Repository<SiteIntegration>,
    private readonly dataSource: DataSource,
    private readonly sites: SitesService,
    private readonly auth: AuthService,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
    private readonly presenter: IntegrationPresenter,
    private readonly log: Log,
  ) {}

  async list(accountId: string, { site_id, cursor, limit }: IntegrationQuery): Promise<IntegrationPage> {
    const rows = await this.integrations.find({
      where: {
        accountId,
        isTemporary: false,
        ...(site_id === undefined ? {} : { siteId: site_id }),
        ...(cursor === undefined ? {} : { id: LessThan(cursor) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = new Map((await this.presenter.presentAll(rows)).map((integration) => [integration.id, integration]));
    const page = pageOf(rows, limit, ({ id }) => shown.get(id));
    return { data: page.data.filter((integration) => integration !== undefined), next_cursor: page.next_cursor };
  }

  /** Creates one, or finds the one that the site has on that platform. */
  async create(
    call: Call,
    { site_id, platform, is_temporary }: IntegrationCreateDto,
  ): Promise<{ integration: Integration; isNew: boolean }> {
    const { row, isNew } = await this.dataSource.transaction(async (manager) => {
      await this.sites.find(manager, call.accountId, site_id);
      const id = uuidv7();
      const inserted: unknown[] = await manager.query(
        `INSERT INTO site_integration (id, account_id, site_id, platform, is_temporary) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (site_id, platform) DO NOTHING RETURNING id`,
        [id, call.accountId, site_id, platform, is_temporary],
      );
      if (inserted.length > 0) await this.audit.note(manager, call, 'integration.created', id, { is_temporary });
      else if (!is_temporary) await this.keep(manager, call, { siteId: site_id, platform });
      return { row: await manager.findOneByOrFail(SiteIntegration, { siteId: site_id, platform }), isNew: inserted.length > 0 };
    });
    return { integration: await this.presenter.present(row), isNew };
  }

  async get(ref: IntegrationRef): Promise<IntegrationDetail> {
    return this.presenter.presentDetail(await this.find(ref));
  }

  /** @throws ProblemError `validation_failed` when the REST API would be on another host than the site */
  async update(call: Call, ref: IntegrationRef, { rest_url }: IntegrationUpdate): Promise<Integration> {
    if (rest_url !== undefined) {
      const site = await this.sites.get(call.accountId, ref.siteId);
      const home = ref.homeUrl ?? site.home_url;
      const restUrl = readRestUrl(rest_url, home);
      await this.dataSource.transaction(async (manager) => {
        const { restUrl: current } = await lockIntegration(manager, ref.id);
        if (restUrl === current) return;
        await manager.update(SiteIntegration, { id: ref.id }, { restUrl });
        await this.audit.note(manager, call, 'integration.updated', ref.id, { fields: ['rest_url'] });
      });
    }
    return this.presenter.present(await this.find(ref));
  }

  async remove(call: Call, ref: IntegrationRef): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // First, so that no site can register meanwhile: its key would not be among those that are revoked.
      await lockIntegration(manager, ref.id);
      await this.auth.endSiteKeys(manager, ref.id, 'deleted');
      await manager.delete(SiteIntegration, { id: ref.id });
      await this.audit.note(manager, call, 'integration.deleted', ref.id);
    });
    this.cache.clear();
  }

  /** A site for the operator's command line. */
  addSite(subject: AuditSubject, homeUrl: string, name: string): Promise<SiteAnswer> {
    return this.sites.create(subject, { home_url: homeUrl, name });
  }

  /** Lets Structure add to every integration that is shown what the site has. */
  addStructure(source: StructureSource): void {
    this.presenter.addStructure(source);
  }

  /** Every process does it; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    const gone = await this.removeForgottenIntegrations();
    const ended = await this.endUnusedRegistrations();
    if (gone + ended > 0) this.log.info({ temporary_integrations: gone, unused_registrations: ended }, 'purged');
  }

  private async find(ref: IntegrationRef): Promise<SiteIntegration> {
    const integration = await this.integrations.findOneBy({ id: ref.id });
    if (integration === null) throw notFound('integration');
    return integration;
  }

  /** Temporary integrations that got no structure within 24 h. */
  private removeForgottenIntegrations(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const forgotten: { id: string }[] = await manager.query(
        `SELECT id FROM site_integration WHERE is_temporary AND created_at < now() - interval '24 hours' FOR UPDATE SKIP LOCKED`,
      );
      for (const { id } of forgotten) {
        await this.auth.endSiteKeys(manager, id, 'deleted');
        await manager.delete(SiteIntegration, { id });
      }
      return forgotten.length;
    });
  }

  /** One that was temporary is not any more. */
  private async keep(manager: EntityManager, call: Call, where: Pick<SiteIntegration, 'siteId' | 'platform'>): Promise<void> {
    const temporary = await manager.findOne(SiteIntegration, {
      where: { ...where, isTemporary: true },
      lock: { mode: 'pessimistic_write' },
    });
    if (temporary === null) return;
    await manager.update(SiteIntegration, { id: temporary.id }, { isTemporary: false });
    await this.audit.note(manager, call, 'integration.updated', temporary.id, { fields: ['is_temporary'] });
  }

  /** Registrations whose answer must have been lost: the site went on with the key that it had. */
  private async endUnusedRegistrations(): Promise<number> {
    const [, count]: [unknown, number] = await this.dataSource.query(
      `WITH unused AS (
         DELETE FROM site_registration r
         WHERE EXISTS (SELECT FROM api_key k WHERE k.integration_id = r.integration_id AND k.revoked_at IS NULL AND k.last_used_at > r.created_at + interval '15 minutes')
         RETURNING r.api_key_id
       )
       UPDATE api_key SET revoked_at = now() FROM unused WHERE api_key.id = unused.api_key_id`,
    );
    return count;
  }
}
