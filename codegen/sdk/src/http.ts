import createClient, { type Client } from 'openapi-fetch';
import { Igny8ConnectionError, Igny8Error } from './errors.js';
import type { Problem, paths } from './generated/contract.js';
import { PagePromise } from './page.js';
import { retryAfterSeconds, sleep, waitBeforeTry } from './retry.js';

export interface Igny8Options {
  /** Where the API is, such as `https://api.igny8.com`. */
  readonly baseUrl: string;
  /** An API key or the token of a session. Without it only `auth.login` and `health` work. */
  readonly token?: string | undefined;
  /** How often a request that was answered with 429 or 503 is tried again, where that is safe; 2 unless told. */
  readonly maxRetries?: number | undefined;
  /** Milliseconds until an answer must have begun; 30,000 unless told. */
  readonly timeout?: number | undefined;
  /** Another fetch than the platform's. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  /** The `etag` that a change is based on (`If-Match`). */
  readonly ifMatch?: string | undefined;
  /** Nobody asked for this just now (a page that polls): it does not keep a session alive. */
  readonly background?: boolean | undefined;
}

type Answer<Data> = Promise<{ data?: Data; error?: unknown; response: Response }>;

/** Sends requests, tries again where that is safe, and turns answers into data or errors. */
export class Http {
  readonly client: Client<paths>;
  private readonly options: Igny8Options;

  constructor(options: Igny8Options) {
    this.options = options;
    this.client = createClient<paths>({
      baseUrl: options.baseUrl.replace(/\/+$/, ''),
      fetch: (request) => this.fetch(request),
      headers: options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` },
    });
  }

  init(options: RequestOptions): { signal?: AbortSignal; headers: Record<string, string> } {
    return {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      headers: {
        ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
        ...(options.background === true ? { 'Igny8-Background': 'true' } : {}),
      },
    };
  }

  async send<Data>(answer: Answer<Data>): Promise<Data> {
    const { data, error, response } = await answer;
    if (response.ok) return data as Data;
    if (isProblem(error)) throw new Igny8Error(error, retryAfterSeconds(response));
    throw new Igny8ConnectionError(`Something other than IGNY8 answered ${String(response.status)} at ${response.url}.`, {
      status: response.status,
    });
  }

  pages<P extends { readonly data: readonly unknown[]; readonly next_cursor: string | null }>(
    load: (cursor: string | undefined) => Promise<P>,
    start: string | undefined,
  ): PagePromise<P> {
    return new PagePromise(load, start);
  }

  private async fetch(request: Request): Promise<Response> {
    const maxRetries = this.options.maxRetries ?? 2;
    for (let retry = 0; ; retry++) {
      const response = await this.attempt(request.clone());
      if (!mayTryAgain(request, response) || retry === maxRetries) return response;
      await response.body?.cancel();
      await sleep(waitBeforeTry(retry, retryAfterSeconds(response)), request.signal);
    }
  }

  private async attempt(request: Request): Promise<Response> {
    const timeout = AbortSignal.timeout(this.options.timeout ?? 30_000);
    const send = this.options.fetch ?? globalThis.fetch;
    try {
      return await send(new Request(request, { signal: AbortSignal.any([request.signal, timeout]) }));
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw new Igny8ConnectionError(timeout.aborted ? `No answer from ${request.url} in time.` : `${request.url} could not be reached.`, {
        cause,
      });
    }
  }
}

/** Nothing was done when the answer is 429, or 503 with a time to come back. Any other 503 may have come after it was done: only a POST minds. */
const mayTryAgain = ({ method }: Request, { status, headers }: Response): boolean =>
  status === 429 || (status === 503 && (method !== 'POST' || headers.has('Retry-After')));

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error && 'request_id' in error && 'status' in error;
}
