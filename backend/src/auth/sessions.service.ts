import { hash, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import pLimit from 'p-limit';
import { DataSource, LessThan, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Me, Session as SessionAnswer } from '../generated/contract.js';
import { Audit } from '../platform/audit/audit.js';
import { AccessCache } from '../platform/database/access-cache.js';
import { ProblemError } from '../platform/problem/problem.js';
import { ApiKey } from './api-key.entity.js';
import { presentApiKey } from './api-key.presenter.js';
import { AppUser } from './app-user.entity.js';
import { SESSION_IDLE_MS } from './authenticator.js';
import type { Call, Caller } from './caller.js';
import { Limits } from './limits.js';
import { newSessionToken } from './secrets.js';
import { Session } from './session.entity.js';

const SESSION_LONGEST_MS = 30 * 24 * 3600_000;

/** A hash of a password that nobody has: checking it takes as long as checking a real one. */
const NOBODY = hash('nobody has this password');

/** Checking a password takes a processor for some 20 ms: whoever guesses from many places at once must leave some to everybody else. */
const CHECKS_AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));
/** Some seconds of waiting. */
const MOST_WAITING = 200;

/** Sign-ins: opened with a password, described, ended. */
@Injectable()
export class SessionsService {
  private readonly checks = pLimit(CHECKS_AT_ONCE);

  constructor(
    @InjectRepository(AppUser) private readonly users: Repository<AppUser>,
    @InjectRepository(ApiKey) private readonly apiKeys: Repository<ApiKey>,
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly cache: AccessCache,
    private readonly limits: Limits,
  ) {}

  /** @throws ProblemError `rate_limited`, or `credentials_invalid`; whether the e-mail exists is neither told nor to be seen from the time it takes */
  async open(email: string, password: string, address: string | null): Promise<SessionAnswer> {
    await this.limits.ofSignIn(email, address);
    const user = await this.users.findOne({ where: { email: email.toLowerCase() }, relations: { account: true } });
    const isRight = await this.check(user?.passwordHash ?? (await NOBODY), password);
    if (user === null || !isRight) throw new ProblemError('credentials_invalid', 'Email or password is wrong.');
    const { secret, hash: tokenHash } = newSessionToken();
    const expiresAt = new Date(Date.now() + SESSION_LONGEST_MS);
    await this.dataSource.transaction(async (manager) => {
      const id = uuidv7();
      await manager.insert(Session, { id, userId: user.id, tokenHash, expiresAt });
      await this.audit.note(
        manager,
        { accountId: user.accountId, actor: { kind: 'user', id: user.id, name: user.email }, address },
        'session.opened',
        id,
      );
    });
    return {
      token: secret,
      expires_at: expiresAt.toISOString(),
      user: { id: user.id, email: user.email },
      account: { id: user.accountId, name: user.account.name },
    };
  }

  /** @throws ProblemError `service_unavailable` when too many wait */
  private async check(passwordHash: string, password: string): Promise<boolean> {
    if (this.checks.pendingCount >= MOST_WAITING)
      throw new ProblemError('service_unavailable', 'Too many people sign in at this moment. Try again in a moment.', { retryAfter: 5 });
    return this.checks(() => verify(passwordHash, password));
  }

  /** Ends the caller's session; an API key has none. */
  async end(call: Call): Promise<void> {
    const { caller } = call;
    if (caller.kind !== 'user') return;
    await this.dataSource.transaction(async (manager) => {
      await manager.delete(Session, { id: caller.credentialId });
      await this.audit.note(manager, call, 'session.ended', caller.credentialId);
    });
    this.cache.clear();
  }

  async describe(caller: Caller): Promise<Me> {
    const key = caller.kind === 'api_key' ? await this.apiKeys.findOneByOrFail({ id: caller.credentialId }) : null;
    return {
      account: { id: caller.accountId, name: caller.accountName },
      user: caller.kind === 'user' && caller.actor.id !== null ? { id: caller.actor.id, email: caller.actor.name } : null,
      api_key: key === null ? null : presentApiKey(key),
      scopes: [...caller.scopes],
    };
  }

  /** Removes what has ended by itself. */
  async purge(): Promise<void> {
    await this.sessions.delete({ expiresAt: LessThan(new Date()) });
    await this.sessions.delete({ lastUsedAt: LessThan(new Date(Date.now() - SESSION_IDLE_MS)) });
  }
}
