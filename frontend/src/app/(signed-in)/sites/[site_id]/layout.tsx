import { HydrationBoundary } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { SiteFrame } from '../../../../features/site-settings/site-frame';
import { siteQuery } from '../../../../features/sites/queries';
import { loadPage } from '../../../../server/page-data';

interface Props {
  readonly params: Promise<{ readonly site_id: string }>;
  readonly children: ReactNode;
}

export default async function SiteLayout({ params, children }: Props): Promise<JSX.Element> {
  const { site_id } = await params;
  const state = await loadPage((api, client) => client.query(siteQuery(api, site_id)));
  return (
    <HydrationBoundary state={state}>
      <SiteFrame siteId={site_id}>{children}</SiteFrame>
    </HydrationBoundary>
  );
}
