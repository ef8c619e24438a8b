import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import type { Scope, UnauthenticatedReason } from '../generated/contract.js';
import { Account } from './account.entity.js';

/** What ended a site's key, when nobody revoked it by hand. */
export type KeyEndReason = Extract<UnauthenticatedReason, 'replaced' | 'disconnected' | 'deleted'>;

/** A credential of a plugin or program. The key itself is not kept. */
@Entity('api_key')
@Unique('api_key_secret_hash_key', ['secretHash'])
@Index('api_key_account_idx', ['accountId', 'id'])
@Index('api_key_integration_idx', ['integrationId'], { where: 'integration_id IS NOT NULL' })
export class ApiKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_key_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'api_key_account_fkey' })
  account!: Relation<Account>;

  /** The only integration that it reaches. No foreign key: integrations are a room above, and a revoked key outlives its own. */
  @Column('uuid', { name: 'integration_id', nullable: true })
  integrationId!: string | null;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 20 })
  prefix!: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text', { array: true })
  scopes!: Scope[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** The key that the last rotation made. */
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Null also when somebody revoked it. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: KeyEndReason | null;
}
