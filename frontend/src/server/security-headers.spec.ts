import { pagePolicy } from './security-headers';

describe('the policy of a page', () => {
  const policy = new Map(
    pagePolicy('n0nce', false)
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );

  it('runs only scripts with the nonce, or what they load', () => {
    expect(policy.get('script-src')).toBe("'self' 'nonce-n0nce' 'strict-dynamic'");
  });

  it('takes style sheets with the nonce only, and style attributes', () => {
    expect(policy.get('style-src')).toBe("'self' 'nonce-n0nce'");
    expect(policy.get('style-src-attr')).toBe("'unsafe-inline'");
  });

  it.each([
    ['default-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'none'"],
    ['form-action', "'self'"],
    ['connect-src', "'self'"],
    ['img-src', "'self'"],
  ])('has %s %s', (directive, value) => {
    expect(policy.get(directive)).toBe(value);
  });
});
