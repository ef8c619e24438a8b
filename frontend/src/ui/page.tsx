import type { JSX, ReactNode } from 'react';
import classes from './page.module.css';
import { PageTitle } from './page-title';

interface Props {
  /** From the most special to the most general: `['General', 'Example shop']`. */
  readonly title: readonly string[];
  readonly children: ReactNode;
}

/** What a page consists of: its title, and the part that is not the top bar. */
export function Page({ title, children }: Props): JSX.Element {
  return (
    <main id="content" tabIndex={-1} className={classes['page']}>
      <PageTitle parts={title} />
      {children}
    </main>
  );
}
