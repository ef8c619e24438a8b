import type { Site } from '@igny8/sdk';
import type { ConnectionState } from './connection';

/** A site as the list shows it. */
export interface SiteRow {
  readonly site: Site;
  readonly state: ConnectionState;
}

/** Whether all words that were typed are in the name or the address of a site. */
export function matchesSearch({ name, home_url }: Site, search: string): boolean {
  const text = `${name} ${home_url}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
