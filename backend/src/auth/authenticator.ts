import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { Repository } from 'typeorm';
import { SCOPES } from '../generated/constants.js';
import type { Scope, UnauthenticatedReason } from '../generated/contract.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { addressOf } from '../platform/http/address.js';
import { ProblemError } from '../platform/problem/problem.js';
import { ApiKey, type KeyEndReason } from './api-key.entity.js';
import type { Caller } from './caller.js';
import { LastUse } from './last-use.js';
import { Limits } from './limits.js';
import { hashOf, kindOfToken } from './secrets.js';
import { Session } from './session.entity.js';

/** A session ends after so long without use. */
export const SESSION_IDLE_MS = 12 * 3600_000;

const ALL_SCOPES: ReadonlySet<Scope> = new Set(SCOPES);

/** What is remembered of a credential: its caller, and until when it may be believed without asking again. */
interface Credential {
  readonly caller: Caller;
  readonly revokedAt: Date | null;
  readonly endReason: KeyEndReason | null;
  readonly expiresAt: Date | null;
}

/** Turns an Authorization header into the caller it belongs to. */
@Injectable()
export class Authenticator {
  constructor(
    @InjectRepository(ApiKey) private readonly apiKeys: Repository<ApiKey>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly cache: AccessCache,
    private readonly lastUse: LastUse,
    private readonly limits: Limits,
  ) {}

  /**
   * @throws ProblemError `unauthenticated`, saying why a key that was known has ended; `rate_limited` for whoever sends one wrong
   * key after the other
   */
  async authenticate(request: FastifyRequest): Promise<Caller> {
    const { headers } = request;
    const token = /^Bearer ([\x21-\x7E]{1,100})$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated('missing', 'Send an API key or a session token: Authorization: Bearer igny8_…');
    const kind = kindOfToken(token);
    if (kind === undefined) {
      await this.limits.ofWrongCredential(addressOf(request));
      throw unauthenticated('unknown', 'This is not a key or session of IGNY8. Look for a missing or mistyped character.');
    }
    const credential = await this.find(kind, hashOf(token));
    const problem = credential && problemOf(credential, kind);
    if (credential === undefined || problem !== undefined) {
      await this.limits.ofWrongCredential(addressOf(request));
      throw problem ?? unauthenticated('unknown', `This ${NAMES[kind]} is not known. It may have been deleted or have ended.`);
    }
    // A page that polls does not keep a session alive.
    if (headers['igny8-background'] !== 'true') this.lastUse.note(credential.caller);
    return credential.caller;
  }

  private async find(kind: 'api_key' | 'session', hash: Buffer): Promise<Credential | undefined> {
    const key = `credential:${hash.toString('base64')}`;
    const credential = await this.cache.get(key, () => this.load(kind, hash));
    if (credential?.expiresAt == null || credential.expiresAt.getTime() > Date.now()) return credential;
    // A session that this process believes idle may have been used through another one.
    this.cache.forget(key);
    return this.load(kind, hash);
  }

  private load(kind: 'api_key' | 'session', hash: Buffer): Promise<Credential | undefined> {
    return kind === 'api_key' ? this.loadApiKey(hash) : this.loadSession(hash);
  }

  private async loadApiKey(hash: Buffer): Promise<Credential | undefined> {
    const key = await this.apiKeys.findOne({ where: { secretHash: hash }, relations: { account: true } });
    if (key === null) return undefined;
    return {
      revokedAt: key.revokedAt,
      endReason: key.endReason,
      expiresAt: key.expiresAt,
      caller: {
        kind: 'api_key',
        credentialId: key.id,
        accountId: key.accountId,
        accountName: key.account.name,
        actor: { kind: 'api_key', id: key.id, name: key.name },
        scopes: new Set(key.scopes),
        integrationId: key.integrationId,
        isFirstUse: key.integrationId !== null && key.lastUsedAt === null,
      },
    };
  }

  private async loadSession(hash: Buffer): Promise<Credential | undefined> {
    const session = await this.sessions.findOne({ where: { tokenHash: hash }, relations: { user: { account: true } } });
    if (session === null) return undefined;
    const { user } = session;
    return {
      revokedAt: null,
      endReason: null,
      expiresAt: new Date(Math.min(session.lastUsedAt.getTime() + SESSION_IDLE_MS, session.expiresAt.getTime())),
      caller: {
        kind: 'user',
        credentialId: session.id,
        accountId: user.accountId,
        accountName: user.account.name,
        actor: { kind: 'user', id: user.id, name: user.email },
        scopes: ALL_SCOPES,
        integrationId: null,
        isFirstUse: false,
      },
    };
  }
}

const NAMES = { api_key: 'API key', session: 'session' } as const;

const WHY_ENDED: Readonly<Record<KeyEndReason | 'revoked', string>> = {
  revoked: 'was revoked',
  replaced: 'was replaced: the site was connected again',
  disconnected: 'ended when the site was disconnected',
  deleted: 'ended when the site or its integration was deleted',
};

function problemOf(credential: Credential, kind: 'api_key' | 'session'): ProblemError | undefined {
  const name = NAMES[kind];
  if (credential.revokedAt !== null) {
    const reason = credential.endReason ?? 'revoked';
    return unauthenticated(reason, `The ${name} ${WHY_ENDED[reason]}.`);
  }
  const hasExpired = credential.expiresAt !== null && credential.expiresAt.getTime() <= Date.now();
  return hasExpired ? unauthenticated('expired', `The ${name} has expired.`) : undefined;
}

const unauthenticated = (reason: UnauthenticatedReason, detail: string): ProblemError =>
  new ProblemError('unauthenticated', detail, { reason });
