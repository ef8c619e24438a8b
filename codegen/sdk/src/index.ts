import { Resources } from './generated/resources.js';
import { Http, type Igny8Options } from './http.js';

/**
 * A client of the IGNY8 API.
 *
 * @example
 * const igny8 = new Igny8({ baseUrl: 'https://api.igny8.com', token: process.env.IGNY8_API_KEY });
 * for await (const site of igny8.sites.list()) console.log(site.name, site.integration?.status);
 */
export class Igny8 extends Resources {
  constructor(options: Igny8Options) {
    super(new Http(options));
  }
}

export { Igny8ConnectionError, Igny8Error } from './errors.js';
export type * from './generated/contract.js';
export type { ChangeOptions, CreateOptions, Igny8Options, RequestOptions } from './http.js';
export type { PagePromise } from './page.js';
