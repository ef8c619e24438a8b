// Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen

import type { AuditAction, ProblemCode, Scope } from './contract.js';

/** Every scope that there is. */
export const SCOPES = [
  'sites:read',
  'sites:write',
  'integrations:read',
  'integrations:write',
  'structure:read',
  'structure:write',
  'settings:write',
  'api_keys:read',
  'api_keys:write',
  'audit:read',
  'content:write',
  'changes:apply',
  'sync:poll',
] as const satisfies readonly Scope[];

/** Everything that can be done. */
export const AUDIT_ACTIONS = [
  'account.created',
  'session.opened',
  'session.ended',
  'api_key.created',
  'api_key.rotated',
  'api_key.revoked',
  'site.created',
  'site.updated',
  'site.deleted',
  'integration.created',
  'integration.updated',
  'integration.registered',
  'integration.activated',
  'integration.disconnected',
  'integration.deleted',
  'integration.secret_rotated',
  'integration.identity_settled',
  'structure.changed',
  'content_type.updated',
] as const satisfies readonly AuditAction[];

/** What each problem code says in words. */
export const PROBLEM_TITLES = {
  malformed_request: 'The request cannot be read',
  unauthenticated: 'Not signed in',
  credentials_invalid: 'Sign-in failed',
  scope_missing: 'A scope is missing',
  site_inactive: 'The site is inactive',
  https_required: 'HTTPS is required',
  not_found: 'Not found',
  site_exists: 'The site exists already',
  identity_conflict: 'Another site is connected',
  integration_disconnected: 'The site is disconnected',
  request_in_progress: 'It is being worked on',
  secret_already_shown: 'The secret was shown already',
  answer_lost: 'It was done, and its answer was lost',
  precondition_failed: 'It was changed meanwhile',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'The media type is not supported',
  validation_failed: 'A field is not valid',
  idempotency_key_reused: 'The Idempotency-Key was used for something else',
  precondition_required: 'If-Match is required',
  rate_limited: 'Too many requests',
  internal_error: 'Something went wrong here',
  service_unavailable: 'Not available right now',
} as const satisfies Record<ProblemCode, string>;
