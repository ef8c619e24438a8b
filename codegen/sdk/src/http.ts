import { type Call, targetOf } from './call.js';
import { Igny8ConnectionError, Igny8Error } from './errors.js';
import type { Problem } from './generated/contract.js';
import { type Page, PagePromise } from './page.js';
import { LONGEST_TIMER_MS, persist, retryAfterSeconds } from './retry.js';

export interface Igny8Options {
  /** Where the API is, such as `https://api.igny8.com`; in a page also a path of its own server, such as `/api`. */
  readonly baseUrl: string;
  /** An API key or the token of a session. Without it only `auth.login` and `health` work. */
  readonly token?: string | undefined;
  /** How often a call is tried again, where that is safe; 2 unless told. To ask whether an earlier try is done does not count. */
  readonly maxRetries?: number | undefined;
  /** Milliseconds from the start of a call after which it is not tried again; 90,000 unless told. */
  readonly maxWait?: number | undefined;
  /** Milliseconds until an answer must be here, in each try; 30,000 unless told, Infinity for no limit. */
  readonly timeout?: number | undefined;
  /** Another fetch than the platform's. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

export interface RequestOptions {
  /** Ends the call at once, also while it waits for another try. */
  readonly signal?: AbortSignal | undefined;
  /** Nobody asked for this just now (a page that polls): it does not keep a session alive. */
  readonly background?: boolean | undefined;
}

export interface ChangeOptions extends RequestOptions {
  /** The `etag` that the change is based on (`If-Match`): without it none is made. */
  readonly ifMatch: string;
}

export interface CreateOptions extends RequestOptions {
  /** Names this request (`Idempotency-Key`), so that it is done once, however often it is sent; a random one unless told. */
  readonly idempotencyKey?: string | undefined;
}

/** What any call may be told. */
type AnyOptions = Partial<ChangeOptions> & CreateOptions;

/** Sends calls, tries again where that is safe, and turns answers into data or errors. */
export class Http {
  // Out of reach of whatever prints or copies objects: the token is in it.
  readonly #options: Igny8Options;

  /**
   * @throws TypeError when `baseUrl` is no place where the API can be, or no header can hold `token`
   * @throws RangeError when `timeout` is not above 0, or `maxRetries` or `maxWait` is not 0 or above
   */
  constructor(options: Igny8Options) {
    const { baseUrl, token, maxRetries = 0, maxWait = 0, timeout } = options;
    checkBaseUrl(baseUrl);
    // Said here and without the token: that of Headers.set repeats it.
    if (token !== undefined && !TOKEN.test(token))
      throw new TypeError('token holds a space, a line break or another character that no token has.');
    if (timeout !== undefined && !(timeout > 0)) throw new RangeError(`timeout must be above 0, not ${String(timeout)}.`);
    for (const [name, value] of Object.entries({ maxRetries, maxWait }))
      if (!(value >= 0)) throw new RangeError(`${name} must be 0 or above, not ${String(value)}.`);
    this.#options = options;
  }

  send<Data>(call: Call, options: AnyOptions = {}): Promise<Data> {
    return this.ask(call, options, isAnswer);
  }

  pages<P extends Page<unknown>>(call: Call & { readonly query: { readonly cursor?: string } }, options: RequestOptions): PagePromise<P> {
    const load = (cursor: string | undefined): Promise<P> => this.ask({ ...call, query: { ...call.query, cursor } }, options, isPage);
    return new PagePromise(load, call.query.cursor, options.signal);
  }

  private async ask<Data>(call: Call, options: AnyOptions, isRight: Check): Promise<Data> {
    // Longer than a server that died keeps others from taking over what it had begun: 60 seconds.
    const { maxRetries = 2, maxWait = 90_000 } = this.#options;
    const request = this.requestOf(call, options);
    const attempt = (): Promise<Data> => this.attempt<Data>(request, isRight, options.signal);
    // What a DELETE gives is nothing.
    return persist(attempt, call, { maxRetries, maxWait }, options.signal) as Promise<Data>;
  }

