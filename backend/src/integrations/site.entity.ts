import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';

/** One WordPress. */
@Entity('site')
@Unique('site_home_key', ['accountId', 'homeKey'])
@Index('site_account_idx', ['accountId', 'id'])
export class Site {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  /** Normalised (HomeUrl.url). */
  @Column('varchar', { name: 'home_url', length: 2048 })
  homeUrl!: string;

  /** Without its scheme (HomeUrl.key). */
  @Column('varchar', { name: 'home_key', length: 2048 })
  homeKey!: string;

  @Column('boolean', { name: 'is_active', default: true })
  isActive!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
