import type { EntityManager } from 'typeorm';
import { notFound } from '../platform/problem/problem.js';
import { SiteIntegration } from './site-integration.entity.js';

/** Locks an integration until the transaction ends. Who needs more than one row locks them in this order: site, integration, keys. */
export async function lockIntegration(manager: EntityManager, id: string): Promise<SiteIntegration> {
  const integration = await manager.findOne(SiteIntegration, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (integration === null) throw notFound('integration');
  return integration;
}
