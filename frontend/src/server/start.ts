import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { clientAddress } from './client-address';
import { config, InvalidConfigError } from './config';

/** What must be true before the first request. A bad setting stops the start and says why. */
export function start(): void {
  try {
    tellWhereRequestsComeFrom(config().isTrustedProxy);
  } catch (error) {
    if (!(error instanceof InvalidConfigError)) throw error;
    process.stderr.write(`The dashboard cannot start.\n${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Writes into `X-Forwarded-For` of every request the one address that it came from, before Next sees it. Next itself would believe
 * whatever a stranger sends there, and does not show its handlers who connected.
 */
function tellWhereRequestsComeFrom(isTrusted: (address: string) => boolean): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const told = request.headers['x-forwarded-for'];
    request.headers['x-forwarded-for'] = clientAddress(
      request.socket.remoteAddress ?? '',
      Array.isArray(told) ? told.join(',') : told,
      isTrusted,
    );
  });
}
