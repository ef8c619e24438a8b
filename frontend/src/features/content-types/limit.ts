import { formatNumber } from '../../ui/words';

/** The most items that are kept of a type; null for all. */
export type Limit = number | null;

const LEAST = 1;
const MOST = 10_000;
const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export const ALL = 'all';

export const limitWords = (limit: Limit, locale: string): string => (limit === null ? ALL : formatNumber(limit, locale));

/** As it is typed again, whatever the reader's way of writing numbers. */
export const limitText = (limit: Limit): string => (limit === null ? ALL : String(limit));

/**
 * Reads what was typed: a whole number, grouped as people group it (1,000, 1.000, 1 000) and in the reader's digits if they have
 * their own (١٬٠٠٠), or `all`. Undefined when it is neither.
 */
export function parseLimit(text: string, locale: string): Limit | undefined {
  const typed = latinDigits(text.trim().toLowerCase(), locale);
  if (typed === ALL) return null;
  if (!/^\d{1,3}([ ,.'’٬\u00a0\u202f]\d{3})+$|^\d+$/.test(typed)) return undefined;
  const limit = Number(typed.replaceAll(/\D/g, ''));
  return limit >= LEAST && limit <= MOST ? limit : undefined;
}

const latinDigits = (text: string, locale: string): string =>
  DIGITS.reduce((read, digit) => read.replaceAll(formatNumber(digit, locale), String(digit)), text);

export const limitRule = (locale: string): string =>
  `Limit must be a number from ${formatNumber(LEAST, locale)} to ${formatNumber(MOST, locale)}, or ${ALL}.`;
