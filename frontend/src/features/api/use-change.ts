'use client';

import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { browserSession } from './browser-session';

interface Change<Result, Wanted> extends Omit<UseMutationOptions<Result, Error, Wanted>, 'mutationFn'> {
  readonly mutationFn: (wanted: Wanted) => Promise<Result>;
}

/** A mutation that the end of the session only delays: it is done once somebody has signed in again. */
export function useChange<Result, Wanted>({ mutationFn, ...options }: Change<Result, Wanted>): UseMutationResult<Result, Error, Wanted> {
  return useMutation({ ...options, mutationFn: (wanted) => browserSession.finish(() => mutationFn(wanted)) });
}
