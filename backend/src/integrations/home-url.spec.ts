import { isOnHostOf, readHomeUrl } from './home-url.js';

it.each([
  ['example.com', 'https://example.com'],
  ['  HTTPS://Example.COM/ ', 'https://example.com'],
  ['http://example.com:80/blog/', 'http://example.com/blog'],
  ['https://example.com:443', 'https://example.com'],
  ['https://example.com:8443/', 'https://example.com:8443'],
  ['https://example.com./', 'https://example.com'],
  ['https://example.com/a/?x=1#y', 'https://example.com/a'],
  ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('%s is stored as %s', (text, url) => {
  expect(readHomeUrl(text)?.url).toBe(url);
});

it('is the same site over http and https', () => {
  expect(readHomeUrl('http://example.com')?.key).toBe(readHomeUrl('https://example.com/')?.key);
});

it.each([
  '',
  ' ',
  'https://',
  'ftp://example.com',
  'javascript:alert(1)',
  'https://a b',
  'https://user@example.com',
  'https://user:pw@example.com',
  'mailto:a@b.c',
  `https://${'a'.repeat(2100)}.example`,
])('%s is no home URL', (text) => {
  expect(readHomeUrl(text)).toBeUndefined();
});

it.each([
  ['https://example.com/wp-json/', 'https://example.com/blog', true],
  ['https://example.com:8443/', 'https://example.com', false],
  ['https://example.com.evil.example/', 'https://example.com', false],
  ['https://example.com@evil.example/', 'https://example.com', false],
  ['not a url', 'also none', false],
])('whether %s is on the host of %s: %s', (url, home, expected) => {
  expect(isOnHostOf(url, home)).toBe(expected);
});
