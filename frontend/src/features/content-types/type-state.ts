import type { ContentType } from '@igny8/sdk';
import { privateLeftOut } from './breakdown';

/** What there is to say of a type beside its numbers. `calm`: nothing. */
export type TypeState =
  | { readonly state: 'vanished' }
  | { readonly state: 'disabled' }
  | { readonly state: 'never_synced' }
  | { readonly state: 'partly'; readonly missing: number }
  | { readonly state: 'over_limit'; readonly beyond: number }
  | { readonly state: 'calm' };

/** @param hasSynced whether content of the site was ever synced */
export function typeState(type: ContentType, hasSynced: boolean): TypeState {
  const { is_current, enabled, count, fetch_limit, synced_count } = type;
  if (!is_current || count === null) return { state: 'vanished' };
  if (!enabled) return { state: 'disabled' };
  const available = Math.max(0, count - privateLeftOut(type));
  if (available === 0) return { state: 'calm' };
  if (!hasSynced && synced_count === 0) return { state: 'never_synced' };
  const wanted = fetch_limit === null ? available : Math.min(available, fetch_limit);
  if (synced_count < wanted) return { state: 'partly', missing: wanted - synced_count };
  if (available > wanted) return { state: 'over_limit', beyond: available - wanted };
  return { state: 'calm' };
}
