import type { ContentType } from '@igny8/sdk';
import { syncedBreakdown, totalBreakdown } from './breakdown';

const type = (extra: Partial<ContentType>): ContentType => ({
  label: 'Posts',
  count: 123,
  enabled: true,
  fetch_limit: 100,
  include_private: false,
  synced_count: 45,
  is_current: true,
  etag: '"v1"',
  ...extra,
});

describe('how a total was made', () => {
  it('is told in people’s words, in the order in which an item goes through them', () => {
    expect(totalBreakdown(type({ statuses: { private: 2, publish: 118, draft: 3, future: 0 } }), 'en-GB')).toBe(
      '118 published, 3 draft, 2 private',
    );
  });

  it('names statuses that a plugin brought as the plugin does', () => {
    expect(totalBreakdown(type({ statuses: { 'wc-completed': 1200, publish: 1, constructor: 3 } }), 'en-GB')).toBe(
      '1 published, 1,200 wc-completed, 3 constructor',
    );
  });

  it('is not told when the site did not say', () => {
    expect(totalBreakdown(type({}), 'en-GB')).toBeUndefined();
    expect(totalBreakdown(type({ statuses: {} }), 'en-GB')).toBeUndefined();
  });
});

describe('how much could be synced', () => {
  it.each([
    ['45 of at most 100, 2 private left out', { statuses: { private: 2 } }],
    ['45 of at most 100', { statuses: { private: 2 }, include_private: true }],
    ['45 of at most 100', {}],
    ['45 of 123', { fetch_limit: null }],
    ['45 of all', { fetch_limit: null, count: null }],
  ])('is %s', (expected, extra) => {
    expect(syncedBreakdown(type(extra), 'en-GB')).toBe(expected);
  });
});
