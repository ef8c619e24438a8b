import type { ContentType } from '@igny8/sdk';
import { formatNumber } from '../../ui/words';

/** WordPress's names of statuses, and what people call them. One that a plugin brought is called what the plugin calls it. */
const STATUS_NAMES: Readonly<Record<string, string>> = {
  publish: 'published',
  future: 'scheduled',
  draft: 'draft',
  pending: 'pending',
  private: 'private',
};

/** How a total was made: `118 published, 3 draft, 2 private`; undefined when the site did not say. */
export function totalBreakdown({ statuses }: ContentType, locale: string): string | undefined {
  const parts = Object.entries(statuses ?? {}).filter(([, count]) => count > 0);
  if (parts.length === 0) return undefined;
  return parts
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([status, count]) => `${formatNumber(count, locale)} ${nameOf(status)}`)
    .join(', ');
}

/** How much could be synced: `45 of at most 100, 2 private left out`. */
export function syncedBreakdown(type: ContentType, locale: string): string {
  const { synced_count, fetch_limit, count } = type;
  const most =
    fetch_limit === null ? (count === null ? 'all' : formatNumber(count, locale)) : `at most ${formatNumber(fetch_limit, locale)}`;
  const left = privateLeftOut(type);
  return `${formatNumber(synced_count, locale)} of ${most}${left === 0 ? '' : `, ${formatNumber(left, locale)} private left out`}`;
}

/** How many of the total are private and so not wanted. */
export const privateLeftOut = ({ include_private, statuses }: ContentType): number => (include_private ? 0 : (statuses?.['private'] ?? 0));

const nameOf = (status: string): string => (Object.hasOwn(STATUS_NAMES, status) ? (STATUS_NAMES[status] ?? status) : status);

/** The known ones in the order in which an item goes through them, others after them. */
function rank(status: string): number {
  const known = Object.keys(STATUS_NAMES).indexOf(status);
  return known < 0 ? Object.keys(STATUS_NAMES).length : known;
}
