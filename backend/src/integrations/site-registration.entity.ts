import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { EnvironmentType, Versions } from '../generated/contract.js';
import { SiteIntegration } from './site-integration.entity.js';

/**
 * A registration that was answered but whose key has not been used yet: the answer may have been lost. It takes effect at the
 * key's first use and not before, so that the keys and the secret that worked until then go on working.
 */
@Entity('site_registration')
@Index('site_registration_integration_idx', ['integrationId'])
export class SiteRegistration {
  /** The key that it gave out. */
  @PrimaryColumn('uuid', { name: 'api_key_id', primaryKeyConstraintName: 'site_registration_pkey' })
  apiKeyId!: string;

  @Column('uuid', { name: 'integration_id' })
  integrationId!: string;

  @ManyToOne(() => SiteIntegration, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'integration_id', foreignKeyConstraintName: 'site_registration_integration_fkey' })
  integration!: Relation<SiteIntegration>;

  @Column('uuid', { name: 'attempt_id' })
  attemptId!: string;

  @Column('uuid', { name: 'site_uuid' })
  siteUuid!: string;

  @Column('varchar', { name: 'home_url', length: 2048 })
  homeUrl!: string;

  @Column('varchar', { name: 'rest_url', length: 2048 })
  restUrl!: string;

  @Column('text', { name: 'environment_type' })
  environmentType!: EnvironmentType;

  @Column('json')
  versions!: Versions;

  /** Sealed. */
  @Column('bytea', { name: 'signing_secret' })
  signingSecret!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
