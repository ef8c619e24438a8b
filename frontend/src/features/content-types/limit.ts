import { formatNumber } from '../../ui/words';

/** The most items that are kept of a type; null for all. */
export type Limit = number | null;

const LEAST = 1;
const MOST = 10_000;

export const ALL = 'all';

export const limitWords = (limit: Limit, locale: string): string => (limit === null ? ALL : formatNumber(limit, locale));

/** As it is typed again, whatever the reader's way of writing numbers. */
export const limitText = (limit: Limit): string => (limit === null ? ALL : String(limit));

/**
 * Reads what was typed: a whole number, grouped as people group it (1,000, 1.000, 1 000) and in whatever digits (١٬٠٠٠), or `all`.
 * Undefined when it is neither.
 */
export function parseLimit(text: string): Limit | undefined {
  const typed = text
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .replaceAll(/\p{Nd}/gu, digitOf);
  if (typed === ALL) return null;
  if (!/^\d{1,3}([ ,.'’٬\u00a0\u202f]\d{3})+$|^\d+$/.test(typed)) return undefined;
  const limit = Number(typed.replaceAll(/\D/g, ''));
  return limit >= LEAST && limit <= MOST ? limit : undefined;
}

/** The digits of every script stand in Unicode from 0 to 9; where several follow each other, the next begin with 0 again. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

export const limitRule = (locale: string): string =>
  `Limit must be a number from ${formatNumber(LEAST, locale)} to ${formatNumber(MOST, locale)}, or ${ALL}.`;
