import type { Igny8, Me } from '@igny8/sdk';
import { apiQuery, type ApiQuery } from '../api/api-query';

/** Who is signed in. It does not change while they are. */
export const meQuery = (api: Igny8): ApiQuery<Me> & { readonly staleTime: number } => ({
  ...apiQuery(['me'], (options) => api.auth.me(options)),
  staleTime: Infinity,
});
