'use client';

import type { Site } from '@igny8/sdk';
import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { browserApi } from '../api/browser-api';
import { useChange } from '../api/use-change';
import { siteQuery, sitesQuery } from './queries';

/** Adds a site by its address. */
export function useCreateSite(): UseMutationResult<Site, Error, string> {
  const client = useQueryClient();
  return useChange({
    mutationFn: (address) => browserApi.sites.create({ home_url: address }),
    onSuccess: (site) => {
      client.setQueryData(siteQuery(browserApi, site.id).queryKey, site);
    },
    // Also one whose answer was lost is in the list.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: sitesQuery(browserApi).queryKey });
    },
  });
}
