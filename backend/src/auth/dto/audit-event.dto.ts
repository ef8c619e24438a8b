import { AUDIT_ACTIONS } from '../../generated/constants.js';
import type { AuditAction } from '../../generated/contract.js';
import { EnumField, TimestampField, UuidField } from '../../platform/contract/fields.js';
import { PageQuery } from '../../platform/contract/page.js';
import { OfQuery } from '../../platform/contract/wire.js';

@OfQuery('listAuditEvents')
export class AuditEventQuery extends PageQuery {
  @EnumField(AUDIT_ACTIONS, { optional: true })
  readonly action?: AuditAction;

  @UuidField({ optional: true })
  readonly resource_id?: string;

  @UuidField({ optional: true })
  readonly actor_id?: string;

  @TimestampField({ optional: true })
  readonly since?: string;

  @TimestampField({ optional: true })
  readonly until?: string;
}
