import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DataSource, LessThan, Repository, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SCOPES } from '../generated/constants.js';
import type { ApiKeyCreate, ApiKeyCreated, ApiKeyPage, ApiKeyRotate, Scope } from '../generated/contract.js';
import { Audit, type AuditSubject } from '../platform/audit/audit.js';
import type { LateBody } from '../platform/contract/body.pipe.js';
import { type PageQuery, pageOf } from '../platform/contract/page.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { invalidField, notFound } from '../platform/problem/problem.js';
import { ApiKey } from './api-key.entity.js';
import { presentApiKey } from './api-key.presenter.js';
import { type Call, scopeMissing } from './caller.js';
import { newApiKey } from './secrets.js';

interface KeyToMake {
  readonly accountId: string;
  readonly integrationId: string | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
}

/** The API keys of an account. */
@Injectable()
export class ApiKeysService {
  constructor(
    @InjectRepository(ApiKey) private readonly keys: Repository<ApiKey>,
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
  ) {}

  async list(accountId: string, page: PageQuery): Promise<ApiKeyPage> {
    const rows = await this.keys.find({
      where: { accountId, ...(page.cursor === undefined ? {} : { id: LessThan(page.cursor) }) },
      order: { id: 'DESC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page.limit, presentApiKey);
  }

  /** @throws ProblemError `validation_failed` for a scope that the caller does not have, or an end in the past */
  async create(call: Call, { name, scopes, expires_at }: ApiKeyCreate): Promise<ApiKeyCreated> {
    const wanted = scopes ?? SCOPES.filter((scope) => call.caller.scopes.has(scope));
    const excessive = wanted.findIndex((scope) => !call.caller.scopes.has(scope));
    if (excessive >= 0)
      throw invalidField(`/scopes/${String(excessive)}`, 'scope', `is a scope that you do not have yourself: ${wanted[excessive] ?? ''}`);
    const expiresAt = expires_at == null ? null : new Date(expires_at);
    if (expiresAt !== null && !(expiresAt.getTime() > Date.now())) throw invalidField('/expires_at', 'future', 'must be in the future');
    return this.dataSource.transaction((manager) =>
      this.make(manager, call, { accountId: call.accountId, integrationId: null, name, scopes: wanted, expiresAt }),
    );
  }

  async revoke(call: Call, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const key = await this.lock(manager, call.accountId, id);
      if (key.revokedAt !== null) return;
      await manager.update(ApiKey, { id }, { revokedAt: new Date() });
      await this.audit.note(manager, call, 'api_key.revoked', id);
    });
    this.cache.clear();
  }

  /**
   * Makes a successor. Whoever rotates a key again has lost the answer: its successor of then, if nobody uses it, is revoked.
   * @throws ProblemError `scope_missing` for a key that may do what the caller may not, `validation_failed` when it has ended already
   */
  async rotate(call: Call, id: string, body: LateBody<Required<ApiKeyRotate>>): Promise<ApiKeyCreated> {
    const made = await this.dataSource.transaction(async (manager) => {
      const key = await this.lock(manager, call.accountId, id);
      const excessive = key.scopes.find((scope) => !call.caller.scopes.has(scope));
      if (excessive !== undefined) throw scopeMissing(call.caller, excessive);
      const { overlap_seconds: overlapSeconds } = await body();
      if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt.getTime() <= Date.now())) {
        throw invalidField('', 'ended', 'is of a key that was revoked or has expired: create a new one');
      }
      const earlier = key.successorId === null ? null : await manager.findOneBy(ApiKey, { id: key.successorId });
      // What the key itself has is the end of the overlap by now.
      const expiresAt = earlier === null ? key.expiresAt : earlier.expiresAt;
      if (earlier?.lastUsedAt === null && earlier.revokedAt === null) {
        await manager.update(ApiKey, { id: earlier.id }, { revokedAt: new Date() });
        await this.audit.note(manager, call, 'api_key.revoked', earlier.id);
      }
      const successor = await this.make(manager, call, {
        accountId: call.accountId,
        integrationId: key.integrationId,
        name: key.name,
        scopes: key.scopes,
        expiresAt,
      });
      const end = new Date(Date.now() + overlapSeconds * 1000);
      await manager.update(
        ApiKey,
        { id },
        { successorId: successor.id, expiresAt: key.expiresAt !== null && key.expiresAt < end ? key.expiresAt : end },
      );
      await this.audit.note(manager, call, 'api_key.rotated', id, { overlap_seconds: overlapSeconds });
      return successor;
    });
    this.cache.clear();
    return made;
  }

  /** Makes a key; the answer is the only place where it stands. */
  async make(manager: EntityManager, subject: AuditSubject, wanted: KeyToMake): Promise<ApiKeyCreated> {
    const { secret, hash, prefix } = newApiKey();
    const id = uuidv7();
    await manager.insert(ApiKey, { id, ...wanted, scopes: [...wanted.scopes], prefix, secretHash: hash });
    await this.audit.note(manager, subject, 'api_key.created', id, { scopes: wanted.scopes });
    const key = await manager.findOneByOrFail(ApiKey, { id });
    return { ...presentApiKey(key), api_key: secret };
  }

  private async lock(manager: EntityManager, accountId: string, id: string): Promise<ApiKey> {
    const key = await manager.findOne(ApiKey, { where: { id, accountId }, lock: { mode: 'pessimistic_write' } });
    if (key === null) throw notFound('API key');
    return key;
  }
}
