import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Config } from '../config/config.js';
import { DtoPipe } from '../contract/body.pipe.js';
import { inRequest, Log, NestLog } from '../log/log.js';
import { ProblemError } from '../problem/problem.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { mountDocs } from './docs.js';
import { requestIdOf } from './request-id.js';

/** The largest body that is read (the contract's 1 MiB). */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Longer than any body of that size takes; nobody holds a connection, or the stop, for longer. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Builds the HTTP application, ready to listen or to be asked with `inject`. */
export async function createHttpApp(root: Type | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const log = new Log(config.IGNY8_LOG_LEVEL);
  const problems = new ProblemFilter(log);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trustedBy(config.IGNY8_TRUSTED_PROXIES),
    genReqId: (request) => requestIdOf(request.headers),
    requestIdHeader: false,
    // Hostile names such as __proto__ are answered by the contract's rules (422), not by the parser (400).
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1_000 },
    forceCloseConnections: 'idle',
    skipMiddie: true,
    multipart: false,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
      refuseBytes(error, socket);
    },
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('X-Request-Id', request.id);
      problems.answer(error, request, reply);
    },
  } as ConstructorParameters<typeof FastifyAdapter>[0]);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  readJsonOnly(fastify);
  addRequestHooks(fastify, config, log, problems);
  app.useGlobalFilters(problems);
  app.useGlobalPipes(new DtoPipe());
  mountDocs(app);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP']);
  return app.init();
}

/** What is no HTTP at all never becomes a request: it is answered on the bare connection, in the form of every other error. */
function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const problem = new ProblemError('malformed_request', 'This is not a request that HTTP allows.');
  const body = JSON.stringify(problem.toProblem('/', requestId));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Bodies are JSON. No body at all is none, whatever type a client calls it: PHP's cURL names one for every POST. */
function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('ignore', 'ignore');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, done);
  });
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if (request.headers['content-length'] === '0') done(null, undefined);
    else done(new ProblemError('unsupported_media_type', 'Send the body as application/json.'));
  });
}

function addRequestHooks(fastify: FastifyInstance, config: Config, log: Log, problems: ProblemFilter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Request-Id', request.id);
    if (config.isProduction && request.protocol !== 'https' && !isHealthCheck(request.url)) {
      problems.answer(
        new ProblemError('https_required', 'Use https://. Plain HTTP would show your key to everybody on the way.'),
        request,
        reply,
      );
      return;
    }
    inRequest(request.id, done);
  });
  // Node would answer 417 without a word, before there is a request; nobody has to know what others expect (RFC 9110, 10.1.1).
  fastify.server.on('checkExpectation', (request, response) => fastify.server.emit('request', request, response));
  // A connection that was busy when closing began is idle afterwards and would be waited for until its client gives it up.
  fastify.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      fastify.server.closeIdleConnections();
    }, 50);
    fastify.server.once('close', () => {
      clearInterval(timer);
    });
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const line = {
      request_id: request.id,
      method: request.method,
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    // A busy backend answers thousands of reads a second: those that went well are for debugging.
    if (request.method === 'GET' && reply.statusCode < 400) log.debug(line, 'answered');
    else log.info(line, 'answered');
    done();
  });
}

const isHealthCheck = (url: string): boolean => /^\/health\/(live|ready)\/?(\?|$)/.test(url);

/** Only these may say in X-Forwarded-* where a request came from; everybody else is who they are. */
function trustedBy(ranges: readonly string[]): ((address: string) => boolean) | false {
  if (ranges.length === 0) return false;
  const cidrs = ranges.map((range) =>
    range.includes('/')
      ? ipaddr.parseCIDR(range)
      : ([ipaddr.parse(range), range.includes(':') ? 128 : 32] as [ipaddr.IPv4 | ipaddr.IPv6, number]),
  );
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const ip = ipaddr.process(address);
    return cidrs.some(([network, bits]) => ip.kind() === network.kind() && ip.match(network, bits));
  };
}
