import type { ApiKey as ApiKeyAnswer } from '../generated/contract.js';
import type { ApiKey } from './api-key.entity.js';

/** An API key as it is shown: everything but the key. */
export function presentApiKey(key: ApiKey): ApiKeyAnswer {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    integration_id: key.integrationId,
    created_at: key.createdAt.toISOString(),
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}
