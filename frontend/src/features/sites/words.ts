/** What the list of sites and adding one say. */
export const SITES_WORDS = {
  title: 'Sites',
  add: 'Add site',
  empty: 'Connect your first site in three steps.',
  notLoaded: 'Sites could not be loaded.',
  all: (count: string) => `All ${count}`,
  needsYou: (count: string) => `Needs you ${count}`,
  search: 'Search sites',
  nothing: 'Nothing matches.',
  clear: 'Clear filters',
  showMore: (count: string) => `Show ${count} more`,
  loadingMore: 'More sites are being loaded…',
  never: 'Never',
  columns: { site: 'Site', status: 'Status', items: 'Items', lastSync: 'Last sync', next: 'Next' },
  items: (total: string, synced: string) => `${total} total · ${synced} synced`,
} as const;

export const ADD_SITE_WORDS = {
  title: 'Add site',
  address: 'Site address',
  addressHelp: 'What WordPress calls the Site Address, such as example.com.',
  submit: 'Add site',
  working: 'Adding site…',
  open: 'Open site',
  failed: 'The site was not added.',
  missing: 'Type the address of the site.',
} as const;
