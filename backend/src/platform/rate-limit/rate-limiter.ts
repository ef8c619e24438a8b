import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import { batched } from '../database/batched.js';
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

/** A block that this instance wants of a bucket. */
interface Wish {
  readonly bucket: string;
  readonly window: number;
  readonly block: number;
}

/**
 * Takes blocks from what all instances share, in one order, so that two instances do not wait for each other's rows. A row begins
 * anew with each window; who is late with the minute counts in the window that has begun. `taken` may grow past the limit, which
 * says that there is nothing more.
 */
const LEASE = `
  INSERT INTO rate_allowance AS r (bucket, window_start, taken)
  SELECT bucket, to_timestamp(window_start), block FROM unnest($1::text[], $2::float8[], $3::integer[]) AS wish(bucket, window_start, block) ORDER BY bucket
  ON CONFLICT (bucket) DO UPDATE SET window_start = greatest(r.window_start, excluded.window_start),
    taken = CASE WHEN r.window_start < excluded.window_start THEN 0 ELSE r.taken END + excluded.taken
  RETURNING bucket, taken`;

const GIVE_BACK = `
  UPDATE rate_allowance r SET taken = taken - unused
  FROM unnest($1::text[], $2::float8[], $3::integer[]) AS lease(bucket, window_start, unused)
  WHERE r.bucket = lease.bucket AND r.window_start = to_timestamp(lease.window_start)`;

/**
 * Limits how often something may be done within a minute, over all instances: each leases allowances in blocks from PostgreSQL,
 * those of one turn of the event loop together, so that few requests wait for a write, and never more are given out than the
 * limit. When the limiter itself fails, requests pass, and it is logged.
 */
@Injectable()
export class RateLimiter implements BeforeApplicationShutdown {
  private readonly leases = new LRUCache<string, Lease>({ max: MOST_BUCKETS });
  private readonly leasing = new Map<string, Promise<void>>();
  private readonly taken = batched((wishes: readonly Wish[]) => this.takeBlocks(wishes));

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
      let lease = this.leases.get(bucket);
      // Others may have used up what was leased while this one waited for it.
      while (lease === undefined || lease.window < window || (lease.left === 0 && lease.unleased > 0)) {
        await this.leaseOnce(bucket, limit, window);
        lease = this.leases.get(bucket);
      }
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
    const unused = [...this.leases.entries()].filter(([, { left }]) => left > 0);
    const columns = [unused.map(([bucket]) => bucket), unused.map(([, { window }]) => window), unused.map(([, { left }]) => left)];
    this.leases.clear();
    await this.sql.query('rate-give-back', GIVE_BACK, columns).catch(() => undefined);
  }

  /** Every process does it; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_HOUR)
  async purge(): Promise<void> {
    await this.sql.query('rate-purge', `DELETE FROM rate_allowance WHERE window_start < now() - interval '1 hour'`, []);
  }

  /** Requests that want the same bucket at once wait for one block. */
  private leaseOnce(bucket: string, limit: number, window: number): Promise<void> {
    const running = this.leasing.get(bucket) ?? this.lease(bucket, limit, window).finally(() => this.leasing.delete(bucket));
    this.leasing.set(bucket, running);
    return running;
  }

  private async lease(bucket: string, limit: number, window: number): Promise<void> {
    const block = Math.max(1, Math.ceil(limit / BLOCK_PART));
    const taken = await this.taken.load({ bucket, window, block });
    this.leases.set(bucket, {
      // The minute may have turned for another request meanwhile.
      window: Math.max(window, this.leases.get(bucket)?.window ?? window),
      left: Math.max(0, Math.min(block, limit - (taken - block))),
      unleased: Math.max(0, limit - taken),
    });
  }

  private async takeBlocks(wishes: readonly Wish[]): Promise<(number | Error)[]> {
    const columns = [wishes.map(({ bucket }) => bucket), wishes.map(({ window }) => window), wishes.map(({ block }) => block)];
    const rows = await this.sql.query<{ bucket: string; taken: number }>('rate-lease', LEASE, columns);
    const taken = new Map(rows.map((row) => [row.bucket, row.taken]));
    return wishes.map(({ bucket }) => taken.get(bucket) ?? new Error(`No block of ${bucket} was given`));
  }
}
