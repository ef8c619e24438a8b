import type { Idempotency } from './call.js';
import { Igny8ConnectionError, Igny8Error } from './errors.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** How long to go on trying. */
export interface Patience {
  readonly maxRetries: number;
  /** Milliseconds from the first try after which none is begun. */
  readonly maxWait: number;
}

/** Tries until it works, or trying again would do harm, or patience is at its end: then throws what was thrown last. */
export async function persist<Result>(
  attempt: () => Promise<Result>,
  idempotency: Idempotency,
  { maxRetries, maxWait }: Patience,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const since = performance.now();
  for (let retry = 0; ; retry++) {
    try {
      return await attempt();
    } catch (error) {
      if (retry >= maxRetries || !mayTryAgain(error, idempotency)) throw error;
      const wait = waitBeforeRetry(retry, error.retryAfter);
      // To ask sooner than told would be in vain.
      if (performance.now() - since + wait > maxWait) throw error;
      await sleep(wait, signal);
    }
  }
}

/** 429 comes before anything is done; after every other failure it may have been done. */
function mayTryAgain(error: unknown, idempotency: Idempotency): error is Igny8Error | Igny8ConnectionError {
  if (!(error instanceof Igny8Error || error instanceof Igny8ConnectionError)) return false;
  if (error.status === 429) return true;
  if (idempotency === 'none') return false;
  if (error instanceof Igny8Error) return error.status === 503 || error.code === 'request_in_progress';
  return error.status === undefined || isGateway(error.status);
}

/** A proxy says that it got no answer, or none in time. */
const isGateway = (status: number): boolean => status >= 502 && status <= 504;

/** Milliseconds: what was asked for, else a back-off with full jitter, so that many clients do not come back at the same moment. */
const waitBeforeRetry = (retry: number, seconds: number | undefined): number =>
  seconds === undefined ? Math.random() * Math.min(FIRST_WAIT_MS * 2 ** retry, LONGEST_WAIT_MS) : seconds * 1000;

/** What `Retry-After` asks for, in seconds: it is a number of them or a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Waits, or throws as soon as the signal aborts. */
function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
