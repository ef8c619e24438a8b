'use client';

import type { Site } from '@igny8/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { browserApi } from '../api/browser-api';
import { POLL_MS } from '../api/polling';
import { sitesOf, sitesQuery } from './queries';

interface Sites {
  /** Undefined until the first page is here. */
  readonly sites: readonly Site[] | undefined;
  /** Whether these are all of them. */
  readonly isComplete: boolean;
  readonly error: Error | null;
  readonly loadedAt: number;
  readonly reload: () => void;
}

/** The sites of the account: the first page at once, the others as they come, and all again every now and then. */
export function useSites(): Sites {
  const query = useInfiniteQuery({
    ...sitesQuery(browserApi),
    // About one request in each interval, however many pages there are.
    refetchInterval: ({ state }) => POLL_MS * Math.max(1, state.data?.pages.length ?? 1),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return {
    sites: query.data === undefined ? undefined : sitesOf(query.data),
    isComplete: query.data !== undefined && !hasNextPage,
    error: query.error,
    loadedAt: query.dataUpdatedAt,
    reload: () => void query.refetch(),
  };
}
