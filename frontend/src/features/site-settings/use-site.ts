'use client';

import type { Site, SiteUpdate } from '@igny8/sdk';
import { useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { browserApi } from '../api/browser-api';
import { useChange } from '../api/use-change';
import { POLL_MS, WAITING_POLL_MS } from '../api/polling';
import { connectionOf } from '../sites/connection';
import { siteQuery, sitesQuery } from '../sites/queries';

export function useSite(id: string): UseQueryResult<Site> {
  return useQuery({ ...siteQuery(browserApi, id), refetchInterval: ({ state }) => pollInterval(state.data) });
}

/** A site that is about to connect changes every moment; any other one seldom. */
function pollInterval(site: Site | undefined): number {
  const isConnecting = site !== undefined && ['not_connected', 'structure_syncing'].includes(connectionOf(site, Date.now()));
  return isConnecting ? WAITING_POLL_MS : POLL_MS;
}

const SiteContext = createContext<Site | undefined>(undefined);
export const SiteProvider = SiteContext;

/** The site whose settings are open. */
export function useOpenSite(): Site {
  const site = use(SiteContext);
  if (site === undefined) throw new Error('There is no SiteFrame around this');
  return site;
}

export function useUpdateSite(id: string): UseMutationResult<Site, Error, SiteUpdate> {
  const client = useQueryClient();
  return useChange({
    mutationFn: (changes) => browserApi.sites.update(id, changes),
    onSuccess: async (site) => {
      await client.cancelQueries({ queryKey: siteQuery(browserApi, id).queryKey });
      client.setQueryData(siteQuery(browserApi, id).queryKey, site);
      void client.invalidateQueries({ queryKey: sitesQuery(browserApi).queryKey });
    },
  });
}

export function useDeleteSite(id: string): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useChange({
    mutationFn: () => browserApi.sites.delete(id),
    onSuccess: () => client.invalidateQueries({ queryKey: sitesQuery(browserApi).queryKey }),
  });
}

/** Ends the connection of the site's integration. */
export function useDisconnectSite(siteId: string, integrationId: string | undefined): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useChange({
    mutationFn: async () => {
      if (integrationId !== undefined) await browserApi.integrations.disconnect(integrationId);
    },
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: sitesQuery(browserApi).queryKey });
      await client.invalidateQueries({ queryKey: siteQuery(browserApi, siteId).queryKey });
    },
  });
}
