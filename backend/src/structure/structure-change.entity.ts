import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Actor, ContentTypeChange, ContentTypeRef } from '../generated/contract.js';

/** One change of a structure. A push that changed nothing leaves none. */
@Entity('structure_change')
@Index('structure_change_integration_idx', ['integrationId', 'id'])
export class StructureChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'structure_change_pkey' })
  id!: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId!: string;

  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column('json')
  actor!: Actor;

  @Column('json')
  added!: ContentTypeRef[];

  @Column('json')
  removed!: ContentTypeRef[];

  @Column('json')
  changed!: ContentTypeChange[];
}
