// Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen

import type { ProblemCode, Scope } from './contract.js';

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
  'content:write',
  'changes:apply',
  'sync:poll',
] as const satisfies readonly Scope[];

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
  precondition_failed: 'It was changed meanwhile',
  payload_too_large: 'The request is too large',
  unsupported_media_type: 'The media type is not supported',
  validation_failed: 'A field is not valid',
  precondition_required: 'If-Match is required',
  internal_error: 'Something went wrong here',
  service_unavailable: 'Not available right now',
} as const satisfies Record<ProblemCode, string>;
