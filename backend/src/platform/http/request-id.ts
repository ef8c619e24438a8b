import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const OWN = /^[A-Za-z0-9._-]{1,64}$/;
/** W3C Trace Context: version, trace id, parent id, flags. */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's own id for the request when it is well-formed, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const own = headers['x-request-id'];
  if (typeof own === 'string' && OWN.test(own)) return own;
  const trace = headers.traceparent;
  return (typeof trace === 'string' ? TRACEPARENT.exec(trace)?.[1] : undefined) ?? randomUUID();
}
