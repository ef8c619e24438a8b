import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/**
 * Where a request came from. Proxies write into X-Forwarded-For what they like: an address with a port, in brackets, or no address
 * at all, which then is the proxy's own.
 */
export function addressOf({ ip, socket }: FastifyRequest): string | null {
  return normalized(ip) ?? normalized(socket.remoteAddress);
}

/** As PostgreSQL takes it; null when it is none. */
function normalized(text = ''): string | null {
  const bare = text
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
}

/** What counts as one place: an IPv4 address, or the /64 of an IPv6 one, which is what a single customer is given. */
export function placeOf(address: string | null): string {
  if (address === null) return 'unknown';
  const ip = ipaddr.process(address);
  return ip.kind() === 'ipv6' ? (ip as ipaddr.IPv6).parts.slice(0, 4).join(':') : address;
}

/** Gives a handler the address that it was called from. */
export const Address = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  addressOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
