import { documentEtag, matchesEtag, matchesSettings, typeEtag } from './etags.js';

it.each([
  [typeEtag(3), true],
  [typeEtag(2), false],
  [documentEtag(7, new Date(1), 'abc'), true],
  [documentEtag(7, null, 'another moment'), true],
  [documentEtag(6, new Date(1), 'abc'), false],
  ['*', true],
  [`${typeEtag(1)}, ${typeEtag(3)}`, true],
  ['v3', false],
  ['', false],
  ['"s71.abc"', false],
])('If-Match: %s names version 3 of revision 7: %s', (header, expected) => {
  expect(matchesSettings(header, 3, 7)).toBe(expected);
});

it.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
])('If-None-Match: %s knows "a": %s', (header, expected) => {
  expect(matchesEtag(header, '"a"')).toBe(expected);
});
