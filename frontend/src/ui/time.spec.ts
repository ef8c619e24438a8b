import { clock, date, exactTime, timeAgo, type Reader } from './time';

const NOW = Date.parse('2025-11-22T10:00:00Z');
const LONDON: Reader = { locale: 'en-GB', zone: 'Europe/London' };
const TOKYO: Reader = { locale: 'en-GB', zone: 'Asia/Tokyo' };
const GERMAN: Reader = { locale: 'de-DE', zone: 'Europe/Berlin' };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('how long ago something was', () => {
  it.each([
    [-3 * HOUR, 'just now'],
    [0, 'just now'],
    [59 * SECOND, 'just now'],
    [60 * SECOND, '1 min ago'],
    [5 * MINUTE, '5 min ago'],
    [HOUR - 1, '59 min ago'],
    [HOUR, '1 h ago'],
    [3 * HOUR, '3 h ago'],
    [DAY - 1, '23 h ago'],
    [DAY, '1 day ago'],
    [2 * DAY, '2 days ago'],
    [7 * DAY - 1, '6 days ago'],
    [7 * DAY, '15 Nov 2025'],
  ])('%d ms is %s', (age, expected) => {
    expect(timeAgo(NOW - age, NOW, LONDON)).toBe(expected);
  });
});

describe('when something was', () => {
  it('is told in the zone of the reader', () => {
    const at = Date.parse('2025-11-22T22:30:05Z');
    expect(date(at, LONDON)).toBe('22 Nov 2025');
    expect(date(at, TOKYO)).toBe('23 Nov 2025');
    expect(exactTime(at, LONDON)).toBe('22 Nov 2025, 22:30:05 GMT');
    expect(exactTime(at, TOKYO)).toBe('23 Nov 2025, 07:30:05 GMT+9');
  });

  it('is told as the reader writes it', () => {
    expect(date(NOW, GERMAN)).toBe('22. Nov. 2025');
    expect(date(NOW, { ...LONDON, locale: 'en-US' })).toBe('Nov 22, 2025');
  });

  it('is the time on the same day, with the date on another', () => {
    expect(clock(NOW, NOW + HOUR, LONDON)).toBe('10:00');
    expect(clock(NOW, NOW + DAY, LONDON)).toBe('22 Nov 2025, 10:00');
    // The same moment is another day elsewhere.
    expect(clock(NOW, NOW + 6 * HOUR, TOKYO)).toBe('22 Nov 2025, 19:00');
  });
});
