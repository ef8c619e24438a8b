import type { ContentTypes, Igny8, StructureChangePage } from '@igny8/sdk';
import { apiPages, apiQuery, type ApiPages, type ApiQuery } from '../api/api-query';

/** What the site of an integration has, and what is kept of it. */
export const contentTypesQuery = (api: Igny8, integrationId: string): ApiQuery<ContentTypes> =>
  apiQuery(['content-types', integrationId], (options) => api.structure.contentTypes(integrationId, options));

const CHANGES_AT_ONCE = 20;

/** How the structure changed, newest first. */
export const structureChangesQuery = (api: Igny8, integrationId: string): ApiPages<StructureChangePage> =>
  apiPages(['structure-changes', integrationId], (page, options) =>
    api.structure.changes(integrationId, { limit: CHANGES_AT_ONCE, ...page }, options),
  );
