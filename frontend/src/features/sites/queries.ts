import type { Igny8, Site, SitePage } from '@igny8/sdk';
import type { InfiniteData } from '@tanstack/react-query';
import { apiPages, apiQuery, type ApiPages, type ApiQuery } from '../api/api-query';

const PAGE_ROWS = 100;

/** All sites of the account, a page after the other. */
export const sitesQuery = (api: Igny8): ApiPages<SitePage> =>
  apiPages(['sites'], (page, options) => api.sites.list({ limit: PAGE_ROWS, ...page }, options));

export const siteQuery = (api: Igny8, id: string): ApiQuery<Site> => apiQuery(['site', id], (options) => api.sites.get(id, options));

export const sitesOf = (data: InfiniteData<SitePage>): Site[] => data.pages.flatMap((page) => page.data);
