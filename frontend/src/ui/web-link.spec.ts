import { webLink } from './web-link';

describe('a link to an address that came from elsewhere', () => {
  it('leads to pages of the web', () => {
    expect(webLink('https://example.com/blog')).toBe('https://example.com/blog');
    expect(webLink('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080/');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'example.com', ''])('does not lead to %s', (address) => {
    expect(webLink(address)).toBeUndefined();
  });
});
