import type { ApiKey } from '@igny8/sdk';

/** Whether a key works, and if not any more, since when. */
export type KeyState =
  { readonly state: 'works' } | { readonly state: 'revoked'; readonly at: number } | { readonly state: 'expired'; readonly at: number };

export function keyState({ revoked_at, expires_at }: ApiKey, now: number): KeyState {
  if (revoked_at !== null) return { state: 'revoked', at: Date.parse(revoked_at) };
  if (expires_at !== null && Date.parse(expires_at) <= now) return { state: 'expired', at: Date.parse(expires_at) };
  return { state: 'works' };
}
