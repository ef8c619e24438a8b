'use client';

import type { ContentType } from '@igny8/sdk';
import { useId, useState, type JSX } from 'react';
import { useReader } from '../../ui/reader';
import { formatNumber, UNKNOWN } from '../../ui/words';
import { syncedBreakdown, totalBreakdown } from './breakdown';
import classes from './items-cell.module.css';
import { TYPE_WORDS } from './words';

/** `123 total · 45 synced`; each number opens to how it was made. */
export function ItemsCell({ type }: { readonly type: ContentType }): JSX.Element {
  const { locale } = useReader();
  const [opened, setOpened] = useState<'total' | 'synced'>();
  const id = useId();
  const breakdowns = { total: totalBreakdown(type, locale), synced: syncedBreakdown(type, locale) };
  const total = TYPE_WORDS.total(type.count === null ? UNKNOWN : formatNumber(type.count, locale));
  const toggle = (which: 'total' | 'synced') => () => {
    setOpened(opened === which ? undefined : which);
  };
  return (
    <>
      {breakdowns.total === undefined ? (
        total
      ) : (
        <button type="button" className={classes['number']} aria-expanded={opened === 'total'} aria-controls={id} onClick={toggle('total')}>
          {total}
        </button>
      )}
      {' · '}
      <button type="button" className={classes['number']} aria-expanded={opened === 'synced'} aria-controls={id} onClick={toggle('synced')}>
        <span className={classes['synced']}>{formatNumber(type.synced_count, locale)}</span> {TYPE_WORDS.synced('').trim()}
      </button>
      <span id={id} className={classes['breakdown']} hidden={opened === undefined}>
        {opened === undefined ? null : breakdowns[opened]}
      </span>
    </>
  );
}
