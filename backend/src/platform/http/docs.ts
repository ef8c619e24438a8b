import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONTRACT_FILE, readContractDocument } from '../contract/document.js';

const ROOT = '/docs';

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
    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
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
  const answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const path = (request.url.split('?')[0] ?? '').slice(ROOT.length);
    const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    const doc = docs.get(path);
    if (doc !== undefined) void reply.headers(HEADERS).type(doc.type).send(doc.text);
    // Links are relative: they need the page at its own address.
    else if (docs.has(other)) void reply.redirect(ROOT + other, 308);
    else reply.callNotFound();
  };
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get(ROOT, answer);
  fastify.get(`${ROOT}/*`, answer);
}

/** Path below /docs → what is there. */
function readDocs(): ReadonlyMap<string, Doc> {
  const document = readContractDocument();
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return new Map([
    ...files.flatMap((file) => entriesOf(file)),
    ['/openapi.json', { type: 'application/json; charset=utf-8', text: JSON.stringify(document) }],
    ['/openapi.yaml', { type: 'application/yaml; charset=utf-8', text: readFileSync(CONTRACT_FILE, 'utf8') }],
  ]);
}

/** A page is found by its file's name and by a path without `.html`; an index by its folder's, which ends in a slash. */
function entriesOf(file: string): [string, Doc][] {
  const type = MEDIA_TYPES[extname(file)];
  if (type === undefined) return [];
  const doc = { type, text: readFileSync(new URL(file, PAGES), 'utf8') };
  const short = /(^|\/)index\.html$/.test(file) ? file.replace(/index\.html$/, '') : file.replace(/\.html$/, '');
  return [file, short].map((path) => [`/${path}`, doc]);
}
