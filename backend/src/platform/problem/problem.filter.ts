import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/log.js';
import { ProblemError } from './problem.js';

/** Turns whatever was thrown into a problem. A 5xx tells nothing of its cause; the log does. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = toProblemError(thrown);
    if (error.status >= 500) this.log.error({ err: described(thrown), request_id: request.id, code: error.code }, 'request failed');
    const [path = ''] = request.url.split('?', 1);
    void reply
      .status(error.status)
      .header('Content-Type', 'application/problem+json')
      .header('Cache-Control', 'no-store')
      .headers(error.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {})
      .headers(error.extras.retryAfter === undefined ? {} : { 'Retry-After': error.extras.retryAfter })
      .send(JSON.stringify(error.toProblem(path.slice(0, 4096), request.id)));
  }
}

/** What Fastify itself refuses, before any of our code sees it. */
const FASTIFY_CODES: Readonly<Record<string, () => ProblemError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new ProblemError('payload_too_large', 'The body is over 1 MiB. Send less at once.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new ProblemError('unsupported_media_type', 'Send the body as application/json.'),
  FST_ERR_CTP_EMPTY_TYPE: () => new ProblemError('unsupported_media_type', 'Send the body as application/json.'),
};

/** Too long a wait for a lock, a deadlock, a transaction that has to be repeated: nothing was done. */
const IS_CONTENDED = /^(55P03|40P01|40001)$/;

const UNAVAILABLE = 'The service is not available right now. Try again in a moment.';

function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  const code = codeOf(thrown);
  const known = FASTIFY_CODES[code]?.();
  if (known !== undefined) return known;
  if (isDatabaseGone(thrown, code) || IS_CONTENDED.test(code))
    return new ProblemError('service_unavailable', UNAVAILABLE, {}, { cause: thrown });
  switch (statusOf(thrown)) {
    case 400:
    case 414:
      return new ProblemError('malformed_request', 'The request cannot be read: its address or its JSON is not well-formed.');
    case 403:
    case 404:
    case 405:
      return new ProblemError('not_found', 'There is nothing at this address.');
    case 413:
      return new ProblemError('payload_too_large', 'The body is over 1 MiB. Send less at once.');
    case 415:
      return new ProblemError('unsupported_media_type', 'Send the body as application/json.');
    case 503:
      return new ProblemError('service_unavailable', UNAVAILABLE, {}, { cause: thrown });
    default:
      return new ProblemError('internal_error', 'Something went wrong here. Tell support the request ID.', {}, { cause: thrown });
  }
}

/** What the log says of an error. Not its other fields: TypeORM puts the values of the statement there, hashes and e-mails among them. */
function described(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  return { type: thrown.name, message: thrown.message, code: codeOf(thrown) || undefined, stack: thrown.stack, cause: causeOf(thrown) };
}

const causeOf = ({ cause }: Error): object | undefined => (cause === undefined ? undefined : described(cause));

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function codeOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** No connection to be had, or it broke: SQLSTATE's classes for connection, catalogue, resources and shutdown, and socket errors. */
function isDatabaseGone(thrown: unknown, code: string): boolean {
  if (/^(08|3D|53|57)[0-9A-Z]{3}$/.test(code) || /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT)$/.test(code)) return true;
  return thrown instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(thrown.message);
}
