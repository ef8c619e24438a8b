/**
 * Whether a page of this very dashboard sends the request. Browsers say with every write which page it comes from, and no page can
 * say otherwise; programs that say nothing are not let through either.
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Origin
 */
export function isOwnOrigin(headers: Headers, isInsecure: boolean): boolean {
  const [origin, host, site] = ['origin', 'host', 'sec-fetch-site'].map((name) => headers.get(name));
  if (!origin || !host) return false;
  if (site != null && site !== 'same-origin') return false;
  return origin === `https://${host}` || (isInsecure && origin === `http://${host}`);
}
