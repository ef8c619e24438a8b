/** The language that the reader likes best, by `Accept-Language`; `en` when it says nothing that can be used. */
export function readerLocale(acceptLanguage: string | null): string {
  const best = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => weight > 0 && isLocale(tag))
    .sort((a, b) => b.weight - a.weight);
  return best[0]?.tag ?? 'en';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
