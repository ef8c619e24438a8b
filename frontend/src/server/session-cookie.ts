/** What a token looks like in a header: visible ASCII, and nothing that could end the cookie. */
const TOKEN = /^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]{1,100}$/;

/**
 * The cookie that holds the token of the session. With the prefix `__Host-` a browser takes it only over HTTPS, from this host, for
 * this host; plain HTTP (development) cannot have that.
 */
const nameOf = (isInsecure: boolean): string => (isInsecure ? 'igny8_session' : '__Host-igny8_session');

/** The token of the session in a request's `Cookie` header. */
export function readSessionToken(cookieHeader: string | null, isInsecure: boolean): string | undefined {
  const start = `${nameOf(isInsecure)}=`;
  const cookie = (cookieHeader ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start));
  const token = cookie?.slice(start.length) ?? '';
  return TOKEN.test(token) ? token : undefined;
}

/** `Set-Cookie` for a session that was just opened. */
export function sessionCookie(token: string, expiresAt: Date, isInsecure: boolean): string {
  return cookie(token, Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1000)), isInsecure);
}

/** `Set-Cookie` for a session that is over. */
export const endedCookie = (isInsecure: boolean): string => cookie('', 0, isInsecure);

const cookie = (value: string, maxAge: number, isInsecure: boolean): string =>
  [
    `${nameOf(isInsecure)}=${value}`,
    'Path=/',
    `Max-Age=${String(maxAge)}`,
    'HttpOnly',
    // Lax, so that a link in WordPress opens the dashboard signed in; what changes something is guarded by the Origin check.
    'SameSite=Lax',
    ...(isInsecure ? [] : ['Secure']),
  ].join('; ');
