import ipaddr from 'ipaddr.js';

/** What counts as one place: an IPv4 address, or the /64 of an IPv6 one, which is what a single customer is given. */
export function placeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const ip = ipaddr.process(address);
  return ip.kind() === 'ipv6' ? (ip as ipaddr.IPv6).parts.slice(0, 4).join(':') : ip.toString();
}
