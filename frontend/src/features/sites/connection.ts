import type { Site } from '@igny8/sdk';
import type { StatusKind } from '../../ui/status';

/** How a site's connection is, as far as IGNY8 knows it. */
export type ConnectionState =
  | 'inactive'
  | 'not_connected'
  | 'disconnected'
  | 'needs_reconnect'
  | 'sync_off'
  | 'structure_refused'
  | 'structure_syncing'
  | 'stale'
  | 'ready';

/** Who has to act next, and how. */
export type NextAction =
  | { readonly side: 'WordPress'; readonly action: string }
  | { readonly side: 'IGNY8'; readonly action: string }
  | { readonly side: 'nobody' };

interface ConnectionWords {
  readonly kind: StatusKind;
  readonly word: string;
  /** Undefined when nothing is left to do. */
  readonly next?: NextAction;
}

export const CONNECTION_WORDS: Readonly<Record<ConnectionState, ConnectionWords>> = {
  inactive: { kind: 'off', word: 'Inactive', next: { side: 'IGNY8', action: 'Activate site' } },
  not_connected: { kind: 'off', word: 'Not connected', next: { side: 'WordPress', action: 'Connect to IGNY8' } },
  disconnected: { kind: 'off', word: 'Disconnected', next: { side: 'WordPress', action: 'Connect to IGNY8' } },
  needs_reconnect: { kind: 'act', word: 'Needs reconnect', next: { side: 'WordPress', action: 'Connect to IGNY8' } },
  sync_off: { kind: 'off', word: 'Sync off', next: { side: 'WordPress', action: 'Open settings' } },
  structure_refused: { kind: 'failed', word: 'Structure refused', next: { side: 'WordPress', action: 'Try again now' } },
  structure_syncing: { kind: 'working', word: 'Connected. Structure syncing...', next: { side: 'nobody' } },
  stale: { kind: 'act', word: 'Stale', next: { side: 'WordPress', action: 'Send structure now' } },
  ready: { kind: 'good', word: 'Connected' },
};

/** Whether a WordPress is connected, however well. */
export const isConnected = ({ integration }: Site): boolean =>
  integration?.status === 'structure_syncing' || integration?.status === 'ready';

/** What keeps all else from happening comes first. */
export function connectionOf({ is_active, integration }: Site, now: number): ConnectionState {
  if (!is_active) return 'inactive';
  if (integration === null || integration.status === 'not_connected') return 'not_connected';
  if (integration.status === 'disconnected') return 'disconnected';
  if (integration.lost_key != null) return 'needs_reconnect';
  if (!integration.plugin_connection_enabled) return 'sync_off';
  if (integration.structure_refusal !== null) return 'structure_refused';
  if (integration.status === 'structure_syncing') return 'structure_syncing';
  if (integration.stale_at !== null && Date.parse(integration.stale_at) < now) return 'stale';
  return 'ready';
}

/** Whether somebody has to do something about it. */
export function needsSomebody(state: ConnectionState): boolean {
  const { next } = CONNECTION_WORDS[state];
  return next !== undefined && next.side !== 'nobody';
}

/** `Next in WordPress: Connect to IGNY8`, `Nothing to do.`, or nothing at all when all is done. */
export function nextWords(next: NextAction | undefined): string {
  if (next === undefined) return '';
  return next.side === 'nobody' ? 'Nothing to do.' : `Next in ${next.side}: ${next.action}`;
}
