import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Kind } from '../generated/contract.js';

/** How many items of a content type are stored and current: moved in the transaction that stores them, never counted on a read. */
@Entity('content_count')
export class ContentCount {
  @PrimaryColumn('uuid', { name: 'integration_id', primaryKeyConstraintName: 'content_count_pkey' })
  integrationId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'content_count_pkey' })
  kind!: Kind;

  @PrimaryColumn('varchar', { length: 32, primaryKeyConstraintName: 'content_count_pkey' })
  name!: string;

  @Column('integer', { name: 'synced_count', default: 0 })
  syncedCount!: number;
}
