import { clientAddress } from './client-address';

const isTrusted = (address: string): boolean => address.startsWith('10.');

describe('the address that a request comes from', () => {
  it('is whoever connected, whatever they say', () => {
    expect(clientAddress('203.0.113.7', '1.2.3.4', isTrusted)).toBe('203.0.113.7');
  });

  it('is what a trusted proxy says, and no further', () => {
    expect(clientAddress('10.0.0.1', '203.0.113.7', isTrusted)).toBe('203.0.113.7');
    expect(clientAddress('10.0.0.1', '1.2.3.4, 203.0.113.7', isTrusted)).toBe('203.0.113.7');
    expect(clientAddress('10.0.0.1', '1.2.3.4, 203.0.113.7, 10.0.0.2', isTrusted)).toBe('203.0.113.7');
  });

  it('is the trusted proxy itself when it says nothing, or nonsense', () => {
    expect(clientAddress('10.0.0.1', undefined, isTrusted)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', 'unknown', isTrusted)).toBe('10.0.0.1');
  });

  it('is IPv4 also where the system writes it as IPv6', () => {
    expect(clientAddress('::ffff:10.0.0.1', '::ffff:203.0.113.7', isTrusted)).toBe('203.0.113.7');
  });
});
