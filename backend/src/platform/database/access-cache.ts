import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { HotSql } from './hot-sql.js';

/** What was read is believed for so long after the database last said that nothing has changed: the guarantee after a revocation. */
const BELIEVED_MS = 1_000;
/** From this age on the database is asked again beside the request that noticed, so that a busy process never waits for it. */
const ASKED_AGAIN_MS = 400;
const MOST_ENTRIES = 50_000;

/**
 * Remembers who may do what (the owner of a key, the account of an integration) for as long as `access_version` stands still.
 * Triggers move that number in the transaction that changes any of it, so one tiny query per process and moment vouches for
 * everything remembered, where a life-time per entry would look each one up again every second.
 */
@Injectable()
export class AccessCache {
  private readonly entries = new LRUCache<string, object>({ max: MOST_ENTRIES });
  private version: string | undefined;
  private vouchedAt = -Infinity;
  private asking: Promise<void> | undefined;
  private generation = 0;

  constructor(private readonly sql: HotSql) {}

  /**
   * What is remembered under the key, or else what `load` finds; what is not found is not remembered.
   * The load has to read the database after it was called.
   */
  async get<Value extends object>(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const now = performance.now();
    // Whoever joins a slow question may get an answer that is too old for them.
    while (this.vouchedAt <= now - BELIEVED_MS) await this.ask();
    if (this.vouchedAt <= now - ASKED_AGAIN_MS) this.ask().catch(() => undefined);
    const known = this.entries.get(key) as Value | undefined;
    if (known !== undefined) return known;
    const { generation } = this;
    const found = await load();
    // What was read while something changed may be from before the change: it serves this request and no other.
    if (found !== undefined && generation === this.generation) this.entries.set(key, found);
    return found;
  }

  forget(key: string): void {
    this.entries.delete(key);
  }

  /** Forgets everything: this process itself has just changed who may do what. */
  clear(): void {
    this.generation++;
    this.entries.clear();
  }

  private ask(): Promise<void> {
    this.asking ??= this.compare().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async compare(): Promise<void> {
    const askedAt = performance.now();
    const [row] = await this.sql.query<{ version: string }>('access-version', 'SELECT version FROM access_version', []);
    if (row?.version !== this.version) this.clear();
    this.version = row?.version;
    this.vouchedAt = askedAt;
  }
}
