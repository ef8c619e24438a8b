import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import { batched } from '../database/batched.js';
import { HotSql } from '../database/hot-sql.js';
import { Log } from '../log/log.js';

/** The length of every window: a minute of the database's clock, which is one for all instances. */
export const WINDOW_SECONDS = 60;

/**
 * An instance takes this part of a limit at a time: so many instances get something each, and of the 600 requests of a key nine in
 * ten cost the database nothing.
 */
const BLOCK_PART = 60;

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
  readonly windowStart: Date;
  /** In milliseconds of this process's own clock, which nobody sets. */
  readonly endsAt: number;
  /** Leased and not used. */
  left: number;
  /** Nobody has leased. */
  readonly unleased: number;
}

/** A block that this instance wants of a bucket. */
interface Wish {
  readonly bucket: string;
  readonly block: number;
}

interface Row {
  readonly bucket: string;
  readonly window_start: Date;
  readonly milliseconds_left: number;
  readonly taken: number;
}

/**
 * Takes blocks from what all instances share, in one order, so that two instances do not wait for each other's rows. A row begins
 * anew with each window. `taken` may grow past the limit, which says that there is nothing more.
 */
const LEASE = `
  INSERT INTO rate_allowance AS r (bucket, window_start, taken)
  SELECT bucket, date_trunc('minute', now()), block FROM unnest($1::text[], $2::integer[]) AS wish(bucket, block) ORDER BY bucket
  ON CONFLICT (bucket) DO UPDATE SET window_start = greatest(r.window_start, excluded.window_start),
    taken = CASE WHEN r.window_start < excluded.window_start THEN 0 ELSE r.taken END + excluded.taken
  RETURNING bucket, window_start, taken,
    extract(epoch FROM window_start + interval '${String(WINDOW_SECONDS)} seconds' - clock_timestamp())::float8 * 1000 AS milliseconds_left`;

const GIVE_BACK = `
  WITH lease AS (SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::integer[]) AS lease(bucket, window_start, unused)),
    held AS (SELECT bucket, unused FROM rate_allowance r JOIN lease USING (bucket, window_start) ORDER BY bucket FOR UPDATE OF r)
  UPDATE rate_allowance r SET taken = taken - unused FROM held WHERE r.bucket = held.bucket`;

const PURGED_AT_ONCE = 1_000;
const PURGE = `
  DELETE FROM rate_allowance WHERE bucket IN (
    SELECT bucket FROM rate_allowance WHERE window_start < now() - interval '1 hour' LIMIT ${String(PURGED_AT_ONCE)} FOR UPDATE SKIP LOCKED)`;

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
    try {
      let lease = this.leases.get(bucket);
      // Others may have used up what was leased while this one waited for it.
      while (lease === undefined || hasEnded(lease) || (lease.left === 0 && lease.unleased > 0)) {
        await this.leaseOnce(bucket, limit);
        lease = this.leases.get(bucket);
      }
      const allowed = lease.left > 0;
      if (allowed) lease.left--;
      const secondsLeft = Math.max(1, Math.ceil((lease.endsAt - performance.now()) / 1000));
      return { allowed, limit, remaining: lease.left + lease.unleased, secondsLeft };
    } catch (error) {
      this.log.warn({ err: error }, 'the rate limiter failed, so the request passed');
      return { allowed: true, limit, remaining: limit, secondsLeft: WINDOW_SECONDS };
    }
  }

  /** Other instances may have what this one leased and did not use. */
  async beforeApplicationShutdown(): Promise<void> {
    const unused = [...this.leases.entries()].filter(([, lease]) => lease.left > 0 && !hasEnded(lease));
    const columns = [
      unused.map(([bucket]) => bucket),
      unused.map(([, { windowStart }]) => windowStart),
      unused.map(([, { left }]) => left),
    ];
    this.leases.clear();
    await this.sql.query('rate-give-back', GIVE_BACK, columns).catch(() => undefined);
  }

  /** Every process does it, a batch at a time; it is the same whoever is first. */
  @Cron(CronExpression.EVERY_10_MINUTES)
  async purge(): Promise<void> {
    for (let purged = PURGED_AT_ONCE; purged === PURGED_AT_ONCE;) {
      purged = (await this.sql.query('rate-purge', `${PURGE} RETURNING bucket`, [])).length;
    }
  }

  /** Requests that want the same bucket at once wait for one block. */
  private leaseOnce(bucket: string, limit: number): Promise<void> {
    const running = this.leasing.get(bucket) ?? this.lease(bucket, limit).finally(() => this.leasing.delete(bucket));
    this.leasing.set(bucket, running);
    return running;
  }

  private async lease(bucket: string, limit: number): Promise<void> {
    const block = Math.max(1, Math.ceil(limit / BLOCK_PART));
    const { window_start: windowStart, milliseconds_left, taken } = await this.taken.load({ bucket, block });
    this.leases.set(bucket, {
      windowStart,
      endsAt: performance.now() + milliseconds_left,
      left: Math.max(0, Math.min(block, limit - (taken - block))),
      unleased: Math.max(0, limit - taken),
    });
  }

  private async takeBlocks(wishes: readonly Wish[]): Promise<(Row | Error)[]> {
    const columns = [wishes.map(({ bucket }) => bucket), wishes.map(({ block }) => block)];
    const rows = await this.sql.query<Row>('rate-lease', LEASE, columns);
    const found = new Map(rows.map((row) => [row.bucket, row]));
    return wishes.map(({ bucket }) => found.get(bucket) ?? new Error(`No block of ${bucket} was given`));
  }
}

const hasEnded = ({ endsAt }: Lease): boolean => performance.now() >= endsAt;
