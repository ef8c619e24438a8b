import { HydrationBoundary } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ContentTypesScreen } from '../../../../../features/content-types/content-types-screen';
import { contentTypesQuery } from '../../../../../features/content-types/queries';
import { siteQuery } from '../../../../../features/sites/queries';
import { loadPage } from '../../../../../server/page-data';

interface Props {
  readonly params: Promise<{ readonly site_id: string }>;
}

export default async function ContentTypesPage({ params }: Props): Promise<JSX.Element> {
  const { site_id } = await params;
  const state = await loadPage(async (api, client) => {
    const { integration } = await client.query(siteQuery(api, site_id));
    if (integration?.last_structure_fetch != null) await client.query(contentTypesQuery(api, integration.id));
  });
  return (
    <HydrationBoundary state={state}>
      <ContentTypesScreen />
    </HydrationBoundary>
  );
}
