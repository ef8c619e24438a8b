import type { ApiKeyPage, Igny8 } from '@igny8/sdk';
import { apiPages, type ApiPages } from '../api/api-query';

const KEYS_AT_ONCE = 50;

/** The API keys of the account, newest first. */
export const apiKeysQuery = (api: Igny8): ApiPages<ApiKeyPage> =>
  apiPages(['api-keys'], (page, options) => api.apiKeys.list({ limit: KEYS_AT_ONCE, ...page }, options));
