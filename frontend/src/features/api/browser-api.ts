import { Igny8 } from '@igny8/sdk';

/** Nobody looks at a screen that waits longer without a word: what would take more is said instead. */
const LONGEST_WAIT_MS = 5_000;

/** The API as pages reach it: through the dashboard's own server, which knows the session. */
export const browserApi = new Igny8({ baseUrl: '/api/igny8', maxWait: LONGEST_WAIT_MS });
