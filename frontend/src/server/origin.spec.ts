import { isOwnOrigin } from './origin';

const HOST = 'app.example.com';
const from = (headers: Record<string, string>): Headers => new Headers({ host: HOST, ...headers });

describe('the Origin check', () => {
  it('believes a page of the dashboard', () => {
    expect(isOwnOrigin(from({ origin: `https://${HOST}` }), false)).toBe(true);
    expect(isOwnOrigin(from({ origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }), false)).toBe(true);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a host that begins alike', { origin: `https://${HOST}.evil.example` }],
    ['a subdomain', { origin: `https://x.${HOST}` }],
    ['another port', { origin: `https://${HOST}:8443` }],
    ['plain HTTP', { origin: `http://${HOST}` }],
    ['a sandboxed page', { origin: 'null' }],
    ['somebody who says nothing', {}],
    ['a page whose browser says that it is of another site', { origin: `https://${HOST}`, 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', (_who, headers) => {
    expect(isOwnOrigin(from(headers as Record<string, string>), false)).toBe(false);
  });

  it('takes plain HTTP only where the dashboard is told to', () => {
    expect(isOwnOrigin(new Headers({ host: 'localhost:3000', origin: 'http://localhost:3000' }), true)).toBe(true);
    expect(isOwnOrigin(new Headers({ host: 'localhost:3000', origin: 'http://localhost:3001' }), true)).toBe(false);
    expect(isOwnOrigin(new Headers({ host: 'localhost:3000', origin: 'http://127.0.0.1:3000' }), true)).toBe(false);
  });
});
