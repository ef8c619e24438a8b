import { invalidField } from '../platform/problem/problem.js';

/** A home URL in the form in which it is stored, and what makes it one of its kind. */
export interface HomeUrl {
  /** `https://example.com/blog`: host in lower case and ASCII, no default port, no final slash, no query. */
  readonly url: string;
  /** The same without its scheme: a site that moves from http to https stays the same site. */
  readonly key: string;
}

const LONGEST = 2048;
/** What a host may be in DNS (labels of at most 63), or an IPv6 address; with a port. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w-]{1,63}(?:\.[\w-]{1,63})*)(?::\d+)?$/;

/** Reads a home URL as people and WordPress write it; undefined when it is none. Without a scheme it is https. */
export function readHomeUrl(text: string): HomeUrl | undefined {
  const url = parseWebAddress(text);
  if (url === undefined) return undefined;
  const path = inUri(url.pathname.replace(/\/+$/, ''));
  const host = url.host.replace(/\.(?=:|$)/, '');
  const home = { url: `${url.protocol}//${host}${path}`, key: `${host}${path}` };
  return HOST.test(host) && home.url.length <= LONGEST ? home : undefined;
}

/**
 * Reads the URL of a site's REST API, in the form in which it is stored.
 * @throws ProblemError `validation_failed` when it is not on the host of the home URL (calls must not be sent elsewhere), or too long
 */
export function readRestUrl(text: string, home: string): string {
  const url = /^https?:\/\/[^\\]*$/i.test(text) ? parseWebAddress(text) : undefined;
  if (url === undefined || url.host !== parseWebAddress(home)?.host)
    throw invalidField('/rest_url', 'host', `must be a web address on the host of ${home}`);
  const stored = `${url.protocol}//${url.host}${inUri(url.pathname)}${inUri(url.search)}`;
  // Three characters may stand there for one that was sent.
  if (stored.length > LONGEST)
    throw invalidField('/rest_url', 'maxLength', `must have at most ${String(LONGEST)} characters when it is encoded`);
  return stored;
}

/** What the URL parser lets be and RFC 3986 does not. */
const inUri = (part: string): string =>
  part.replaceAll(/[^\w\-.~!$&'()*+,;=:@/?%]/g, encodeURIComponent).replaceAll(/%(?![0-9a-f]{2})/gi, '%25');

function parseWebAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url;
}
