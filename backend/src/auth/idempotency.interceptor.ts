import { hash, randomUUID } from 'node:crypto';
import {
  applyDecorators,
  Injectable,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import { Cron, CronExpression } from '@nestjs/schedule';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, type Observable, of } from 'rxjs';
import { DataSource } from 'typeorm';
import { Answers } from '../platform/access/operation.decorator.js';
import { refuseBulk } from '../platform/contract/body.pipe.js';
import { invalidField, ProblemError } from '../platform/problem/problem.js';
import { callOf } from './caller.js';

const SECRET = 'igny8:answer-holds-secret';
const KEY = { minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7E]{1,255}$' } as const;
const FORM = new RegExp(KEY.pattern);
/** A request that takes longer is taken for dead and may be tried again; should it still live, it can do nothing any more. */
const LEASE_SECONDS = 60;
/** Most requests take less than a second, so nobody who repeats one has to wait for the end of the lease. */
const LONGEST_WAIT_SECONDS = 2;
const PURGED_AT_ONCE = 1_000;

/** Where an answer is kept: the primary key of idempotency_key. */
type Slot = readonly [accountId: string, credentialId: string, operation: string, path: string, key: string];

const ROW = '(account_id, credential_id, operation, path, key) = ($1, $2, $3, $4, $5)';
/** The insert is the lock. A row whose worker has died (its lease is over, and nothing was done) is taken over. */
const TAKE = `
  INSERT INTO idempotency_key AS k (account_id, credential_id, operation, path, key, request_hash, lease, leased_until)
  VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '${String(LEASE_SECONDS)} seconds')
  ON CONFLICT (account_id, credential_id, operation, path, key) DO UPDATE SET lease = excluded.lease, leased_until = excluded.leased_until
    WHERE NOT k.done AND k.leased_until < now() AND k.request_hash = excluded.request_hash
  RETURNING true AS taken`;
const FIND = `
  SELECT request_hash, done, status, answer, ceil(extract(epoch FROM leased_until - now()))::int AS seconds_left
  FROM idempotency_key WHERE ${ROW}`;
const DONE = `UPDATE idempotency_key SET done = true WHERE ${ROW} AND lease = $6`;
const KEEP = `UPDATE idempotency_key SET done = true, status = $7, answer = $8 WHERE ${ROW} AND lease = $6`;
const FORGET = `DELETE FROM idempotency_key WHERE ${ROW} AND lease = $6 AND NOT done`;

interface Kept {
  readonly request_hash: Buffer;
  readonly done: boolean;
  /** Null until it is answered. */
  readonly status: number | null;
  readonly answer: unknown;
  readonly seconds_left: number;
}

/**
 * Does a request that carries an Idempotency-Key once, however often it is sent: the same answer again for 24 h. That it was done is
 * written by the very transaction that does it (`Call.once`), so that no crash in between lets it be done twice. What failed is
 * forgotten and may be sent anew.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !FORM.test(key))
      throw invalidField('#Idempotency-Key', 'pattern', 'must have 1 to 255 visible ASCII characters');
    const { caller } = callOf(request);
    const slot: Slot = [caller.accountId, caller.credentialId, context.getHandler().name, pathOf(request), key];
    // Before its text is made anew, which nests as deep as it does.
    refuseBulk({ body: request.body });
    const requestHash = hash('sha256', JSON.stringify(request.body ?? null), 'buffer');
    const lease = randomUUID();
    const holdsSecret = this.reflector.get<boolean>(SECRET, context.getHandler());
    const taken = await this.dataSource.query<{ taken: boolean }[]>(TAKE, [...slot, requestHash, lease]);
    if (taken.length === 0) return of(await this.replay(slot, requestHash, holdsSecret, reply));
    request.once = async (manager): Promise<void> => {
      const [, marked] = await manager.query<[unknown, number]>(DONE, [...slot, lease]);
      if (marked === 0) throw inProgress(1);
    };
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.dataSource.query(KEEP, [...slot, lease, reply.statusCode, holdsSecret ? null : JSON.stringify(answer)]);
        return answer;
      }),
      catchError(async (error: unknown) => {
        await this.dataSource.query(FORGET, [...slot, lease]);
        throw error;
      }),
    );
  }

  /** Every process does it, a batch at a time; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_10_MINUTES)
  async purge(): Promise<void> {
    for (let purged = PURGED_AT_ONCE; purged === PURGED_AT_ONCE;) {
      [, purged] = await this.dataSource.query<[unknown, number]>(
        `DELETE FROM idempotency_key WHERE ctid IN (SELECT ctid FROM idempotency_key WHERE created_at < now() - interval '24 hours' LIMIT ${String(PURGED_AT_ONCE)})`,
      );
    }
  }

  private async replay(slot: Slot, requestHash: Buffer, holdsSecret: boolean, reply: FastifyReply): Promise<unknown> {
    const [kept] = await this.dataSource.query<Kept[]>(FIND, [...slot]);
    if (kept === undefined) {
      // It failed at this very moment, so it may be sent anew.
      throw inProgress(1);
    }
    if (!kept.request_hash.equals(requestHash)) {
      throw new ProblemError(
        'idempotency_key_reused',
        'This Idempotency-Key was used with another body. Use a new key for another request.',
      );
    }
    if (kept.status === null && (!kept.done || kept.seconds_left > 0))
      throw inProgress(Math.min(Math.max(1, kept.seconds_left), LONGEST_WAIT_SECONDS));
    if (holdsSecret) {
      throw new ProblemError(
        'secret_already_shown',
        'This was done, and its answer held a secret, which is not shown again. Make a new one if it was lost.',
      );
    }
    if (kept.status === null) {
      throw new ProblemError('answer_lost', 'This was done, but the server ended before it could answer. Look at what there is now.');
    }
    void reply.status(kept.status).header('Idempotent-Replayed', 'true');
    return kept.answer;
  }
}

/** As the router understood it, however it was written: `/sites`, `/sites/` and `/%73ites/` are the same. */
const pathOf = ({ routeOptions, params }: FastifyRequest): string =>
  [routeOptions.url, ...Object.values(params as Readonly<Record<string, string>>)].join(' ');

const inProgress = (seconds: number): ProblemError =>
  new ProblemError('request_in_progress', 'A request with this Idempotency-Key is still being worked on. Ask again in a moment.', {
    retryAfter: seconds,
  });

/** A POST that creates: takes an Idempotency-Key. */
export function Idempotent({ holdsSecret = false } = {}): MethodDecorator {
  return applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    SetMetadata(SECRET, holdsSecret),
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string', ...KEY } }),
    Answers(409, 422),
  );
}
