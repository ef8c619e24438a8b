/** What proxy.ts tells the pages. It sets both on every request, so what a browser sends under these names is never read. */
export const NONCE_HEADER = 'x-nonce';
export const PATH_HEADER = 'x-igny8-path';
