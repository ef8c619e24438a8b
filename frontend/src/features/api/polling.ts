/** How often a page that is looked at asks whether something has changed. */
export const POLL_MS = 30_000;
/** The same while somebody waits for a site to connect. */
export const WAITING_POLL_MS = 2_000;
