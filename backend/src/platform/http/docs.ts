import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTRACT_FILE, readContractDocument } from '../contract/document.js';

/** The pages that `npm run codegen` makes from the contract, beside it. */
const PAGES = new URL('docs/api/', CONTRACT_FILE);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The pages have one style sheet and one script of their own, and nothing else may run in them. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'public, max-age=300',
};

interface Doc {
  readonly type: string;
  readonly text: string;
}

/**
 * `/docs` is the API reference, `/docs/problems/{code}` what each problem's `type` leads to, `/docs/openapi.yaml` and `.json` the
 * contract itself. For everybody, and without a session. All of it is in memory: a path is only ever looked up, never opened.
 */
export function mountDocs(app: NestFastifyApplication): void {
  const docs = readDocs();
  const answer = (request: FastifyRequest<{ Params: { '*'?: string } }>, reply: FastifyReply): void => {
    const doc = docs.get((request.params['*'] ?? '').replace(/\/$/, ''));
    if (doc === undefined) reply.callNotFound();
    else void reply.headers(HEADERS).type(doc.type).send(doc.text);
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/docs', answer);
  fastify.get('/docs/*', answer);
}

/** Path below /docs, without a slash at its end, → what is there. */
function readDocs(): ReadonlyMap<string, Doc> {
  const document = readContractDocument();
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return new Map([
    ...files.flatMap((file) => entriesOf(file)),
    ['openapi.json', { type: 'application/json; charset=utf-8', text: JSON.stringify(document) }],
    ['openapi.yaml', { type: 'application/yaml; charset=utf-8', text: readFileSync(CONTRACT_FILE, 'utf8') }],
  ]);
}

/** A page is found by its file's name and by a path without `.html`, as its folder's when it is the index. */
function entriesOf(file: string): [string, Doc][] {
  const type = MEDIA_TYPES[extname(file)];
  if (type === undefined) return [];
  const text = readFileSync(new URL(file, PAGES), 'utf8');
  if (extname(file) !== '.html') return [[file, { type, text }]];
  const page = { type, text: withBase(text, file.replace(/[^/]*$/, '')) };
  return [file, file.replace(/\.html$/, ''), file.replace(/\/?index\.html$/, '')].map((path) => [path, page]);
}

/** The links in a page are relative to its folder; whoever asks for it may have put a slash behind its name, or none behind the folder's. */
const withBase = (page: string, folder: string): string => page.replace('<head>', `<head>\n    <base href="/docs/${folder}" />`);
