'use client';

import type { ContentTypes } from '@igny8/sdk';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { browserApi } from '../api/browser-api';
import { POLL_MS } from '../api/polling';
import { contentTypesQuery } from './queries';

export function useContentTypes(integrationId: string): UseQueryResult<ContentTypes> {
  return useQuery({ ...contentTypesQuery(browserApi, integrationId), refetchInterval: POLL_MS });
}
