import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import { HotSql } from '../database/hot-sql.js';
import { Log } from '../log/log.js';

/** The length of every window. */
export const WINDOW_SECONDS = 60;

/** Of its limit an instance takes this part at a time: nine in ten requests cost the database nothing. */
const BLOCK_PART = 10;

const MOST_BUCKETS = 50_000;

/** What the limiter says of one request. */
export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  /** How many more there are in this window, as far as this instance knows. */
  readonly remaining: number;
  /** Until the window ends and everything begins anew. */
  readonly secondsLeft: number;
}

/** What this instance holds of a bucket in one window. */
interface Lease {
  /** When it began, in seconds since 1970. */
  readonly window: number;
  /** Leased and not used. */
  left: number;
  /** Nobody has leased. */
  unleased: number;
}

/**
 * Takes a block from what all instances share. A row begins anew with each window; `taken` may grow past the limit, which says
 * that there is nothing more.
 */
const LEASE = `
  INSERT INTO rate_allowance AS r (bucket, window_start, taken) VALUES ($1, to_timestamp($2), $3)
  ON CONFLICT (bucket) DO UPDATE SET window_start = excluded.window_start,
    taken = CASE WHEN r.window_start = excluded.window_start THEN r.taken ELSE 0 END + excluded.taken
  RETURNING taken`;

const GIVE_BACK = 'UPDATE rate_allowance SET taken = taken - $3 WHERE bucket = $1 AND window_start = to_timestamp($2)';

/**
 * Limits how often something may be done within a minute, over all instances: each leases allowances in blocks from PostgreSQL,
 * so that no request waits for a write of its own, and never more are given out than the limit. When the limiter itself fails,
 * requests pass, and it is logged.
 */
@Injectable()
export class RateLimiter implements BeforeApplicationShutdown {
  private readonly leases = new LRUCache<string, Lease>({ max: MOST_BUCKETS });

  constructor(
    private readonly sql: HotSql,
    private readonly log: Log,
  ) {}

  /** Takes one allowance of the bucket, if there is one. */
  async take(bucket: string, limit: number): Promise<Verdict> {
    const now = Date.now() / 1000;
    const window = Math.floor(now / WINDOW_SECONDS) * WINDOW_SECONDS;
    const secondsLeft = Math.max(1, Math.ceil(window + WINDOW_SECONDS - now));
    try {
      const lease = await this.leaseOf(bucket, limit, window);
      const allowed = lease.left > 0;
      if (allowed) lease.left--;
      return { allowed, limit, remaining: lease.left + lease.unleased, secondsLeft };
    } catch (error) {
      this.log.warn({ err: error }, 'the rate limiter failed, so the request passed');
      return { allowed: true, limit, remaining: limit, secondsLeft };
    }
  }

  /** Other instances may have what this one leased and did not use. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const [bucket, { window, left }] of this.leases.entries()) {
      if (left > 0) await this.sql.query('rate-give-back', GIVE_BACK, [bucket, window, left]).catch(() => undefined);
    }
    this.leases.clear();
  }

  /** Every process does it; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    await this.sql.query('rate-purge', `DELETE FROM rate_allowance WHERE window_start < now() - interval '1 hour'`, []);
  }

  private async leaseOf(bucket: string, limit: number, window: number): Promise<Lease> {
    const held = this.leases.get(bucket);
    if (held?.window === window && (held.left > 0 || held.unleased === 0)) return held;
    const block = Math.max(1, Math.ceil(limit / BLOCK_PART));
    const [row] = await this.sql.query<{ taken: number }>('rate-lease', LEASE, [bucket, window, block]);
    const taken = row?.taken ?? limit;
    const granted = Math.max(0, Math.min(block, limit - (taken - block)));
    const unleased = Math.max(0, limit - taken);
    const current = this.leases.get(bucket);
    if (current?.window === window) {
      // Another request of this instance has leased meanwhile.
      current.left += granted;
      current.unleased = Math.min(current.unleased, unleased);
      return current;
    }
    const lease = { window, left: granted, unleased };
    this.leases.set(bucket, lease);
    return lease;
  }
}
