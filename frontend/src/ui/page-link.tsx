'use client';

import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps, JSX } from 'react';
import classes from './page-link.module.css';

/**
 * A link to a page of the dashboard. Until that page is there this one stays, with a bar that moves at its top. (A page of skeletons
 * in between would be slower: once it is painted, React waits 300 ms before it puts anything in its place.)
 */
export function PageLink({ children, ...link }: ComponentProps<typeof Link>): JSX.Element {
  return (
    <Link {...link}>
      {children}
      <Pending />
    </Link>
  );
}

function Pending(): JSX.Element | null {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden className={classes['bar']} /> : null;
}
