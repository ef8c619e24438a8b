import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Actor, AuditAction } from '../../generated/contract.js';

/** Who did what to which row, from where. Rows are only ever added. */
@Entity('audit_event')
@Index('audit_event_account_idx', ['accountId', 'id'])
@Index('audit_event_resource_idx', ['accountId', 'resourceId', 'id'])
export class AuditEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_event_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column('json')
  actor!: Actor;

  @Column('text')
  action!: AuditAction;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId!: string | null;

  /** Names of the changed fields and the like; never their values. */
  @Column('json')
  metadata!: Record<string, unknown>;

  @Column('inet', { nullable: true })
  address!: string | null;

  @Column('varchar', { name: 'request_id', length: 64, nullable: true })
  requestId!: string | null;
}
