import type { Call, Idempotency } from './call.js';
import { Igny8ConnectionError, Igny8Error } from './errors.js';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** The longest that a timer can wait: with more it would fire at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long to go on trying. */
export interface Patience {
  /** Tries after the first; those that ask whether an earlier one is done do not count, unless there is to be none at all. */
  readonly maxRetries: number;
  /** Milliseconds from the first try after which none is begun. */
  readonly maxWait: number;
}

/** Tries until it works, or trying again would do harm, or patience is at its end: then throws what was thrown last. */
export async function persist<Result>(
  attempt: () => Promise<Result>,
  { method, idempotency }: Pick<Call, 'method' | 'idempotency'>,
  { maxRetries, maxWait }: Patience,
  signal: AbortSignal | undefined,
): Promise<Result | undefined> {
  const since = performance.now();
  let isAnswerLost = false;
  for (let tries = 1, retries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      // The try before may well be the one that deleted it.
      if (method === 'DELETE' && isAnswerLost && error instanceof Igny8Error && error.status === 404) return undefined;
      if (!mayTryAgain(error, idempotency) || maxRetries === 0) throw error;
      isAnswerLost ||= isLost(error);
      const isAsking = isInProgress(error);
      if (!isAsking && ++retries > maxRetries) throw error;
      // Nothing but time limits the asking: whatever was told, it is no storm.
      const wait = Math.max(waitBeforeRetry(tries, error.retryAfter), isAsking ? FIRST_WAIT_MS : 0);
      // To ask sooner than told would be in vain.
      if (performance.now() - since + wait > maxWait) throw error;
      await sleep(wait, signal);
    }
  }
}

/** An earlier try is still being worked on, or was by a server that died: its lease, of a minute, must end before another takes over. */
const isInProgress = (error: unknown): boolean => error instanceof Igny8Error && error.code === 'request_in_progress';

/** 429 comes before anything is done; after every other failure it may have been done. */
function mayTryAgain(error: unknown, idempotency: Idempotency): error is Igny8Error | Igny8ConnectionError {
  if (!(error instanceof Igny8Error || error instanceof Igny8ConnectionError)) return false;
  if (error.status === 429) return true;
  if (idempotency === 'none') return false;
  if (error instanceof Igny8Error) return error.status === 503 || isInProgress(error);
  return isLost(error);
}

/** No answer came, or a proxy says that it got none, or none in time. */
const isLost = (error: unknown): boolean =>
  error instanceof Igny8ConnectionError && (error.status === undefined || (error.status >= 502 && error.status <= 504));

/** Milliseconds: what was asked for, else a back-off with full jitter, so that many clients do not come back at the same moment. */
const waitBeforeRetry = (tries: number, seconds: number | undefined): number =>
  seconds === undefined ? Math.random() * Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) : seconds * 1000;

/** The forms of a date in HTTP (RFC 9110, 5.6.7): that of today, and two that are obsolete but still understood. */
const HTTP_DATES = [
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/** What `Retry-After` asks for, in seconds: it is a number of them or a date (RFC 9110, 10.2.3). All else is as if it were not there. */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  if (!HTTP_DATES.some((form) => form.test(value))) return undefined;
  // The last form does not say that it is GMT; Date.parse would take it for the time here.
  const seconds = (Date.parse(value.endsWith('GMT') ? value : `${value} GMT`) - Date.now()) / 1000;
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
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      Math.min(milliseconds, LONGEST_TIMER_MS),
    );
    signal?.addEventListener('abort', abort, { once: true });
  });
}
