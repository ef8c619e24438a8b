import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor, AuditAction } from '../../generated/contract.js';
import { currentRequestId } from '../log/log.js';

/** Who acts, for whom and from where. */
export interface AuditSubject {
  readonly accountId: string;
  readonly actor: Actor;
  readonly address: string | null;
  /** Marks in the transaction that does it that a request was carried out which may be repeated; throws when it must not be. */
  readonly once?: ((manager: EntityManager) => Promise<void>) | undefined;
}

/** The columns of audit_event that are given, in the order of `auditRow`. */
export const AUDIT_COLUMNS = 'id, account_id, actor, action, resource_id, metadata, address, request_id';

export type AuditRow = readonly [
  id: string,
  accountId: string,
  actor: string,
  action: AuditAction,
  resourceId: string | null,
  metadata: string,
  address: string | null,
  requestId: string | null,
];

/** A row of audit_event, for a statement that writes it along with what it does. */
export const auditRow = (
  { accountId, actor, address }: AuditSubject,
  action: AuditAction,
  resourceId: string | null,
  metadata: object = {},
): AuditRow => [
  uuidv7(),
  accountId,
  JSON.stringify(actor),
  action,
  resourceId,
  JSON.stringify(metadata),
  address,
  currentRequestId() ?? null,
];

@Injectable()
export class Audit {
  /** Notes an action in the transaction that does it, so that neither can be without the other; nor can its repetition. */
  async note(
    manager: EntityManager,
    subject: AuditSubject,
    action: AuditAction,
    resourceId: string | null,
    metadata: object = {},
  ): Promise<void> {
    await subject.once?.(manager);
    await manager.query(`INSERT INTO audit_event (${AUDIT_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [
      ...auditRow(subject, action, resourceId, metadata),
    ]);
  }
}
