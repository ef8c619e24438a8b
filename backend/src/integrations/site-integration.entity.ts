import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Unique,
  UpdateDateColumn,
  type Relation,
} from 'typeorm';
import type { Actor, EnvironmentType, IntegrationStatus, Platform, StructureRefusal, Versions } from '../generated/contract.js';
import { Site } from './site.entity.js';

/** A site is connected in these. */
export const CONNECTED_STATUSES: readonly IntegrationStatus[] = ['structure_syncing', 'ready'];

/** What links a site to IGNY8. The columns of its structure are read and written by Structure. */
@Entity('site_integration')
@Unique('site_integration_site_platform_key', ['siteId', 'platform'])
@Index('site_integration_account_idx', ['accountId', 'id'])
@Index('site_integration_temporary_idx', ['createdAt'], { where: 'is_temporary' })
export class SiteIntegration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_integration_pkey' })
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @ManyToOne(() => Site, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'site_id', foreignKeyConstraintName: 'site_integration_site_fkey' })
  site!: Relation<Site>;

  @Column('text')
  platform!: Platform;

  @Column('text', { default: 'not_connected' })
  status!: IntegrationStatus;

  /** Made by the connect flow; permanent from its first accepted push. */
  @Column('boolean', { name: 'is_temporary', default: false })
  isTemporary!: boolean;

  @Column('uuid', { name: 'site_uuid', nullable: true })
  siteUuid!: string | null;

  /** As it was accepted at connect, normalised. */
  @Column('varchar', { name: 'home_url', length: 2048, nullable: true })
  homeUrl!: string | null;

  @Column('varchar', { name: 'rest_url', length: 2048, nullable: true })
  restUrl!: string | null;

  @Column('text', { name: 'environment_type', nullable: true })
  environmentType!: EnvironmentType | null;

  @Column('json', { nullable: true })
  versions!: Versions | null;

  /** Sealed. */
  @Column('bytea', { name: 'signing_secret', nullable: true, select: false })
  signingSecret!: Buffer | null;

  @Column('bytea', { name: 'previous_signing_secret', nullable: true, select: false })
  previousSigningSecret!: Buffer | null;

  @Column('timestamptz', { name: 'previous_secret_expires_at', nullable: true })
  previousSecretExpiresAt!: Date | null;

  /** The specification's config_json: `{content_types: {post_types, taxonomies, last_structure_fetch}, …switches}`. json, not jsonb: the order of types is the site's. */
  @Column('json', { name: 'config_json', nullable: true, select: false })
  configJson!: object | null;

  @Column('boolean', { name: 'plugin_connection_enabled', default: true })
  pluginConnectionEnabled!: boolean;

  @Column('boolean', { name: 'two_way_sync_enabled', default: false })
  twoWaySyncEnabled!: boolean;

  @Column('bytea', { name: 'structure_hash', nullable: true, select: false })
  structureHash!: Buffer | null;

  @Column('timestamptz', { name: 'structure_collected_at', nullable: true })
  structureCollectedAt!: Date | null;

  @Column('timestamptz', { name: 'last_structure_fetch', nullable: true })
  lastStructureFetch!: Date | null;

  @Column('json', { name: 'structure_refusal', nullable: true })
  structureRefusal!: StructureRefusal | null;

  @Column('timestamptz', { name: 'last_sync_at', nullable: true })
  lastSyncAt!: Date | null;

  @Column('timestamptz', { name: 'connected_at', nullable: true })
  connectedAt!: Date | null;

  @Column('timestamptz', { name: 'disconnected_at', nullable: true })
  disconnectedAt!: Date | null;

  @Column('json', { name: 'disconnected_by', nullable: true })
  disconnectedBy!: Actor | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
