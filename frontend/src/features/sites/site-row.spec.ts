import type { Site } from '@igny8/sdk';
import { matchesSearch } from './site-row';

const shop = { name: 'Ana’s Shop', home_url: 'https://shop.example.com' } as Site;

describe('searching sites', () => {
  it.each(['', 'shop', 'SHOP', 'example ana', 'shop.example'])('finds it by %j', (search) => {
    expect(matchesSearch(shop, search)).toBe(true);
  });

  it('wants every word', () => {
    expect(matchesSearch(shop, 'shop blog')).toBe(false);
  });
});
