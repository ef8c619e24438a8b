import { Skeleton, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import classes from './rows-skeleton.module.css';

/** As high as the rows that will be there. */
export function RowsSkeleton({ rows }: { readonly rows: number }): JSX.Element {
  return (
    <div aria-busy>
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={classes['row']}>
          <Skeleton height={14} width={`${String(62 - ((i * 13) % 30))}%`} />
        </div>
      ))}
    </div>
  );
}
