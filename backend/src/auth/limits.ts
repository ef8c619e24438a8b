import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../platform/config/config.js';
import { ProblemError } from '../platform/problem/problem.js';
import { placeOf } from '../platform/http/address.js';
import { RateLimiter, type Verdict, WINDOW_SECONDS } from '../platform/rate-limit/rate-limiter.js';

/** Tries to sign in with one e-mail from one place in a minute: a guesser gets few, a person who mistypes enough. */
const SIGN_INS_PER_EMAIL_AND_PLACE = 10;
/** The same from all places together. Many more, so that it takes many places to keep somebody from signing in. */
const SIGN_INS_PER_EMAIL = 100;
/** Tries to sign in from one place in a minute: a host may connect many sites at once. */
const SIGN_INS_PER_PLACE = 60;
/** Keys and sessions that were none, from one place in a minute. */
const WRONG_CREDENTIALS_PER_PLACE = 60;

/** How much somebody may do in a minute. */
@Injectable()
export class Limits {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly config: Config,
  ) {}

  /** A request with a key or session; says on the answer how much is left. @throws ProblemError `rate_limited` */
  async ofRequest(credentialId: string, reply: FastifyReply): Promise<void> {
    const limit = this.config.IGNY8_RATE_LIMIT;
    const verdict = await this.limiter.take(`credential:${credentialId}`, limit);
    // draft-ietf-httpapi-ratelimit-headers-10
    void reply.header('RateLimit-Policy', `"default";q=${String(limit)};w=${String(WINDOW_SECONDS)}`);
    void reply.header('RateLimit', `"default";r=${String(verdict.remaining)};t=${String(verdict.secondsLeft)}`);
    if (!verdict.allowed) throw tooMany(verdict, `Over ${String(limit)} requests in a minute.`);
  }

  /** A try to sign in, before any password is looked at. @throws ProblemError `rate_limited` */
  async ofSignIn(email: string, address: string | null): Promise<void> {
    const place = placeOf(address);
    const who = hash('sha256', email.toLowerCase());
    // What is refused for its place takes nothing from others.
    await this.ofTry(`sign-in-place:${place}`, SIGN_INS_PER_PLACE);
    await this.ofTry(`sign-in-email-place:${who}:${place}`, SIGN_INS_PER_EMAIL_AND_PLACE);
    await this.ofTry(`sign-in-email:${who}`, SIGN_INS_PER_EMAIL);
  }

  private async ofTry(bucket: string, limit: number): Promise<void> {
    const verdict = await this.limiter.take(bucket, limit);
    if (!verdict.allowed) throw tooMany(verdict, 'Too many tries.');
  }

  /** Somebody sent a key or session that is none: a right one from the same place is not held up. @throws ProblemError `rate_limited` */
  async ofWrongCredential(address: string | null): Promise<void> {
    const verdict = await this.limiter.take(`wrong-credential:${placeOf(address)}`, WRONG_CREDENTIALS_PER_PLACE);
    if (!verdict.allowed) throw tooMany(verdict, 'Too many wrong keys.');
  }
}

const tooMany = ({ secondsLeft }: Verdict, what: string): ProblemError =>
  new ProblemError('rate_limited', `${what} Wait ${String(secondsLeft)} s.`, { retryAfter: secondsLeft });
