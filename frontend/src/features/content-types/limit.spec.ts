import { limitRule, limitText, limitWords, parseLimit } from './limit';

describe('a limit that is typed', () => {
  it.each([
    ['100', 100],
    [' 1 ', 1],
    ['10000', 10_000],
    ['10,000', 10_000],
    ['10.000', 10_000],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    ['1’000', 1000],
    ['007', 7],
    ['\u200f٢٥٠', 250],
    ['۵۰', 50],
    ['𝟙𝟘𝟘', 100],
    ['all', null],
    [' ALL ', null],
  ])('%j is understood', (text, expected) => {
    expect(parseLimit(text)).toBe(expected);
  });

  it.each(['', ' ', '0', '10001', '99999999999999999999', '-1', '1.5', '1,5', '1,00', '1e3', '0x10', 'none', '100 items', 'null'])(
    '%j is not',
    (text) => {
      expect(parseLimit(text)).toBeUndefined();
    },
  );

  it('comes back as it is shown in the field', () => {
    for (const limit of [1, 100, 10_000, null]) expect(parseLimit(limitText(limit))).toBe(limit);
    for (const locale of ['en-GB', 'de-DE', 'fr-FR', 'de-CH', 'ar-EG', 'fa-IR', 'mr-IN', 'my-MM'])
      expect(parseLimit(limitWords(10_000, locale))).toBe(10_000);
  });

  it('has a rule in the reader’s numbers', () => {
    expect(limitRule('en-GB')).toBe('Limit must be a number from 1 to 10,000, or all.');
  });
});
