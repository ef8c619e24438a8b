import { Igny8, Igny8Error, type LoginRequest, type Session } from '@igny8/sdk';
import { returnPath } from '../features/session/return-path';
import { forwardedHeaders, logFailure } from './backend';
import { readBody } from './body';
import type { Config } from './config';
import { isOwnOrigin } from './origin';
import { dataResponse, problemResponse } from './problem';
import { requestIdOf } from './request-id';
import { endedCookie, readSessionToken, sessionCookie } from './session-cookie';

/**
 * Signs in: `POST {email, password}`. The token of the session goes into the cookie and nowhere else. A form that is sent before the
 * page's script runs is understood too, and answered with where to go.
 */
export async function signIn(request: Request, config: Config): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  if (!isOwnOrigin(request.headers, config.isInsecure)) return problemResponse('origin_refused', request, requestId);
  const mediaType = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  if (!isForm && mediaType !== 'application/json') return problemResponse('unsupported_media_type', request, requestId);
  const body = await readBody(request);
  if (body === undefined) return problemResponse('payload_too_large', request, requestId);
  const fields = parse(new TextDecoder().decode(body), isForm);
  if (fields === undefined) return problemResponse('malformed_request', request, requestId);
  const next = returnPath(fields['next']);
  try {
    const session = await login(request, config, requestId, { email: fields['email'] ?? '', password: fields['password'] ?? '' });
    const cookie = sessionCookie(session.token, new Date(session.expires_at), config.isInsecure);
    return isForm ? seeOther(next, cookie) : dataResponse(null, 204, { 'Set-Cookie': cookie, 'X-Request-Id': requestId });
  } catch (error) {
    if (!(error instanceof Igny8Error)) logFailure('the backend did not answer a sign-in', requestId, error);
    const code = error instanceof Igny8Error ? error.code : 'service_unavailable';
    if (isForm) return seeOther(`/sign-in?${new URLSearchParams({ failed: code, next }).toString()}`);
    return error instanceof Igny8Error ? refusal(error) : problemResponse('service_unavailable', request, requestId);
  }
}

/** Signs out: ends the session and forgets its cookie, also when the backend cannot be asked. */
export async function signOut(request: Request, config: Config): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  if (!isOwnOrigin(request.headers, config.isInsecure)) return problemResponse('origin_refused', request, requestId);
  const token = readSessionToken(request.headers.get('cookie'), config.isInsecure);
  if (token !== undefined) {
    await client(request, config, requestId, token)
      .auth.logout()
      .catch((error: unknown) => {
        logFailure('a session could not be ended', requestId, error);
      });
  }
  return dataResponse(null, 204, {
    'Set-Cookie': endedCookie(config.isInsecure),
    'Clear-Site-Data': '"cache"',
    'X-Request-Id': requestId,
  });
}

function parse(text: string, isForm: boolean): Readonly<Record<string, string>> | undefined {
  if (isForm) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return undefined;
  }
}

const login = (request: Request, config: Config, requestId: string, body: LoginRequest): Promise<Session> =>
  client(request, config, requestId).auth.login(body);

/** A client of the backend that speaks for whoever sent the request. It does not try again: the page says how long to wait. */
function client(request: Request, config: Config, requestId: string, token?: string): Igny8 {
  return new Igny8({
    baseUrl: config.apiUrl,
    token,
    maxRetries: 0,
    fetch: (sent) => {
      const headers = new Headers(sent.headers);
      for (const [name, value] of Object.entries(forwardedHeaders(request.headers, config))) headers.set(name, value);
      headers.set('X-Request-Id', requestId);
      return fetch(new Request(sent, { headers }), { cache: 'no-store' });
    },
  });
}

function refusal({ problem, retryAfter }: Igny8Error): Response {
  return dataResponse(JSON.stringify(problem), problem.status, {
    'Content-Type': 'application/problem+json',
    'X-Request-Id': problem.request_id,
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfter)) }),
  });
}

const seeOther = (location: string, cookie?: string): Response =>
  dataResponse(null, 303, { Location: location, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) });
