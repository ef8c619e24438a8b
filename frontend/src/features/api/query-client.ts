import { Igny8ConnectionError, Igny8Error } from '@igny8/sdk';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/** What the server loaded, or another screen, is not asked for again at once. */
const FRESH_MS = 5_000;

/** @param onSessionEnded is called when the backend knows the session no more */
export function makeQueryClient(onSessionEnded: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof Igny8Error && error.code === 'unauthenticated') onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Without a network a screen says so; it does not wait in silence.
        networkMode: 'always',
        refetchOnReconnect: true,
        // The client of the API tries again by itself where the API asks for that.
        retry: (count, error) => count < 1 && error instanceof Igny8ConnectionError && error.status === undefined,
        retryDelay: 500,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
