import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Scope } from '../generated/contract.js';
import type { AuditSubject } from '../platform/audit/audit.js';
import { addressOf } from '../platform/http/address.js';
import { ProblemError } from '../platform/problem/problem.js';

/** Whoever sends a request: a person with a session, or a program with an API key. */
export interface Caller {
  readonly kind: 'user' | 'api_key';
  /** Of the session or API key. */
  readonly credentialId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly actor: Actor;
  readonly scopes: ReadonlySet<Scope>;
  /** The only integration that it reaches; null for the whole account. */
  readonly integrationId: string | null;
  /** A bound key that has not been used before. */
  readonly isFirstUse: boolean;
}

/** A caller on one request: from where. */
export interface Call extends AuditSubject {
  readonly caller: Caller;
}

/** The caller may not do that: names the scope that is missing. */
export const scopeMissing = (caller: Caller, scope: Scope): ProblemError =>
  new ProblemError(
    'scope_missing',
    `This ${caller.kind === 'api_key' ? 'API key' : 'session'} does not have the scope ${scope}. Use one that has it.`,
    { required_scope: scope },
  );

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by AccessGuard on every route that is not public. */
    caller?: Caller;
    /** Set where an Idempotency-Key was sent. */
    once?: AuditSubject['once'];
  }
}

export function callOf(request: FastifyRequest): Call {
  const { caller } = request;
  if (caller === undefined) throw new Error('There is no caller on a public route');
  return { caller, accountId: caller.accountId, actor: caller.actor, address: addressOf(request), once: request.once };
}

/** Gives a handler its caller. */
export const CurrentCall = createParamDecorator((_: unknown, context: ExecutionContext): Call =>
  callOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
