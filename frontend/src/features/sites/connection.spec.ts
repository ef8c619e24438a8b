import type { Integration, Site } from '@igny8/sdk';
import { CONNECTION_WORDS, connectionOf, needsSomebody, nextWords } from './connection';

const NOW = Date.parse('2025-11-22T10:00:00Z');

function site(integration: Partial<Integration> | null, isActive = true): Site {
  const healthy = {
    status: 'ready',
    plugin_connection_enabled: true,
    structure_refusal: null,
    lost_key: null,
    stale_at: '2025-11-23T22:00:00Z',
  };
  return { is_active: isActive, integration: integration === null ? null : { ...healthy, ...integration } } as Site;
}

const REFUSAL = { refused_at: '2025-11-22T09:00:00Z', detail: '/post_types/post/count must be at least 0.', request_id: 'r' };

describe('the state of a connection', () => {
  it.each([
    ['inactive', site({}, false)],
    ['inactive', site(null, false)],
    ['not_connected', site(null)],
    ['not_connected', site({ status: 'not_connected' })],
    ['disconnected', site({ status: 'disconnected', structure_refusal: REFUSAL })],
    ['disconnected', site({ status: 'disconnected', lost_key: 'revoked' })],
    ['needs_reconnect', site({ lost_key: 'revoked', plugin_connection_enabled: false })],
    ['needs_reconnect', site({ lost_key: 'expired', structure_refusal: REFUSAL })],
    ['sync_off', site({ plugin_connection_enabled: false, stale_at: '2025-11-21T00:00:00Z' })],
    ['structure_refused', site({ structure_refusal: REFUSAL })],
    ['structure_refused', site({ status: 'structure_syncing', structure_refusal: REFUSAL })],
    ['structure_syncing', site({ status: 'structure_syncing', stale_at: null })],
    ['stale', site({ stale_at: '2025-11-22T09:59:59Z' })],
    ['ready', site({})],
  ])('is %s', (expected, shown) => {
    expect(connectionOf(shown, NOW)).toBe(expected);
  });

  it('is green only when the structure is here and fresh', () => {
    const green = Object.entries(CONNECTION_WORDS).filter(([, { kind }]) => kind === 'good');
    expect(green.map(([state]) => state)).toEqual(['ready']);
  });

  it('needs somebody whenever there is something to do', () => {
    const waiting = (Object.keys(CONNECTION_WORDS) as (keyof typeof CONNECTION_WORDS)[]).filter(needsSomebody);
    expect(waiting).toEqual(['inactive', 'not_connected', 'disconnected', 'needs_reconnect', 'sync_off', 'structure_refused', 'stale']);
  });

  it('says on which side', () => {
    expect(nextWords(CONNECTION_WORDS.disconnected.next)).toBe('Next in WordPress: Connect to IGNY8');
    expect(nextWords(CONNECTION_WORDS.inactive.next)).toBe('Next in IGNY8: Activate site');
    expect(nextWords(CONNECTION_WORDS.structure_syncing.next)).toBe('Nothing to do.');
    expect(nextWords(CONNECTION_WORDS.ready.next)).toBe('');
  });
});
