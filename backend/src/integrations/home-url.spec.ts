import { readHomeUrl, readRestUrl } from './home-url.js';

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
  ['https://example.com/a|[b]%zz', 'https://example.com/a%7C%5Bb%5D%25zz'],
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
  'http://..',
  'http://a..b',
  `https://${'a'.repeat(64)}.example`,
  'https://"(f)𓐓.example',
  `https://${'a'.repeat(2100)}.example`,
])('%s is no home URL', (text) => {
  expect(readHomeUrl(text)).toBeUndefined();
});

it.each([
  ['https://example.com/wp-json/', 'https://example.com/wp-json/'],
  ['HTTP://Example.com:80/index.php?rest_route=/#x', 'http://example.com/index.php?rest_route=/'],
  ['https://example.com/a|b%zz', 'https://example.com/a%7Cb%25zz'],
])('the REST API at %s is stored as %s', (text, stored) => {
  expect(readRestUrl(text, 'http://example.com/blog')).toBe(stored);
});

it('a REST API whose address is too long once it is encoded is refused, though it was short enough', () => {
  expect(() => readRestUrl(`https://example.com/${'|'.repeat(2000)}`, 'https://example.com')).toThrow('at most 2048 characters');
});

it.each([
  'https://example.com:8443/',
  'https://example.com.evil.example/',
  'https://example.com@evil.example/',
  'https://example.com\\@evil.example/',
  'example.com',
  '//example.com/',
  ' https://example.com/ ',
  'not a url',
])('%s is not on the host of the site', (text) => {
  expect(() => readRestUrl(text, 'https://example.com')).toThrow('must be a web address on the host of https://example.com');
});
