import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuthService, type Call } from '../auth/index.js';
import type { ConnectRequest, ConnectResult, IdentityDecision, Integration, SigningSecret } from '../generated/contract.js';
import { Audit } from '../platform/audit/audit.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { invalidField, notFound, ProblemError } from '../platform/problem/problem.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { readHomeUrl, readRestUrl, type HomeUrl } from './home-url.js';
import { type IntegrationRef, IntegrationRefs } from './integration-refs.js';
import { IntegrationPresenter } from './integration.presenter.js';
import { lockIntegration } from './lock-integration.js';
import { SiteIntegration } from './site-integration.entity.js';
import { SiteRegistration } from './site-registration.entity.js';
import { type SaidIdentity, refuseStranger } from './site-identity.js';
import { Site } from './site.entity.js';
import { refuseOtherSite, takeAddress } from './sites.service.js';

/** Calls carry a signature of the old secret for so long after a rotation. */
const SECRET_OVERLAP_MS = 24 * 3600_000;
/** Standard Webhooks: 24 to 64 bytes. */
const SECRET_BYTES = 24;

/**
 * A site's connection: registered, taken into use, moved, ended. A registration takes nothing from what works until the key that it
 * gave out is used for the first time; that use makes it the only one. So an answer that is lost, or a process that is killed, leaves what
 * worked before, and asking again always helps.
 */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly auth: AuthService,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
    private readonly sealer: Sealer,
    private readonly refs: IntegrationRefs,
    private readonly presenter: IntegrationPresenter,
  ) {}

  /** @throws ProblemError `identity_conflict` when the caller is at another address than the site has */
  async register(call: Call, ref: IntegrationRef, body: ConnectRequest): Promise<ConnectResult> {
    const home = mustBeHomeUrl(body.home_url);
    const restUrl = readRestUrl(body.rest_url, home.url);
    const { key, secret, integration } = await this.dataSource.transaction(async (manager) => {
      const locked = await lockIntegration(manager, ref.id);
      const site = await manager.findOneByOrFail(Site, { id: locked.siteId });
      if (site.homeKey !== home.key) {
        throw new ProblemError(
          'identity_conflict',
          `This integration belongs to ${site.homeUrl}, but the caller is ${home.url}. Choose the site with that address, or add it.`,
        );
      }
      const made = await this.auth.issueSiteKey(manager, call, ref.id, site.name);
      const newSecret = newSigningSecret();
      await manager.insert(SiteRegistration, {
        apiKeyId: made.id,
        integrationId: ref.id,
        attemptId: body.attempt_id,
        siteUuid: body.site_uuid,
        homeUrl: home.url,
        restUrl,
        environmentType: body.environment_type,
        versions: body.versions,
        signingSecret: this.sealer.seal(newSecret, ref.id),
      });
      await this.audit.note(manager, call, 'integration.registered', ref.id, { attempt_id: body.attempt_id, versions: body.versions });
      return { key: made, secret: newSecret, integration: await manager.findOneByOrFail(SiteIntegration, { id: ref.id }) };
    });
    this.cache.clear();
    return { integration: await this.presenter.present(integration), api_key: key.api_key, signing_secret: secret };
  }

  /**
   * The first use of a site's key: its registration takes effect, and every other key and secret of the site ends.
   * @throws ProblemError `identity_conflict` when another site uses it than the one that registered
   */
  async activate(call: Call, ref: IntegrationRef, said: SaidIdentity): Promise<IntegrationRef> {
    const keyId = call.caller.credentialId;
    await this.dataSource.transaction(async (manager) => {
      await lockIntegration(manager, ref.id);
      const registration = await manager.findOneBy(SiteRegistration, { apiKeyId: keyId });
      if (registration !== null) {
        const { siteUuid, homeUrl } = registration;
        refuseStranger(said, { siteUuid, homeUrl, homeKey: readHomeUrl(homeUrl)?.key ?? null });
      }
      await this.auth.markUsed(manager, keyId);
      if (registration === null) return;
      await manager.update(
        SiteIntegration,
        { id: ref.id },
        {
          siteUuid: registration.siteUuid,
          homeUrl: registration.homeUrl,
          restUrl: registration.restUrl,
          environmentType: registration.environmentType,
          versions: registration.versions,
          signingSecret: registration.signingSecret,
          previousSigningSecret: null,
          previousSecretExpiresAt: null,
          status: 'structure_syncing',
          connectedAt: new Date(),
          disconnectedAt: null,
          disconnectedBy: null,
        },
      );
      const later = await laterAttempts(manager, registration);
      await this.auth.endSiteKeys(manager, ref.id, 'replaced', [keyId, ...later]);
      await manager.query('DELETE FROM site_registration WHERE integration_id = $1 AND api_key_id <> ALL($2)', [ref.id, later]);
      await this.audit.note(manager, call, 'integration.activated', ref.id, { attempt_id: registration.attemptId });
    });
    this.cache.clear();
    const fresh = await this.refs.load(ref.id);
    if (fresh === undefined) throw notFound('integration');
    return fresh;
  }

  async disconnect(call: Call, ref: IntegrationRef): Promise<Integration> {
    const integration = await this.dataSource.transaction(async (manager) => {
      const locked = await lockIntegration(manager, ref.id);
      await this.auth.endSiteKeys(manager, ref.id, 'disconnected');
      await manager.delete(SiteRegistration, { integrationId: ref.id });
      if (locked.status !== 'disconnected') {
        await manager.update(
          SiteIntegration,
          { id: ref.id },
          {
            status: 'disconnected',
            signingSecret: null,
            previousSigningSecret: null,
            previousSecretExpiresAt: null,
            disconnectedAt: new Date(),
            disconnectedBy: call.actor,
          },
        );
        await this.audit.note(manager, call, 'integration.disconnected', ref.id);
      }
      return manager.findOneByOrFail(SiteIntegration, { id: ref.id });
    });
    this.cache.clear();
    return this.presenter.present(integration);
  }

  /** @throws ProblemError `integration_disconnected` when there is no secret to rotate */
  async rotateSecret(call: Call, ref: IntegrationRef): Promise<SigningSecret> {
    const secret = newSigningSecret();
    const until = new Date(Date.now() + SECRET_OVERLAP_MS);
    await this.dataSource.transaction(async (manager) => {
      await lockIntegration(manager, ref.id);
      const { signingSecret } = await manager.findOneOrFail(SiteIntegration, {
        where: { id: ref.id },
        select: { id: true, signingSecret: true },
      });
      if (signingSecret === null)
        throw new ProblemError('integration_disconnected', 'No site is connected, so there is no signing secret. Connect the site first.');
      await manager.update(
        SiteIntegration,
        { id: ref.id },
        { previousSigningSecret: signingSecret, previousSecretExpiresAt: until, signingSecret: this.sealer.seal(secret, ref.id) },
      );
      await this.audit.note(manager, call, 'integration.secret_rotated', ref.id);
    });
    return { signing_secret: secret, previous_valid_until: until.toISOString() };
  }

  /** @throws ProblemError `identity_conflict` when it is not the connected site that says so, `site_exists` when another site has the address */
  async settleIdentity(call: Call, ref: IntegrationRef, body: IdentityDecision): Promise<Integration> {
    const home = mustBeHomeUrl(body.home_url);
    const restUrl = readRestUrl(body.rest_url, home.url);
    const integration = await this.dataSource.transaction(async (manager) => {
      await manager.findOne(Site, { where: { id: ref.siteId }, lock: { mode: 'pessimistic_write' } });
      const locked = await lockIntegration(manager, ref.id);
      if (locked.status === 'disconnected')
        throw new ProblemError('integration_disconnected', 'This site was disconnected. Connect it again first.');
      if (locked.siteUuid !== body.site_uuid)
        throw new ProblemError('identity_conflict', 'Another site is connected to this integration. Press Connect to IGNY8 on this one.');
      if (body.decision === 'moved') {
        await refuseOtherSite(manager, call.accountId, home, locked.siteId);
        await takeAddress(
          manager,
          call.accountId,
          home,
          () => manager.update(Site, { id: locked.siteId }, { homeUrl: home.url, homeKey: home.key }),
          locked.siteId,
        );
        await manager.update(SiteIntegration, { id: ref.id }, { homeUrl: home.url, restUrl });
      }
      await this.audit.note(manager, call, 'integration.identity_settled', ref.id, { decision: body.decision });
      return manager.findOneByOrFail(SiteIntegration, { id: ref.id });
    });
    this.cache.clear();
    return this.presenter.present(integration);
  }
}

/** Keys of attempts that began after this one: their answers may still be on the way, so they are left alone. */
async function laterAttempts(manager: EntityManager, { integrationId, attemptId, createdAt }: SiteRegistration): Promise<string[]> {
  const others = await manager.find(SiteRegistration, { where: { integrationId } });
  return others.filter((other) => other.attemptId !== attemptId && other.createdAt > createdAt).map((other) => other.apiKeyId);
}

const newSigningSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

function mustBeHomeUrl(text: string): HomeUrl {
  const home = readHomeUrl(text);
  if (home === undefined) throw invalidField('/home_url', 'format', 'is not a web address');
  return home;
}
