import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, Repository } from 'typeorm';
import type { StructureChangePage } from '../generated/contract.js';
import { type PageQuery, pageOf } from '../platform/contract/page.js';
import { StructureChange } from './structure-change.entity.js';

/** The history of a structure. */
@Injectable()
export class StructureChangesService {
  constructor(@InjectRepository(StructureChange) private readonly changes: Repository<StructureChange>) {}

  async list(integrationId: string, { cursor, limit }: PageQuery): Promise<StructureChangePage> {
    const rows = await this.changes.find({
      where: { integrationId, ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    return pageOf(rows, limit, ({ id, occurredAt, actor, added, removed, changed }) => ({
      id,
      occurred_at: occurredAt.toISOString(),
      actor,
      added,
      removed,
      changed,
    }));
  }
}
