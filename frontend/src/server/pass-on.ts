import { logFailure, forwardedHeaders } from './backend';
import { readBody } from './body';
import type { Config } from './config';
import { allowedPath } from './operations';
import { isOwnOrigin } from './origin';
import { dataResponse, problemResponse } from './problem';
import { requestIdOf } from './request-id';
import { endedCookie, readSessionToken } from './session-cookie';

/** Where the pages find the operations of the backend. */
const PREFIX = '/api/igny8';
const TIMEOUT_MS = 30_000;

/** Which headers of a page reach the backend, and which of the backend's reach the page. Nothing else goes either way. */
const PASSED_ON = ['accept', 'content-type', 'idempotency-key', 'if-match', 'if-none-match', 'igny8-background'] as const;
const PASSED_BACK = ['content-type', 'etag', 'retry-after', 'x-request-id'] as const;

/**
 * Passes a request of a page on to the backend, with the session's token in place of its cookie, and streams the answer back.
 * Only what is on the closed list is passed on; what changes something only from the dashboard's own pages.
 */
export async function passOn(request: Request, config: Config): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const { pathname, search } = new URL(request.url);
  const path = allowedPath(request.method, pathname.slice(PREFIX.length));
  if (path === undefined) return problemResponse('not_found', request, requestId);
  const isWrite = request.method !== 'GET';
  if (isWrite && !isOwnOrigin(request.headers, config.isInsecure)) return problemResponse('origin_refused', request, requestId);
  const token = readSessionToken(request.headers.get('cookie'), config.isInsecure);
  if (token === undefined) return problemResponse('unauthenticated', request, requestId);
  const body = isWrite ? await readBody(request) : null;
  if (body === undefined) return problemResponse('payload_too_large', request, requestId);
  const headers = new Headers({
    ...forwardedHeaders(request.headers, config),
    'X-Request-Id': requestId,
    Authorization: `Bearer ${token}`,
  });
  copy(request.headers, headers, PASSED_ON);
  try {
    const answer = await fetch(`${config.apiUrl}${path}${search}`, {
      method: request.method,
      headers,
      body: body?.byteLength === 0 ? null : body,
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (isOfBackend(answer)) return passBack(answer, config);
    await answer.body?.cancel();
    logFailure(`something other than the backend answered ${String(answer.status)}`, requestId);
  } catch (error) {
    if (!request.signal.aborted) logFailure('the backend did not answer', requestId, error);
  }
  return problemResponse('service_unavailable', request, requestId);
}

/** The backend speaks JSON or says nothing. A page of a load balancer must not appear under the dashboard's address. */
function isOfBackend(answer: Response): boolean {
  if (answer.status === 204 || answer.status === 304) return true;
  return /^application\/(problem\+)?json\b/.test(answer.headers.get('content-type') ?? '');
}

function passBack(answer: Response, config: Config): Response {
  const response = dataResponse(answer.body, answer.status, {
    // With an ETag the browser keeps the answer, but asks every time whether it still holds (If-None-Match).
    ...(answer.headers.has('etag') ? { 'Cache-Control': 'private, no-cache' } : {}),
    ...(answer.status === 401 ? { 'Set-Cookie': endedCookie(config.isInsecure) } : {}),
  });
  copy(answer.headers, response.headers, PASSED_BACK);
  return response;
}

function copy(from: Headers, to: Headers, names: readonly string[]): void {
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) to.set(name, value);
  }
}
