import { Igny8 } from '@igny8/sdk';

/** The API as pages reach it: through the dashboard's own server, which knows the session. */
export const browserApi = new Igny8({ baseUrl: '/api/igny8' });
