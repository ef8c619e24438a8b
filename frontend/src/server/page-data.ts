import { Igny8, Igny8Error } from '@igny8/sdk';
import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { endOf, isSignedOut } from '../features/api/session-end';
import { meQuery } from '../features/session/queries';
import { forwardedHeaders } from './backend';
import { config } from './config';
import { PATH_HEADER } from './page-headers';
import { requestIdOf } from './request-id';
import { readSessionToken } from './session-cookie';

/** A page that the backend keeps waiting is drawn without its data; the browser asks again. */
const TIMEOUT_MS = 5_000;

interface PageData {
  readonly client: QueryClient;
  /** Undefined when nobody is signed in. */
  readonly api: Igny8 | undefined;
}

/** What the layouts and the page of one request share. */
const pageData = cache(async (): Promise<PageData> => {
  const request = await headers();
  const token = readSessionToken(request.get('cookie'), config().isInsecure);
  return {
    client: new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } }),
    api: token === undefined ? undefined : apiFor(token, request),
  };
});

function apiFor(token: string, request: Headers): Igny8 {
  const forwarded = { ...forwardedHeaders(request, config()), 'X-Request-Id': requestIdOf(request) };
  return new Igny8({
    baseUrl: config().apiUrl,
    token,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    fetch: (sent) => {
      const sentHeaders = new Headers(sent.headers);
      for (const [name, value] of Object.entries(forwarded)) sentHeaders.set(name, value);
      return fetch(new Request(sent, { headers: sentHeaders }), { cache: 'no-store' });
    },
  });
}

/** Lets only people pass who are signed in; others are led to the sign-in and back. */
export async function requireSession(): Promise<DehydratedState> {
  const { client, api } = await pageData();
  const next = (await headers()).get(PATH_HEADER) ?? '';
  if (api === undefined) redirect(`/sign-in?${new URLSearchParams({ next }).toString()}`);
  try {
    await client.query(meQuery(api));
  } catch (error) {
    if (isSignedOut(error)) redirect(`/sign-in?${new URLSearchParams({ next, ended: endOf(error) }).toString()}`);
  }
  return dehydrate(client);
}

/** Whether the session of the request is one that the backend knows. */
export async function isSignedIn(): Promise<boolean> {
  const { client, api } = await pageData();
  if (api === undefined) return false;
  return client.query(meQuery(api)).then(
    () => true,
    () => false,
  );
}

/**
 * Loads what a page shows, so that it is there with the first paint. What cannot be loaded the browser asks for again, and says why
 * it fails; only a row that does not exist is told at once.
 */
export async function loadPage(load: (api: Igny8, client: QueryClient) => Promise<unknown>): Promise<DehydratedState> {
  const { client, api } = await pageData();
  if (api !== undefined) {
    try {
      await load(api, client);
    } catch (error) {
      if (error instanceof Igny8Error && error.status === 404) notFound();
    }
  }
  return dehydrate(client);
}
