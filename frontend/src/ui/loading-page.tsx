import { Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import classes from './page.module.css';
import { RowsSkeleton } from './rows-skeleton';

/** Until a page is there: its title and its rows, as high as they will be. */
export function LoadingPage(): JSX.Element {
  return (
    <main id="content" tabIndex={-1} className={classes['page']}>
      <div className={classes['head']}>
        <Skeleton height={34} width={160} />
      </div>
      <RowsSkeleton rows={5} />
    </main>
  );
}
