import type { Integration } from '@igny8/sdk';

/** What the frame of a site's settings, General and Danger zone say. */
export const SITE_WORDS = {
  settings: 'Site Settings',
  notLoaded: 'The site could not be loaded.',
  notFound: 'Site not found. It may have been deleted.',
  openSites: 'Open Sites',
  tabs: { 'content-types': 'Content Types', general: 'General', 'danger-zone': 'Danger zone' },
  opensElsewhere: '(opens in a new tab)',
} as const;

export const STATUS_WORDS = {
  inactive: 'Inactive. IGNY8 accepts nothing from this site.',
  activate: 'Activate site',
  activating: 'Activating…',
  notActivated: 'The site was not activated.',
  notConnected: 'Not connected',
  staysHere: 'Content stays in IGNY8.',
  needsReconnect: (lost: Integration['lost_key'] | undefined) =>
    `Needs reconnect. The API key ${lost === 'expired' ? 'expired' : 'was revoked'}. Nothing is sent.`,
  syncOff: 'Enable Sync Operations is off.',
  refused: (why: string) => `Connected. IGNY8 did not accept the structure: ${why}`,
  refusedNext: 'WordPress tries again by itself.',
  syncing: 'Connected. Structure syncing...',
  stale: 'Connected. Stale: over 36 h.',
  ready: 'Connected',
  readyDetail: 'Connected & Ready',
} as const;

export const GENERAL_WORDS = {
  name: 'Name',
  nameMissing: 'Name must not be empty.',
  address: 'Site address',
  addressHelp: 'What WordPress calls the Site Address.',
  addressFixed: 'A connected site says by itself that it moved.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  failed: 'The site was not saved.',
} as const;

export const DANGER_WORDS = {
  disconnect: {
    action: 'Disconnect site',
    working: 'Disconnecting…',
    text: 'Stops sync; content stays.',
    question: (name: string) => `Disconnect ${name}?`,
    failed: 'The site was not disconnected.',
    done: 'Disconnected.',
    none: 'No WordPress is connected.',
  },
  deactivate: {
    action: 'Deactivate site',
    working: 'Deactivating…',
    text: 'Accepts nothing until activated.',
    question: (name: string) => `Deactivate ${name}?`,
    failed: 'The site was not deactivated.',
    done: 'Deactivated.',
  },
  delete: {
    action: 'Delete site',
    working: 'Deleting…',
    text: (what: string) => `Deletes ${what}; WordPress is untouched.`,
    everything: 'everything stored of this site',
    question: (name: string) => `Delete ${name}?`,
    failed: 'The site was not deleted.',
    done: (name: string) => `${name} deleted.`,
  },
} as const;
