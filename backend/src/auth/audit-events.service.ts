import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { AuditEventPage } from '../generated/contract.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { pageOf } from '../platform/contract/page.js';
import type { AuditEventQuery } from './dto/audit-event.dto.js';

/** Who did what, for people of the account to read. */
@Injectable()
export class AuditEventsService {
  constructor(@InjectRepository(AuditEvent) private readonly events: Repository<AuditEvent>) {}

  async list(accountId: string, { action, resource_id, actor_id, since, until, cursor, limit }: AuditEventQuery): Promise<AuditEventPage> {
    const rows = this.events.createQueryBuilder('event').where('event.accountId = :accountId', { accountId });
    if (action !== undefined) rows.andWhere('event.action = :action', { action });
    if (resource_id !== undefined) rows.andWhere('event.resourceId = :resource_id', { resource_id });
    if (actor_id !== undefined) rows.andWhere(`event.actor ->> 'id' = :actor_id`, { actor_id });
    if (since !== undefined) rows.andWhere('event.occurredAt >= :since', { since });
    if (until !== undefined) rows.andWhere('event.occurredAt < :until', { until });
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
