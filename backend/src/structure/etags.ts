import { crc32 } from 'node:zlib';

/** The ETag of one type's settings: their version. */
export const typeEtag = (version: number): string => `"v${String(version)}"`;

/**
 * The ETag of the whole document: the revision of all settings, which is all that counts in If-Match; when the structure was
 * fetched; and the CRC-32 of the text, for what else moves: between two fetches, counts.
 */
export const documentEtag = (revision: number, fetchedAt: Date | null, text: string): string =>
  `"s${String(revision)}.${(fetchedAt?.getTime() ?? 0).toString(36)}.${crc32(text).toString(36)}"`;

/** Whether If-Match names the settings as they are: by the type's own ETag, or by that of the document. */
export function matchesSettings(ifMatch: string, version: number, revision: number): boolean {
  return list(ifMatch).some((tag) => tag === '*' || tag === typeEtag(version) || tag.startsWith(`"s${String(revision)}.`));
}

/** Whether If-None-Match names this ETag (weak comparison, RFC 9110, 13.1.2). */
export const matchesEtag = (ifNoneMatch: string, etag: string): boolean =>
  list(ifNoneMatch).some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);

const list = (header: string): string[] => header.split(',').map((tag) => tag.trim());
