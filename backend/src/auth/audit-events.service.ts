import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { AuditEventPage } from '../generated/contract.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { pageOf } from '../platform/contract/page.js';
import type { AuditEventQuery } from './dto/audit-event.dto.js';

/** An id is made by a process, the time by the database: their clocks may differ. */
const ID_SLACK_MS = 3600_000;

/** Ids tell the time (UUIDv7), and rows are found by them: the first id that could be made so long after a time. */
const idAt = (time: string, offsetMs: number): string =>
  uuidv7({ msecs: Math.max(0, Date.parse(time) + offsetMs), seq: 0, random: new Uint8Array(16) });

/** Who did what, for people of the account to read. */
@Injectable()
export class AuditEventsService {
  constructor(@InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>) {}

  async list(accountId: string, { action, resource_id, actor_id, since, until, cursor, limit }: AuditEventQuery): Promise<AuditEventPage> {
    const rows = this.events.createQueryBuilder('event').where('event.accountId = :accountId', { accountId });
    if (action !== undefined) rows.andWhere('event.action = :action', { action });
    if (resource_id !== undefined) rows.andWhere('event.resourceId = :resource_id', { resource_id });
    if (actor_id !== undefined) rows.andWhere(`event.actor ->> 'id' = :actor_id`, { actor_id });
    if (since !== undefined)
      rows.andWhere('event.occurredAt >= :since AND event.id >= :first', { since, first: idAt(since, -ID_SLACK_MS) });
    if (until !== undefined) rows.andWhere('event.occurredAt < :until AND event.id < :last', { until, last: idAt(until, ID_SLACK_MS) });
    if (cursor !== undefined) rows.andWhere('event.id < :cursor', { cursor });
    const found = await rows
      .orderBy('event.id', 'DESC')
      .take(limit + 1)
      .getMany();
    return pageOf(found, limit, (event) => ({
      id: event.id,
      occurred_at: event.occurredAt.toISOString(),
      actor: event.actor,
      action: event.action,
      resource_id: event.resourceId,
      metadata: event.metadata,
      address: event.address,
      request_id: event.requestId,
    }));
  }
}
