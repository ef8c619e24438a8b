import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Kind } from '../generated/contract.js';

/** What is kept of a content type: the one truth of it. It outlives the type, so that one that comes back finds it as it was. */
@Entity('content_type_setting')
export class ContentTypeSetting {
  @PrimaryColumn('uuid', { name: 'integration_id', primaryKeyConstraintName: 'content_type_setting_pkey' })
  integrationId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'content_type_setting_pkey' })
  kind!: Kind;

  @PrimaryColumn('varchar', { length: 32, primaryKeyConstraintName: 'content_type_setting_pkey' })
  name!: string;

  /** The last label that the site gave it. */
  @Column('varchar', { length: 200 })
  label!: string;

  @Column('boolean')
  enabled!: boolean;

  /** Null for all. */
  @Column('integer', { name: 'fetch_limit', nullable: true })
  fetchLimit!: number | null;

  @Column('boolean', { name: 'include_private', default: false })
  includePrivate!: boolean;

  /** Rises with every change that somebody makes. */
  @Column('integer', { default: 1 })
  version!: number;

  /** Who changed it last; null when nobody has. */
  @Column('varchar', { name: 'changed_by', length: 254, nullable: true })
  changedBy!: string | null;
}
