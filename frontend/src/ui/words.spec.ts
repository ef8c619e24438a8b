import { counted, formatNumber } from './words';

describe('numbers', () => {
  it('are written as the reader writes them', () => {
    expect(formatNumber(1240, 'en-GB')).toBe('1,240');
    expect(formatNumber(1240, 'de-DE')).toBe('1.240');
    expect(formatNumber(9007199254740991, 'en-US')).toBe('9,007,199,254,740,991');
  });

  it('have English words, also for readers of languages with other plurals', () => {
    expect([0, 1, 2, 1240].map((count) => counted(count, 'item', 'items', 'en-GB'))).toEqual([
      '0 items',
      '1 item',
      '2 items',
      '1,240 items',
    ]);
    expect(counted(2, 'item', 'items', 'pl')).toBe('2 items');
    expect(counted(1, 'item', 'items', 'ja')).toBe('1 item');
  });
});
