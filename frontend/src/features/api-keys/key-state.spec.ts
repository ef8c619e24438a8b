import type { ApiKey } from '@igny8/sdk';
import { keyState } from './key-state';

const NOW = Date.parse('2025-11-22T10:00:00Z');
const key = (extra: Partial<ApiKey>): ApiKey => ({ revoked_at: null, expires_at: null, ...extra }) as ApiKey;

describe('the state of a key', () => {
  it('is that it works until it ends', () => {
    expect(keyState(key({}), NOW)).toEqual({ state: 'works' });
    expect(keyState(key({ expires_at: '2025-11-22T10:00:01Z' }), NOW)).toEqual({ state: 'works' });
    expect(keyState(key({ expires_at: '2025-11-22T10:00:00Z' }), NOW)).toMatchObject({ state: 'expired' });
  });

  it('is revoked also when it would have expired since', () => {
    expect(keyState(key({ revoked_at: '2025-11-20T10:00:00Z', expires_at: '2025-11-21T10:00:00Z' }), NOW)).toMatchObject({
      state: 'revoked',
    });
  });
});
