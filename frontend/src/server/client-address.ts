import { isIP } from 'node:net';

/**
 * The address of the person's machine: that of whoever connected, or what a trusted proxy says of it.
 * @param peer who connected to us
 * @param forwardedFor `X-Forwarded-For` as it arrived: every proxy adds at the end who connected to it, so it is read from there, and
 * only as far as those who wrote it are trusted
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, isTrusted: (address: string) => boolean): string {
  let address = plain(peer);
  const told = (forwardedFor ?? '').split(',').map((entry) => plain(entry.trim()));
  while (isTrusted(address)) {
    const before = told.pop();
    if (before === undefined || isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** An IPv4 address as itself, also where the system writes it as IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
