import type { ContentType } from '@igny8/sdk';

/** What there is to say of a type beside its numbers. `calm`: nothing. */
export type TypeState =
  | { readonly state: 'vanished' }
  | { readonly state: 'disabled' }
  | { readonly state: 'never_synced' }
  | { readonly state: 'partly'; readonly missing: number }
  | { readonly state: 'over_limit'; readonly beyond: number }
  | { readonly state: 'calm' };

/** @param hasSynced whether content of the site was ever synced */
export function typeState({ is_current, enabled, count, fetch_limit, synced_count }: ContentType, hasSynced: boolean): TypeState {
  if (!is_current || count === null) return { state: 'vanished' };
  if (!enabled) return { state: 'disabled' };
  if (count === 0) return { state: 'calm' };
  if (!hasSynced && synced_count === 0) return { state: 'never_synced' };
  const wanted = fetch_limit === null ? count : Math.min(count, fetch_limit);
  if (synced_count < wanted) return { state: 'partly', missing: wanted - synced_count };
  if (count > wanted) return { state: 'over_limit', beyond: count - wanted };
  return { state: 'calm' };
}
