import { formatNumber } from './words';

/** Who reads: how they write numbers and dates, and where they are. */
export interface Reader {
  readonly locale: string;
  readonly zone: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long ago something was: `just now`, `5 min ago`, `3 h ago`, `2 days ago`, from seven days on its date.
 * What seems to lie ahead, because two clocks differ, was just now.
 */
export function timeAgo(at: number, now: number, reader: Reader): string {
  const age = now - at;
  const number = (unit: number): string => formatNumber(Math.floor(age / unit), reader.locale);
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${number(MINUTE)} min ago`;
  if (age < DAY) return `${number(HOUR)} h ago`;
  if (age < 2 * DAY) return '1 day ago';
  if (age < 7 * DAY) return `${number(DAY)} days ago`;
  return date(at, reader);
}

/** `22 Nov 2025`. */
export const date = (at: number, reader: Reader): string =>
  formatter(reader, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** `22 Nov 2025, 11:00:00 CET`: what a time is exactly. */
export const exactTime = (at: number, reader: Reader): string =>
  formatter(reader, 'exact', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at);

/** `12:04` on the same day, else `22 Nov 2025, 12:04`. */
export function clock(at: number, now: number, reader: Reader): string {
  if (date(at, reader) === date(now, reader)) return formatter(reader, 'time', { hour: '2-digit', minute: '2-digit' }).format(at);
  return formatter(reader, 'date and time', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    at,
  );
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, zone }: Reader, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${kind}`;
  let format = formatters.get(key);
  if (format === undefined) formatters.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })));
  return format;
}
