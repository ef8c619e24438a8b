import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../generated/contract.js';
import { currentRequestId } from '../log/log.js';
import { AuditEvent } from './audit-event.entity.js';

/** What can be done: resource and verb. */
export type AuditAction =
  | 'account.created'
  | 'session.opened'
  | 'session.ended'
  | 'api_key.created'
  | 'api_key.rotated'
  | 'api_key.revoked'
  | 'site.created'
  | 'site.updated'
  | 'site.deleted'
  | 'integration.created'
  | 'integration.updated'
  | 'integration.registered'
  | 'integration.activated'
  | 'integration.disconnected'
  | 'integration.deleted'
  | 'integration.secret_rotated'
  | 'integration.identity_settled'
  | 'structure.changed'
  | 'content_type.updated';

/** Who acts, for whom and from where. */
export interface AuditSubject {
  readonly accountId: string;
  readonly actor: Actor;
  readonly address: string | null;
}

@Injectable()
export class Audit {
  /** Notes an action in the transaction that does it, so that neither can be without the other. */
  async note(
    manager: EntityManager,
    subject: AuditSubject,
    action: AuditAction,
    resourceId: string | null,
    metadata: object = {},
  ): Promise<void> {
    await manager.insert(AuditEvent, {
      id: uuidv7(),
      accountId: subject.accountId,
      actor: subject.actor,
      action,
      resourceId,
      metadata,
      address: subject.address,
      requestId: currentRequestId() ?? null,
    });
  }
}
