import { Sealer } from './sealer.js';
import type { Config } from '../config/config.js';

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const sealer = (keys: string): Sealer => new Sealer({ IGNY8_SEALING_KEYS: keys } as Config);

it('opens what it sealed, for the row that it was sealed for', () => {
  const sealed = sealer(`1:${key(1)}`).seal('whsec_secret', 'row-1');
  expect(sealed.toString('latin1')).not.toContain('whsec_secret');
  expect(sealer(`1:${key(1)}`).open(sealed, 'row-1')).toBe('whsec_secret');
  expect(() => sealer(`1:${key(1)}`).open(sealed, 'row-2')).toThrow();
});

it('never seals the same text to the same bytes', () => {
  const one = sealer(`1:${key(1)}`);
  expect(one.seal('x', 'r').equals(one.seal('x', 'r'))).toBe(false);
});

it('seals with the last key and opens with all of them', () => {
  const old = sealer(`1:${key(1)}`).seal('x', 'r');
  const both = sealer(`1:${key(1)},2:${key(2)}`);
  expect(both.open(old, 'r')).toBe('x');
  expect(both.seal('x', 'r')[0]).toBe(2);
});

it('opens nothing that was altered, or whose key is gone or another', () => {
  const sealed = sealer(`1:${key(1)}`).seal('x', 'r');
  for (let i = 0; i < sealed.length; i++) {
    const altered = Buffer.from(sealed);
    altered[i] = (altered[i] ?? 0) ^ 1;
    expect(() => sealer(`1:${key(1)}`).open(altered, 'r')).toThrow();
  }
  expect(() => sealer(`2:${key(1)}`).open(sealed, 'r')).toThrow('no key of version 1');
  expect(() => sealer(`1:${key(3)}`).open(sealed, 'r')).toThrow();
});
