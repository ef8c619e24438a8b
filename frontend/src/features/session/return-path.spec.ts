import { returnPath } from './return-path';

describe('where to go after signing in', () => {
  it.each([
    ['/sites/new?url=https%3A%2F%2Fexample.com', '/sites/new?url=https%3A%2F%2Fexample.com'],
    ['/api-keys', '/api-keys'],
    ['/sites/1/content-types', '/sites/1/content-types'],
  ])('is the page that one wanted: %s', (wanted, expected) => {
    expect(returnPath(wanted)).toBe(expected);
  });

  it.each([
    [undefined],
    [null],
    [''],
    ['/'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['/\t/evil.example'],
    ['/.//evil.example/x'],
    ['/x/..//evil.example'],
    ['/%2e//evil.example'],
    ['/./\\evil.example'],
    ['https://evil.example/sites'],
    ['javascript:alert(1)'],
    ['sites'],
    ['/api/session'],
    ['/sign-in?next=/sites'],
  ])('is the list of sites and nowhere else: %j', (wanted) => {
    expect(returnPath(wanted)).toBe('/sites');
  });
});
