import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { unexercised } from './support/exercised.js';

/** What is looked at when all tests have run: test/support/global-teardown.mjs. */
describe('the look at what the tests have seen', () => {
  const document = parse(readFileSync(join(process.cwd(), '../openapi.yaml'), 'utf8')) as Parameters<typeof unexercised>[0];
  const all = unexercised(document, []).missing;

  it('is content when every declared status was there', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(unexercised(document, all)).toEqual({ declared: all.length, missing: [] });
  });

  it('finds a status that no test has seen', () => {
    const declared = structuredClone(document);
    Object.assign(declared.paths['/sites/']?.get?.responses ?? {}, { 418: {} });
    expect(unexercised(declared, all).missing).toEqual(['listSites 418']);
  });
});
