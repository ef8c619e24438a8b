const LONGEST_WAIT_SECONDS = 60;

/** What `Retry-After` asks for, in seconds: it is a number of them or a date (RFC 9110, 10.2.3). */
export function retryAfterSeconds(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** Milliseconds to wait: what the API asked for, else full-jitter back-off from half a second. */
export function waitBeforeTry(retry: number, asked: number | undefined): number {
  if (asked !== undefined) return Math.min(asked, LONGEST_WAIT_SECONDS) * 1000;
  return Math.random() * Math.min(500 * 2 ** retry, LONGEST_WAIT_SECONDS * 1000);
}

/** Waits, or throws as soon as the signal aborts. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', abort, { once: true });
  });
}
