'use client';

import { Igny8Error } from '@igny8/sdk';
import { Anchor, Button, Skeleton, Title, VisuallyHidden } from '@mantine/core';
import { PageLink } from '../../ui/page-link';
import { usePathname } from 'next/navigation';
import type { JSX, ReactNode } from 'react';
import { webLink } from '../../ui/web-link';
import { ExternalIcon } from '../../ui/icons';
import { LoadProblem, NotRenewed } from '../../ui/load-problem';
import pageClasses from '../../ui/page.module.css';
import classes from './site-frame.module.css';
import { StatusLine } from './status-line';
import { SiteProvider, useSite } from './use-site';
import { SITE_WORDS } from './words';

/** Around every tab of a site's settings: which site it is, how it is, and the other tabs. */
export function SiteFrame({ siteId, children }: { readonly siteId: string; readonly children: ReactNode }): JSX.Element {
  const { data: site, error, dataUpdatedAt, refetch } = useSite(siteId);
  const isGone = error instanceof Igny8Error && error.status === 404;
  if (site === undefined || isGone) {
    return (
      <main id="content" tabIndex={-1} className={pageClasses['page']}>
        {error === null ? (
          <HeadSkeleton />
        ) : isGone ? (
          <NotFound />
        ) : (
          <LoadProblem what={SITE_WORDS.notLoaded} error={error} reload={() => void refetch()} />
        )}
      </main>
    );
  }
  const link = webLink(site.home_url);
  return (
    <main id="content" tabIndex={-1} className={pageClasses['page']}>
      <p className={classes['eyebrow']}>{SITE_WORDS.settings}</p>
      <Title order={1} className={classes['name']}>
        <bdi>{site.name}</bdi>
      </Title>
      <p className={classes['address']}>
        {link === undefined ? (
          site.home_url
        ) : (
          <Anchor href={link} target="_blank" rel="noopener noreferrer">
            {site.home_url} <ExternalIcon /> <VisuallyHidden component="span">{SITE_WORDS.opensElsewhere}</VisuallyHidden>
          </Anchor>
        )}
      </p>
      {error === null ? null : <NotRenewed at={dataUpdatedAt} error={error} />}
      <StatusLine site={site} />
      <Tabs siteId={siteId} />
      <SiteProvider value={site}>{children}</SiteProvider>
    </main>
  );
}

function Tabs({ siteId }: { readonly siteId: string }): JSX.Element {
  const path = usePathname();
  return (
    <nav aria-label={SITE_WORDS.settings} className={classes['tabs']}>
      {Object.entries(SITE_WORDS.tabs).map(([tab, label]) => {
        const href = `/sites/${siteId}/${tab}`;
        return (
          <PageLink key={tab} href={href} className={classes['tab']} aria-current={path === href ? 'page' : undefined}>
            {label}
          </PageLink>
        );
      })}
    </nav>
  );
}

export const HeadSkeleton = (): JSX.Element => (
  <div aria-busy>
    <Skeleton height={12} width={90} mb={8} />
    <Skeleton height={30} width={260} mb={10} />
    <Skeleton height={14} width={200} mb={32} />
  </div>
);

const NotFound = (): JSX.Element => (
  <div role="alert">
    <p>{SITE_WORDS.notFound}</p>
    <Button component={PageLink} href="/sites">
      {SITE_WORDS.openSites}
    </Button>
  </div>
);
