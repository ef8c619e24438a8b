/** Formatters are dear to make and cheap to use. */
const numberFormats = new Map<string, Intl.NumberFormat>();
/** The words are English, so their plurals are; only numbers and dates are written as the reader writes them. */
const plurals = new Intl.PluralRules('en');

/** A number as the reader writes it: 1,240 or 1.240. */
export function formatNumber(value: number, locale: string): string {
  let format = numberFormats.get(locale);
  if (format === undefined) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(value);
}

/** A number with its word: `1 item`, `1,240 items`. */
export const counted = (value: number, one: string, other: string, locale: string): string =>
  `${formatNumber(value, locale)} ${plurals.select(value) === 'one' ? one : other}`;

/** What a number is called that nobody knows: never 0. */
export const UNKNOWN = '–';
