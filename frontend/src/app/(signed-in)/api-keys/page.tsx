import { HydrationBoundary } from '@tanstack/react-query';
import type { JSX } from 'react';
import { ApiKeysScreen } from '../../../features/api-keys/api-keys-screen';
import { apiKeysQuery } from '../../../features/api-keys/queries';
import { loadPage } from '../../../server/page-data';

export default async function ApiKeysPage(): Promise<JSX.Element> {
  const state = await loadPage((api, client) => client.infiniteQuery(apiKeysQuery(api)));
  return (
    <HydrationBoundary state={state}>
      <ApiKeysScreen />
    </HydrationBoundary>
  );
}
