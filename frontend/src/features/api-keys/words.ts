import type { Scope } from '@igny8/sdk';

/** What the list of API keys says. */
export const API_KEYS_WORDS = {
  title: 'API keys',
  create: 'Create key',
  none: 'No API keys.',
  notLoaded: 'API keys could not be loaded.',
  showMore: 'Show more',
  columns: { name: 'Name', key: 'Key', scopes: 'Scopes', site: 'Site', lastUsed: 'Last used', ends: 'Expires', actions: 'Actions' },
  allSites: 'All sites',
  aSite: 'One site',
  never: 'Never',
  revoked: (time: string) => `Revoked ${time}.`,
  expired: (day: string) => `Expired ${day}.`,
  rotate: 'Rotate',
  revoke: 'Revoke',
} as const;

export const NEW_KEY_WORDS = {
  title: 'Create key',
  name: 'Name',
  nameHelp: 'What the key is for.',
  nameMissing: 'Type a name.',
  scopes: 'Scopes',
  scopesHelp: 'What the key may do.',
  scopesMissing: 'Choose at least one scope.',
  ends: 'Expires',
  submit: 'Create key',
  working: 'Creating key…',
  failed: 'The key was not created.',
  shown: 'Copy this key now; it is not shown again.',
  label: 'API key',
  stored: 'I have stored it',
  cancel: 'Cancel',
} as const;

export const ROTATE_WORDS = {
  title: (name: string) => `Rotate ${name}?`,
  text: 'A new key with the same name and scopes is made.',
  overlap: (day: string) => `The old key works until ${day}.`,
  ofSite: 'The site that uses it does not learn the new key by itself: in WordPress, connect it again with the new key before then.',
  action: 'Rotate key',
  working: 'Rotating key…',
  failed: 'The key was not rotated.',
} as const;

export const REVOKE_WORDS = {
  title: (name: string) => `Revoke ${name}?`,
  text: 'Whoever uses it is refused within a second. This cannot be undone.',
  ofSite: 'The site that uses it has to connect again.',
  action: 'Revoke key',
  working: 'Revoking key…',
  failed: 'The key was not revoked.',
  done: (name: string) => `${name} revoked.`,
} as const;

/** When a new key ends by itself, in days; null for never. */
export const LIFETIMES = [
  { days: null, label: 'Never' },
  { days: 30, label: 'In 30 days' },
  { days: 90, label: 'In 90 days' },
  { days: 365, label: 'In 1 year' },
] as const;

/** What each scope allows, for people. One that is added later is shown as the API names it. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  'sites:read': 'See sites',
  'sites:write': 'Add, change and delete sites',
  'integrations:read': 'See connections',
  'integrations:write': 'Connect and delete connections',
  'structure:read': 'See content types',
  'structure:write': 'Send the structure of a site, disconnect it',
  'settings:write': 'Change what is synced',
  'api_keys:read': 'See API keys',
  'api_keys:write': 'Create, rotate and revoke API keys',
  'content:write': 'Send content of a site',
  'changes:apply': 'Take changes to a site',
  'sync:poll': 'Ask for work of a site',
  'audit:read': 'See who did what',
};
