import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { AppUser } from './app-user.entity.js';

/** A sign-in. */
@Entity('session')
@Unique('session_token_hash_key', ['tokenHash'])
@Index('session_user_idx', ['userId'])
@Index('session_expires_idx', ['expiresAt'])
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => AppUser, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'session_user_fkey' })
  user!: Relation<AppUser>;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** To the minute; background requests do not count. */
  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt!: Date;

  /** When it ends at the latest. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
