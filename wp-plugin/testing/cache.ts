import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where what was fetched or prepared once is kept, outside what is versioned. Safe to delete at any time. */
export function cacheFolder(): string {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/igny8/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
}
