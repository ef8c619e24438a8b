/** A home URL in the form in which it is stored, and what makes it one of its kind. */
export interface HomeUrl {
  /** `https://example.com/blog`: host in lower case and ASCII, no default port, no final slash, no query. */
  readonly url: string;
  /** The same without its scheme: a site that moves from http to https stays the same site. */
  readonly key: string;
}

const LONGEST = 2048;

/** Reads a home URL as people and WordPress write it; undefined when it is none. Without a scheme it is https. */
export function readHomeUrl(text: string): HomeUrl | undefined {
  const url = parseWebAddress(text);
  if (url === undefined) return undefined;
  const path = url.pathname.replace(/\/+$/, '');
  const host = url.host.replace(/\.(?=:|$)/, '');
  const home = { url: `${url.protocol}//${host}${path}`, key: `${host}${path}` };
  return host !== '' && home.url.length <= LONGEST ? home : undefined;
}

/** Whether a URL (the REST API's) is on the host of a home URL: calls must not be sent elsewhere. */
export function isOnHostOf(text: string, home: string): boolean {
  const host = parseWebAddress(text)?.host;
  return host !== undefined && host === parseWebAddress(home)?.host;
}

function parseWebAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url;
}
