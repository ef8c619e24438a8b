import type { JSX, RefObject } from 'react';
import classes from './site-filter.module.css';

export type Filter = 'all' | 'needs_you';

interface Props {
  /** What shows all again. */
  readonly allRef: RefObject<HTMLButtonElement | null>;
  readonly value: Filter;
  readonly labels: Readonly<Record<Filter, string>>;
  readonly onChange: (filter: Filter) => void;
}

/** All sites, or those where somebody has to do something. */
export function SiteFilter({ allRef, value, labels, onChange }: Props): JSX.Element {
  return (
    <div role="group" aria-label="Filter" className={classes['filters']}>
      {(['all', 'needs_you'] as const).map((filter) => (
        <button
          key={filter}
          ref={filter === 'all' ? allRef : undefined}
          type="button"
          className={classes['filter']}
          aria-pressed={value === filter}
          onClick={() => {
            onChange(filter);
          }}
        >
          {labels[filter]}
        </button>
      ))}
    </div>
  );
}
