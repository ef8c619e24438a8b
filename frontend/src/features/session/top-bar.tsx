'use client';

import { PageLink } from '../../ui/page-link';
import { usePathname } from 'next/navigation';
import type { JSX } from 'react';
import { AccountMenu } from './account-menu';
import classes from './top-bar.module.css';

const PLACES = [
  { href: '/sites', label: 'Sites' },
  { href: '/api-keys', label: 'API keys' },
] as const;

/** What is above every page: where one can go, and who one is. */
export function TopBar(): JSX.Element {
  const path = usePathname();
  return (
    <header className={classes['bar']}>
      <a className={classes['skip']} href="#content">
        Skip to content
      </a>
      <div className={classes['inside']}>
        <PageLink href="/sites" className={classes['brand']}>
          IGNY8
        </PageLink>
        <nav aria-label="Main" className={classes['places']}>
          {PLACES.map(({ href, label }) => (
            <PageLink
              key={href}
              href={href}
              className={classes['place']}
              aria-current={path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined}
            >
              {label}
            </PageLink>
          ))}
        </nav>
        <AccountMenu />
      </div>
    </header>
  );
}