  private requestOf(call: Call, options: AnyOptions): Request {
    return new Request(this.#options.baseUrl.replace(/\/+$/, '') + targetOf(call), {
      method: call.method,
      headers: this.headersOf(call, options),
      // The API redirects nobody: to follow would turn a POST into a GET, and lose the key on the way.
      redirect: 'manual',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
  }

  private headersOf({ body, idempotency }: Call, { background, ifMatch, idempotencyKey }: AnyOptions): Headers {
    const headers = new Headers();
    if (this.#options.token !== undefined) headers.set('Authorization', `Bearer ${this.#options.token}`);
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (background === true) headers.set('Igny8-Background', 'true');
    if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
    if (idempotency === 'by_key') headers.set('Idempotency-Key', idempotencyKey ?? randomKey());
    return headers;
  }

  private async attempt<Data>(request: Request, isRight: Check, signal: AbortSignal | undefined): Promise<Data> {
    const { timeout = 30_000, fetch = globalThis.fetch } = this.#options;
    signal?.throwIfAborted();
    const limit = new TimeLimit(timeout, signal);
    try {
      const response = await limit.orEnd(fetch(new Request(request.clone(), { signal: limit.signal })));
      return read(response, await limit.orEnd(response.text()), request.url, isRight) as Data;
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof Igny8Error || cause instanceof Igny8ConnectionError) throw cause;
      const what = limit.isOver ? `No answer from ${request.url} in time.` : `${request.url} could not be reached.`;
      throw new Igny8ConnectionError(what, { cause });
    } finally {
      limit.end();
    }
  }
}

/** What can stand in a header after `Bearer` (RFC 9110, 11.2, takes less). */
const TOKEN = /^[\x21-\x7e]*$/;

/** A message never repeats the address: there may be a password in it. */
function checkBaseUrl(baseUrl: string | undefined): void {
  const url = typeof baseUrl === 'string' ? parseUrl(baseUrl) : undefined;
  if (baseUrl === undefined || url === undefined)
    throw new TypeError('baseUrl must say where the API is: an address with http:// or https://, or a path that begins with one slash.');
  if (url.username !== '' || url.password !== '') throw new TypeError('baseUrl must have no user name and no password in it.');
  if (/[?#]/.test(baseUrl)) throw new TypeError('baseUrl must have no query (?) and no fragment (#).');
}

function parseUrl(text: string): URL | undefined {
  try {
    const isPath = /^\/(?![/\\])/.test(text);
    const url = new URL(text, isPath ? 'https://page.example' : undefined);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** 128 random bits. Not crypto.randomUUID: browsers have it only in pages that came over HTTPS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether the API can have answered this; undefined when there is no body, or none that is JSON. */
type Check = (body: unknown, status: number) => boolean;

const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null && !Array.isArray(body);

/** 204 has nothing to say; all else is said in an object. */
const isAnswer: Check = (body, status) => status === 204 || isObject(body);

const isPage: Check = (body) => isObject(body) && 'data' in body && Array.isArray(body.data);

/** What an answer says: undefined for 204. What is not the API's is no answer at all. */
function read(response: Response, text: string, url: string, isRight: Check): unknown {
  const { status, ok, headers } = response;
  const body = parse(text);
  const retryAfter = retryAfterSeconds(headers);
  if (ok && isRight(body, status)) return body;
  // What was answered counts, not what the body says of it: a proxy may have changed one of them.
  if (!ok && isProblem(body)) throw new Igny8Error({ ...body, status }, retryAfter);
  throw new Igny8ConnectionError(`Something other than IGNY8 answered ${String(status)} at ${url}.`, { status, retryAfter });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isProblem = (body: unknown): body is Problem => isObject(body) && 'code' in body && 'request_id' in body && 'status' in body;

/**
 * Aborts when the time is up or the caller aborts, whichever comes first. AbortSignal.any would say the same in one line, but is not in
 * Node 20.0, and AbortSignal.timeout keeps its timer long after the answer is here.
 */
class TimeLimit {
  isOver = false;
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout> | undefined;
  private readonly caller: AbortSignal | undefined;
  private readonly aborted: Promise<never>;

  constructor(milliseconds: number, caller: AbortSignal | undefined) {
    if (milliseconds <= LONGEST_TIMER_MS) {
      this.timer = setTimeout(() => {
        this.isOver = true;
        this.controller.abort();
      }, milliseconds);
    }
    this.caller = caller;
    caller?.addEventListener('abort', this.abort, { once: true });
    this.aborted = new Promise((_resolve, reject) => {
      this.signal.addEventListener('abort', () => {
        reject(this.signal.reason as Error);
      });
    });
    // It may abort while nobody waits: that is no error of anybody's.
    this.aborted.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What comes of some work, or what ended it: a fetch that was given to us need not heed its signal. */
  orEnd<Result>(work: Promise<Result>): Promise<Result> {
    return Promise.race([work, this.aborted]);
  }

  end(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => {
    this.controller.abort(this.caller?.reason);
  };
}
