import { randomUUID } from 'node:crypto';

/** The id of a request: the caller's own when it is well-formed, else a new one. The backend goes by the same rule. */
export function requestIdOf(headers: Headers): string {
  const own = headers.get('x-request-id');
  return own !== null && /^[A-Za-z0-9._-]{1,64}$/.test(own) ? own : randomUUID();
}
