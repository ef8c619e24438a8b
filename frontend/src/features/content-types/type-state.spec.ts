import type { ContentType } from '@igny8/sdk';
import { typeState } from './type-state';

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

describe('what there is to say of a type', () => {
  it.each([
    ['that it is not in the last structure', { is_current: false, count: null }, true, { state: 'vanished' }],
    ['that it is disabled', { enabled: false }, true, { state: 'disabled' }],
    ['nothing when the site has none of it', { count: 0, synced_count: 0 }, false, { state: 'calm' }],
    ['that it was never synced', { synced_count: 0 }, false, { state: 'never_synced' }],
    ['how many are to come up to the limit', {}, true, { state: 'partly', missing: 55 }],
    ['how many are to come without a limit', { fetch_limit: null }, true, { state: 'partly', missing: 78 }],
    ['how many are over the limit', { synced_count: 100 }, true, { state: 'over_limit', beyond: 23 }],
    ['nothing when all is there', { count: 45 }, true, { state: 'calm' }],
    ['nothing when all but the private ones is there', { count: 47, statuses: { private: 2 } }, true, { state: 'calm' }],
    [
      'how many private ones are to come',
      { count: 47, statuses: { private: 2 }, include_private: true },
      true,
      { state: 'partly', missing: 2 },
    ],
    [
      'how many are over the limit without the private ones',
      { synced_count: 100, statuses: { private: 2 } },
      true,
      { state: 'over_limit', beyond: 21 },
    ],
    ['nothing when more was synced than the site has now', { count: 40 }, true, { state: 'calm' }],
  ])('is %s', (_what, extra, hasSynced, expected) => {
    expect(typeState(type(extra), hasSynced)).toEqual(expected);
  });
});
