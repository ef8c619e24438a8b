import type { Problem, ProblemCode } from '@igny8/sdk';
import { DATA_POLICY } from './security-headers';

/** What the dashboard's own server has to say, in the form in which the backend says it (RFC 9457). */
const OWN_PROBLEMS = {
  not_found: { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
  origin_refused: { status: 403, title: 'Not from this dashboard', detail: 'Only the pages of this dashboard may change something.' },
  unauthenticated: { status: 401, title: 'Not signed in', detail: 'You are not signed in.' },
  malformed_request: { status: 400, title: 'The request cannot be read', detail: 'The request cannot be read.' },
  payload_too_large: { status: 413, title: 'The request is too large', detail: 'The body is over 64 KiB.' },
  unsupported_media_type: {
    status: 415,
    title: 'The media type is not supported',
    detail: 'Send the body as application/json.',
  },
  service_unavailable: {
    status: 503,
    title: 'Not available right now',
    detail: 'IGNY8 cannot be reached right now. Try again in a moment.',
  },
} as const satisfies Partial<Record<ProblemCode | 'origin_refused', { status: number; title: string; detail: string }>>;

export type OwnProblemCode = keyof typeof OWN_PROBLEMS;

/** An answer that says what went wrong here, before the backend was asked or because it did not answer. */
export function problemResponse(code: OwnProblemCode, request: Request, requestId: string): Response {
  const { status, title, detail } = OWN_PROBLEMS[code];
  const problem: Omit<Problem, 'code'> & { code: OwnProblemCode } = {
    type: `/docs/problems/${code}`,
    title,
    status,
    detail,
    instance: new URL(request.url).pathname.slice(0, 4096),
    code,
    request_id: requestId,
  };
  return dataResponse(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json', 'X-Request-Id': requestId });
}

/** An answer that is data and not to be kept by anybody, unless the headers say otherwise. */
export function dataResponse(body: BodyInit | null, status: number, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { status, headers: { 'Cache-Control': 'no-store', 'Content-Security-Policy': DATA_POLICY, ...headers } });
}
