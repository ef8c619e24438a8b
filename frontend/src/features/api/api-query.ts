import type { RequestOptions } from '@igny8/sdk';
import type { DataTag, InfiniteData, QueryFunction, QueryFunctionContext } from '@tanstack/react-query';

type Key = readonly string[];

/** What is asked for under a key, by the server for the first paint and by the browser from then on. */
export interface ApiQuery<Data> {
  readonly queryKey: DataTag<Key, Data, Error>;
  readonly queryFn: QueryFunction<Data, Key>;
}

/** The same for a list that comes in pages. */
export interface ApiPages<Page> {
  readonly queryKey: DataTag<Key, InfiniteData<Page, string | undefined>, Error>;
  readonly queryFn: QueryFunction<Page, Key, string | undefined>;
  readonly initialPageParam: string | undefined;
  readonly getNextPageParam: (last: Page) => string | null;
}

export function apiQuery<Data>(key: Key, load: (options: RequestOptions) => Promise<Data>): ApiQuery<Data> {
  return { queryKey: key as ApiQuery<Data>['queryKey'], queryFn: (context) => load(requestOptions(context)) };
}

/** @param load gets the page that starts at a cursor */
export function apiPages<Page extends { readonly next_cursor: string | null }>(
  key: Key,
  load: (page: { cursor?: string }, options: RequestOptions) => PromiseLike<Page>,
): ApiPages<Page> {
  return {
    queryKey: key as ApiPages<Page>['queryKey'],
    queryFn: async ({ pageParam, ...context }) => load(pageParam === undefined ? {} : { cursor: pageParam }, requestOptions(context)),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor,
  };
}

/** Only what is asked for first was asked for by a person: what renews it, or tries it again, must not keep a session alive. */
function requestOptions({ client, queryKey, signal }: Pick<QueryFunctionContext, 'client' | 'queryKey' | 'signal'>): RequestOptions {
  const { data, errorUpdateCount = 0 } = client.getQueryState(queryKey) ?? {};
  return { signal, background: data !== undefined || errorUpdateCount > 0 };
}
