import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { BrowserSession } from './browser-session';
import { endOf, isSignedOut } from './session-end';

/** What the server loaded, or another screen, is not asked for again at once. */
const FRESH_MS = 5_000;

/** @param session ends when the backend knows it no more */
export function makeQueryClient(session: BrowserSession): QueryClient {
  const onError = (error: unknown): void => {
    if (isSignedOut(error)) session.end(endOf(error));
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Without a network a screen says so; it does not wait in silence.
        networkMode: 'always',
        refetchOnReconnect: true,
        // The client of the API tries again by itself, where that is safe.
        retry: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
