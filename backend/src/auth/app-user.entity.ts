import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Account } from './account.entity.js';

/** A person of an account. */
@Entity('app_user')
@Unique('app_user_email_key', ['email'])
@Index('app_user_account_idx', ['accountId'])
export class AppUser {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'app_user_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'app_user_account_fkey' })
  account!: Relation<Account>;

  /** In lower case. */
  @Column('varchar', { length: 254 })
  email!: string;

  /** argon2id, with its parameters. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
