import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { Log } from '../platform/log/log.js';
import type { Caller } from './caller.js';

const FLUSH_MS = 10_000;
/** A use is written at most so often per key or session. */
const WRITTEN_EVERY_MS = 60_000;

/** Writes down when keys and sessions were last used: beside the requests, many at once. A killed process loses its last seconds. */
@Injectable()
export class LastUse implements BeforeApplicationShutdown {
  private readonly written = new LRUCache<string, number>({ max: 50_000 });
  private readonly waiting = { api_key: new Set<string>(), user: new Set<string>() };

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  note(caller: Caller): void {
    const now = performance.now();
    if (now - (this.written.get(caller.credentialId) ?? -Infinity) < WRITTEN_EVERY_MS) return;
    this.written.set(caller.credentialId, now);
    this.waiting[caller.kind].add(caller.credentialId);
  }

  @Interval(FLUSH_MS)
  async flush(): Promise<void> {
    try {
      await this.write('api_key', this.waiting.api_key);
      await this.write('session', this.waiting.user);
    } catch (error) {
      this.log.warn({ err: error }, 'last uses could not be written');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  private async write(table: 'api_key' | 'session', waiting: Set<string>): Promise<void> {
    if (waiting.size === 0) return;
    const ids = [...waiting];
    waiting.clear();
    // A bound key's first use is not for here: it activates a registration (Integrations), which marks it.
    await this.dataSource.query(
      `UPDATE ${table} SET last_used_at = now() WHERE id = ANY($1)${table === 'api_key' ? ' AND (last_used_at IS NOT NULL OR integration_id IS NULL)' : ''}`,
      [ids],
    );
  }
}
