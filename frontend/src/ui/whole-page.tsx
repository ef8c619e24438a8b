import type { JSX, ReactNode } from 'react';
import { PageTitle } from './page-title';
import classes from './page.module.css';

/** A page that says one thing only: that there is nothing here, or that something broke. */
export function WholePage({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element {
  return (
    <main id="content" className={classes['page']}>
      <PageTitle parts={[title]} />
      <h1>{title}</h1>
      {children}
    </main>
  );
}
