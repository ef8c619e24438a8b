import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import type { HTTPMethod, PHPRequestHandler } from '@php-wasm/universal';
import { demoCore } from './core.ts';
import { readOptions } from './options.ts';
import { bootWordPress, INSTANCES, PLUGINS } from './runtime.ts';

/**
 * A real WordPress with the plugin and a shop's content, for people who try the project: needs only Node.
 * `IGNY8_DEMO_OPTIONS='{"port": 8080, …}' node wp-plugin/demo/server.ts` (see options.ts). To whoever started it it says
 * `{type: 'step', text}` while it prepares, then `{type: 'ready', url, settingsUrl}` or `{type: 'error', text}`. It ends on
 * SIGTERM, SIGINT, and when its parent is gone.
 */
type Message = { type: 'step'; text: string } | { type: 'ready'; url: string; settingsUrl: string } | { type: 'error'; text: string };

const CRON_EVERY_MS = 15_000;
const MAX_BODY = 32 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function tell(message: Message): void {
  if (process.send !== undefined) process.send(message);
  else console.log(message.type === 'ready' ? `Ready: ${message.settingsUrl}` : message.text);
}

async function main(): Promise<void> {
  const options = readOptions();
  const url = `http://127.0.0.1:${String(options.port)}`;
  const site: { handler?: PHPRequestHandler; wordpress: string } = { wordpress: '' };
  const server = createServer((request, response) => {
    if (site.handler === undefined) {
      response.writeHead(503, { 'Retry-After': '1' }).end();
      return;
    }
    answer(site.handler, site.wordpress, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // The port first: a taken one is said at once, and WordPress can reach itself while it starts.
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));

  const core = await demoCore((text) => {
    tell({ type: 'step', text });
  });
  tell({ type: 'step', text: 'Starting WordPress' });
  site.wordpress = core.wordpress;
  site.handler = await bootWordPress(core, options, url);
  runCron(site.handler);
  tell({ type: 'ready', url, settingsUrl: `${url}/wp-admin/options-general.php?page=igny8-bridge` });
  await warm(site.handler);
}

/** The first page of each instance of PHP takes a second: nobody should wait for it who has pressed something. */
async function warm(handler: PHPRequestHandler): Promise<void> {
  await Promise.all(Array.from({ length: INSTANCES }, () => handler.request({ url: '/wp-login.php' })));
}

/** Runs what is due, as a crontab would. */
function runCron(handler: PHPRequestHandler): void {
  let isRunning = false;
  setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    handler
      .request({ url: '/wp-cron.php?doing_wp_cron' })
      .catch((error: unknown) => {
        console.error(error);
      })
      .finally(() => {
        isRunning = false;
      });
  }, CRON_EVERY_MS);
}

async function answer(handler: PHPRequestHandler, wordpress: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = staticFile(wordpress, request);
  if (file !== undefined) {
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)],
      'Content-Length': statSync(file).size,
      'Cache-Control': 'max-age=3600',
    });
    createReadStream(file).pipe(response);
    return;
  }
  const body = await read(request);
  if (body === undefined) {
    response.writeHead(413).end();
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
  const result = await handler.request({ url: request.url ?? '/', method: (request.method ?? 'GET') as HTTPMethod, headers, body });
  if (result.errors !== '') console.error(result.errors);
  for (const [name, values] of Object.entries(result.headers)) response.setHeader(name, values);
  response.writeHead(result.httpStatusCode).end(result.bytes);
}

/** Styles, scripts and pictures of WordPress and the plugins, straight from the disk. */
function staticFile(wordpress: string, request: IncomingMessage): string | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (TYPES[extname(path)] === undefined || path.includes('\0')) return undefined;
  const [, plugin, rest] = /^\/wp-content\/plugins\/([\w-]+)\/(.+)$/.exec(path) ?? [];
  const folder = plugin === undefined ? wordpress : PLUGINS[plugin];
  if (folder === undefined) return undefined;
  const file = join(folder, rest ?? path);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

async function read(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whatever PHP is doing ends with the process: SQLite takes back what was not committed. */
function stop(): void {
  process.exit(0);
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
process.once('disconnect', stop);
main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  const text = code === 'EADDRINUSE' ? 'The port of WordPress is in use. Free it, or choose another one.' : message;
  console.error(error);
  tell({ type: 'error', text });
  process.exitCode = 1;
  // A message on its way to the parent is lost by process.exit().
  if (process.connected) process.disconnect();
  setTimeout(() => process.exit(1), 500).unref();
});
