'use client';

import type { ApiKeyCreate, ApiKeyCreated } from '@igny8/sdk';
import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { browserApi } from '../api/browser-api';
import { useChange } from '../api/use-change';
import { apiKeysQuery } from './queries';

/** A mutation that changes the list of keys. What it answers is a secret: it is forgotten as soon as nobody shows it. */
function useKeyMutation<Variables, Answer>(
  mutationFn: (variables: Variables) => Promise<Answer>,
): UseMutationResult<Answer, Error, Variables> {
  const client = useQueryClient();
  return useChange({
    mutationFn,
    gcTime: 0,
    // Also one whose answer was lost is in the list.
    onSettled: () => {
      void client.invalidateQueries({ queryKey: apiKeysQuery(browserApi).queryKey });
    },
  });
}

export const useCreateApiKey = (): UseMutationResult<ApiKeyCreated, Error, ApiKeyCreate> =>
  useKeyMutation((body: ApiKeyCreate) => browserApi.apiKeys.create(body));

export const useRotateApiKey = (): UseMutationResult<ApiKeyCreated, Error, { id: string; overlapSeconds: number }> =>
  useKeyMutation(({ id, overlapSeconds }: { id: string; overlapSeconds: number }) =>
    browserApi.apiKeys.rotate(id, { overlap_seconds: overlapSeconds }),
  );

export const useRevokeApiKey = (): UseMutationResult<void, Error, string> => useKeyMutation((id: string) => browserApi.apiKeys.revoke(id));
