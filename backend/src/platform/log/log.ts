import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What every line that is logged while a request is served says of it. */
const request = new AsyncLocalStorage<{ readonly request_id: string }>();

/** Serves a request: what `done` calls, and whatever that waits for, logs with the request's id. */
export function inRequest(requestId: string, done: () => void): void {
  request.run({ request_id: requestId }, done);
}

/** The id of the request that is being served; undefined outside one. */
export const currentRequestId = (): string | undefined => request.getStore()?.request_id;

/** Never in a line, wherever somebody should put them. */
const SECRETS = ['password', 'token', 'api_key', 'authorization', 'signing_secret', 'secret'];

/** The structured log: one JSON object a line. */
export class Log {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // A copy: pino writes the line's own fields into what it is given.
      mixin: () => ({ ...request.getStore() }),
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
    });
  }

  debug(fields: object, message: string): void {
    this.pino.debug(fields, message);
  }
  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }
  warn(fields: object, message: string): void {
    this.pino.warn(fields, message);
  }
  error(fields: object, message: string): void {
    this.pino.error(fields, message);
  }
}

/** Nest's own messages, in the same form. Its start-up chatter is for debugging. */
export class NestLog implements LoggerService {
  private readonly to: Log;

  constructor(to: Log) {
    this.to = to;
  }

  log(message: unknown, ...details: unknown[]): void {
    this.to.debug(fieldsOf(details), String(message));
  }
  warn(message: unknown, ...details: unknown[]): void {
    this.to.warn(fieldsOf(details), String(message));
  }
  error(message: unknown, ...details: unknown[]): void {
    this.to.error({ ...(message instanceof Error ? { err: message } : {}), ...fieldsOf(details) }, String(message));
  }
}

const fieldsOf = (details: readonly unknown[]): object => (details.length === 0 ? {} : { details });
