import type { FastifyRequest } from 'fastify';
import { addressOf, placeOf } from './address.js';

const from = (ip: string | undefined, remoteAddress: string | undefined = '192.0.2.1'): FastifyRequest =>
  ({ ip, socket: { remoteAddress } }) as FastifyRequest;

describe('the address of a request', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['198.51.100.7:5678', '198.51.100.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['unknown', '192.0.2.1'],
    ['', '192.0.2.1'],
    [undefined, '192.0.2.1'],
  ])('%s is %s', (said, address) => {
    expect(addressOf(from(said))).toBe(address);
  });

  it('is unknown when nothing says it', () => {
    expect(addressOf({ ip: 'unknown', socket: {} } as FastifyRequest)).toBeNull();
  });
});

describe('a place', () => {
  it('is an IPv4 address, or the first half of an IPv6 one', () => {
    expect(placeOf('198.51.100.7')).not.toBe(placeOf('198.51.100.8'));
    expect(placeOf('2001:db8::1')).toBe(placeOf('2001:db8::2:3:4:5'));
    expect(placeOf('2001:db8::1')).not.toBe(placeOf('2001:db8:0:1::1'));
    expect(placeOf(null)).toBe('unknown');
  });
});
