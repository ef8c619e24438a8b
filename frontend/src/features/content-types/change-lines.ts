import type { StructureChange } from '@igny8/sdk';
import { formatNumber } from '../../ui/words';
import { HISTORY_WORDS } from './words';

/** What changed, a line each: `Products added (67)`, `Posts: 120 → 123`. */
export function changeLines({ added, removed, changed }: StructureChange, locale: string): string[] {
  const number = (value: number): string => formatNumber(value, locale);
  return [
    ...added.map(({ label, count }) => HISTORY_WORDS.added(label, number(count))),
    ...removed.map(({ label, count }) => HISTORY_WORDS.removed(label, number(count))),
    ...changed.flatMap(({ label, previous_label, count, previous_count }) => [
      ...(label === previous_label ? [] : [HISTORY_WORDS.renamed(previous_label, label)]),
      ...(count === previous_count ? [] : [HISTORY_WORDS.changed(label, number(previous_count), number(count))]),
    ]),
  ];
}
