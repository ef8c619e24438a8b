import { hash } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SCOPES } from '../generated/constants.js';
import type { ApiKeyCreated, ApiKeyPage, LostKey, Scope } from '../generated/contract.js';
import { Audit, type AuditSubject } from '../platform/audit/audit.js';
import type { PageQuery } from '../platform/contract/page.js';
import { Account } from './account.entity.js';
import { ApiKey, type KeyEndReason } from './api-key.entity.js';
import { ApiKeysService } from './api-keys.service.js';
import { AppUser } from './app-user.entity.js';
import { SessionsService } from './sessions.service.js';

/** What a site may do with its own key, and nothing more: a hacked site reaches nothing but itself. */
const SITE_SCOPES: readonly Scope[] = ['structure:write', 'content:write', 'changes:apply', 'sync:poll'];

/** Something that cannot be done, said to an operator. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
}

/** What Auth does for the other modules and for the operator's command line. */
@Injectable()
export class AuthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly apiKeys: ApiKeysService,
    private readonly sessions: SessionsService,
  ) {}

  /** A tenant with its first person and a key that may do everything. */
  async createAccount(name: string, email: string, password: string): Promise<{ accountId: string; userId: string; apiKey: string }> {
    const passwordHash = await hash(password);
    const [accountId, userId] = [uuidv7(), uuidv7()];
    return this.dataSource.transaction(async (manager) => {
      if (await manager.existsBy(AppUser, { email: email.toLowerCase() }))
        throw new AuthError(`Somebody has the e-mail ${email} already. Use another one.`);
      await manager.insert(Account, { id: accountId, name });
      await manager.insert(AppUser, { id: userId, accountId, email: email.toLowerCase(), passwordHash });
      const subject = operator(accountId);
      await this.audit.note(manager, subject, 'account.created', accountId);
      const key = await this.apiKeys.make(manager, subject, {
        accountId,
        integrationId: null,
        name: 'First key',
        scopes: SCOPES,
        expiresAt: null,
      });
      return { accountId, userId, apiKey: key.api_key };
    });
  }

  async hasAccount(accountId: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(Account, { id: accountId });
  }

  createApiKey(accountId: string, name: string, scopes: readonly Scope[] = SCOPES): Promise<ApiKeyCreated> {
    return this.dataSource.transaction((manager) =>
      this.apiKeys.make(manager, operator(accountId), { accountId, integrationId: null, name, scopes, expiresAt: null }),
    );
  }

  listApiKeys(accountId: string, page: PageQuery): Promise<ApiKeyPage> {
    return this.apiKeys.list(accountId, page);
  }

  /** @returns whether there was such a key to revoke */
  async revokeApiKey(id: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const key = await manager.findOneBy(ApiKey, { id, revokedAt: IsNull() });
      if (key === null) return false;
      await manager.update(ApiKey, { id }, { revokedAt: new Date() });
      await this.audit.note(manager, operator(key.accountId), 'api_key.revoked', id);
      return true;
    });
  }

  /** A key for one site, bound to its integration. */
  issueSiteKey(manager: EntityManager, subject: AuditSubject, integrationId: string, siteName: string): Promise<ApiKeyCreated> {
    return this.apiKeys.make(manager, subject, {
      accountId: subject.accountId,
      integrationId,
      name: siteName,
      scopes: SITE_SCOPES,
      expiresAt: null,
    });
  }

  /** Notes that a site's key is in use now. */
  async markUsed(manager: EntityManager, keyId: string): Promise<void> {
    await manager.update(ApiKey, { id: keyId }, { lastUsedAt: new Date() });
  }

  /** Ends all keys of an integration but those that are named. Whoever goes on using one is told why it ended. */
  async endSiteKeys(manager: EntityManager, integrationId: string, endReason: KeyEndReason, except: readonly string[] = []): Promise<void> {
    await manager.update(
      ApiKey,
      { integrationId, revokedAt: IsNull(), ...(except.length === 0 ? {} : { id: Not(In([...except])) }) },
      { revokedAt: new Date(), endReason },
    );
  }

  /**
   * Of these integrations those whose site has no key any more that works, and what became of the last one. A key that was never
   * used may never have reached its site. A key that ended with what it belongs to (`end_reason`) is not lost.
   */
  async lostKeys(integrationIds: readonly string[]): Promise<Map<string, LostKey>> {
    const rows: { integration_id: string; is_revoked: boolean }[] = await this.dataSource.query(
      `SELECT integration_id, (array_agg(revoked_at IS NOT NULL ORDER BY last_used_at DESC, id DESC))[1] AS is_revoked
       FROM api_key WHERE integration_id = ANY($1) AND last_used_at IS NOT NULL
       GROUP BY integration_id
       HAVING bool_and(revoked_at IS NOT NULL OR coalesce(expires_at <= now(), false))
         AND (array_agg(end_reason ORDER BY last_used_at DESC, id DESC))[1] IS NULL`,
      [integrationIds],
    );
    return new Map(rows.map((row) => [row.integration_id, row.is_revoked ? 'revoked' : 'expired']));
  }

  /** Every process does it; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    await this.sessions.purge();
  }
}

/** Whoever runs the command line. */
export const operator = (accountId: string): AuditSubject => ({
  accountId,
  actor: { kind: 'system', id: null, name: 'operator' },
  address: null,
});
