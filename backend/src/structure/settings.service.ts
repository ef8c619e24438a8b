import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Call } from '../auth/index.js';
import type { ContentType, ContentTypeUpdate, Kind } from '../generated/contract.js';
import type { IntegrationRef } from '../integrations/index.js';
import { Audit } from '../platform/audit/audit.js';
import type { LateBody } from '../platform/contract/body.pipe.js';
import { notFound, ProblemError } from '../platform/problem/problem.js';
import { ContentTypeSetting } from './content-type-setting.entity.js';
import { ContentTypesReader } from './content-types.reader.js';
import { matchesSettings } from './etags.js';

/** What is kept of each content type, as people set it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
    private readonly reader: ContentTypesReader,
  ) {}

  /**
   * Changes the settings of one type.
   * @param ifMatch what the change is based on
   * @throws ProblemError `precondition_required` without it, `precondition_failed` when somebody else was faster
   */
  async update(
    call: Call,
    ref: IntegrationRef,
    kind: Kind,
    name: string,
    ifMatch: string | undefined,
    body: LateBody<ContentTypeUpdate>,
  ): Promise<ContentType> {
    await this.dataSource.transaction(async (manager) => {
      // One change at a time: the ETag of the document speaks of all types.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('settings:' || $1, 0))`, [ref.id]);
      const where = { integrationId: ref.id, kind, name };
      const setting = await manager.findOne(ContentTypeSetting, { where, lock: { mode: 'pessimistic_write' } });
      if (setting === null) throw notFound('content type');
      if (ifMatch === undefined)
        throw new ProblemError(
          'precondition_required',
          'Send If-Match with the etag of the type that you saw, so that nobody else’s change is overwritten.',
        );
      const [{ revision }] = await manager.query<[{ revision: number }]>(
        'SELECT coalesce(sum(version - 1), 0)::int AS revision FROM content_type_setting WHERE integration_id = $1',
        [ref.id],
      );
      if (!matchesSettings(ifMatch, setting.version, revision)) {
        throw new ProblemError(
          'precondition_failed',
          `${setting.changedBy ?? 'Somebody'} changed these settings meanwhile. Look at them as they are now, then decide again.`,
        );
      }
      const changes = changesOf(setting, await body());
      const fields = Object.keys(changes);
      if (fields.length === 0) return;
      await manager.update(ContentTypeSetting, where, { ...changes, version: setting.version + 1, changedBy: call.actor.name });
      await this.audit.note(manager, call, 'content_type.updated', ref.id, { kind, name, fields });
    });
    return this.reader.type(ref.id, kind, name);
  }
}

function changesOf(setting: ContentTypeSetting, body: ContentTypeUpdate): Partial<ContentTypeSetting> {
  return {
    ...(body.enabled === undefined || body.enabled === setting.enabled ? {} : { enabled: body.enabled }),
    ...(body.fetch_limit === undefined || body.fetch_limit === setting.fetchLimit ? {} : { fetchLimit: body.fetch_limit }),
    ...(body.include_private === undefined || body.include_private === setting.includePrivate
      ? {}
      : { includePrivate: body.include_private }),
  };
}
