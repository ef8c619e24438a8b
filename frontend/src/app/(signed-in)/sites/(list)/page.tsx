import { HydrationBoundary } from '@tanstack/react-query';
import type { JSX } from 'react';
import { sitesQuery } from '../../../../features/sites/queries';
import { SitesScreen } from '../../../../features/sites/sites-screen';
import { loadPage } from '../../../../server/page-data';

export default async function SitesPage(): Promise<JSX.Element> {
  const state = await loadPage((api, client) => client.infiniteQuery(sitesQuery(api)));
  return (
    <HydrationBoundary state={state}>
      <SitesScreen />
    </HydrationBoundary>
  );
}
