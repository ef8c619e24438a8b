import { readerLocale } from './reader-locale';

describe('the language of the reader', () => {
  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de-DE'],
    ['en;q=0.5, fr;q=0.9', 'fr'],
    ['*, pt-BR;q=0.1', 'pt-BR'],
    [null, 'en'],
    ['', 'en'],
    ['_,%%%', 'en'],
  ])('in %j is %s', (header, expected) => {
    expect(readerLocale(header)).toBe(expected);
  });
});
