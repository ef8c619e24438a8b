import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server';
import { NONCE_HEADER, PATH_HEADER } from './server/page-headers';
import { pagePolicy } from './server/security-headers';

/** Gives each page its own nonce and Content-Security-Policy, and tells it its own address. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next reads the nonce for its own scripts and styles out of this header.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages only: data and files have headers of their own. */
export const config = { matcher: '/((?!api/|_next/|icon\\.svg$|icon-needs-you\\.svg$|igny8-bridge\\.zip$).*)' };
