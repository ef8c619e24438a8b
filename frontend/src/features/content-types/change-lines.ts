import type { StructureChange } from '@igny8/sdk';
import { formatNumber } from '../../ui/words';
import { typeLabel } from './type-label';
import { HISTORY_WORDS } from './words';

/** What changed, a line each: `Products added (67)`, `Posts: 120 → 123`. */
export function changeLines({ added, removed, changed }: StructureChange, locale: string): string[] {
  const number = (value: number): string => formatNumber(value, locale);
  return [
    ...added.map(({ name, label, count }) => HISTORY_WORDS.added(typeLabel(name, label), number(count))),
    ...removed.map(({ name, label, count }) => HISTORY_WORDS.removed(typeLabel(name, label), number(count))),
    ...changed.flatMap(({ name, count, previous_count, ...labels }) => {
      const [before, label] = [typeLabel(name, labels.previous_label), typeLabel(name, labels.label)];
      return [
        ...(label === before ? [] : [HISTORY_WORDS.renamed(before, label)]),
        ...(count === previous_count ? [] : [HISTORY_WORDS.changed(label, number(previous_count), number(count))]),
      ];
    }),
  ];
}
