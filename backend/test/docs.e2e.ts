import { request } from 'node:http';
import { PROBLEM_TITLES } from '../src/generated/constants.js';
import type { Problem, ProblemCode } from '../src/generated/contract.js';
import { ContractValidator } from '../src/platform/contract/contract-validator.js';
import { ProblemError } from '../src/platform/problem/problem.js';
import { TestApp } from './support/app.js';
import { createDatabase, testConfig, type TestDatabase } from './support/database.js';
import { codeAfter } from './support/pages.js';

const CODES = Object.keys(PROBLEM_TITLES) as ProblemCode[];

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createDatabase();
  app = await TestApp.start(database.config);
});
afterAll(async () => {
  await app.stop();
  await database.drop();
});

const ask = async (path: string): Promise<{ url: string; status: number; type: string | null; text: string; headers: Headers }> => {
  const response = await fetch(`${app.url}${path}`);
  const { url, status, headers } = response;
  return { url, status, headers, type: headers.get('content-type'), text: await response.text() };
};

it.each([
  '/docs',
  '/docs/',
  '/docs/index.html',
  '/docs/objects',
  '/docs/objects.html',
  '/docs/changelog/',
  '/docs/problems',
  '/docs/problems/',
])('%s is a page for everybody', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
});

it('what a page needs is where the page looks for it, and nothing else may run in it', async () => {
  for (const path of ['/docs', '/docs/problems/', '/docs/problems/not_found', '/docs/problems/not_found/']) {
    const { url, text, headers } = await ask(path);
    const links = [...text.matchAll(/(?:<link rel="stylesheet" href|<script src)="([^"]+)"/g)].map(
      ([, link = '']) => new URL(link, url).pathname,
    );
    expect(links).toEqual(['/docs/reference.css', '/docs/copy.js']);
    for (const link of links) expect((await ask(link)).status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self'; /);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toMatch(/<script>| style="| on\w+="/);
  }
});

it('the contract itself is there for tools, in YAML and JSON', async () => {
  expect(await ask('/docs/openapi.yaml')).toMatchObject({ status: 200, type: 'application/yaml; charset=utf-8' });
  expect(JSON.parse((await ask('/docs/openapi.json')).text)).toHaveProperty('openapi', '3.1.0');
});

describe('a problem', () => {
  it.each(CODES)('%s has a page where its type leads, with and without a slash', async (code) => {
    const { type, title, status } = new ProblemError(code, 'It went wrong.').toProblem('/', 'r1');
    for (const path of [type, `${type}/`]) {
      const page = await ask(path);
      expect(page).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
      expect(page.text).toContain(`<h1>${title}</h1>`);
      expect(page.text).toContain(`HTTP status ${String(status)}`);
    }
  });

  it.each(CODES)('%s has an example that the contract allows', async (code) => {
    const example = JSON.parse(codeAfter((await ask(`/docs/problems/${code}`)).text, '<h2 id="example">')) as unknown;
    const { status, code: said, type } = new ContractValidator().check<Problem>('Problem', example);
    expect({ status, said, type }).toEqual({ status: new ProblemError(code, '').status, said: code, type: `/docs/problems/${code}` });
  });
});

it.each(['/docs/problems/no_such_code', '/docs/problems/__proto__', '/docs/package.json', '/docs/problems/not_found/more'])(
  '%s is not there, and says so as a problem',
  async (path) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 404, type: expect.stringMatching(/^application\/problem\+json/) as unknown });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'not_found', type: '/docs/problems/not_found' });
  },
);

it('needs HTTPS in production as everything does', async () => {
  const production = await TestApp.start(testConfig(database.url, { NODE_ENV: 'production' }));
  try {
    expect((await fetch(`${production.url}/docs`)).status).toBe(403);
  } finally {
    await production.stop();
  }
});

it('answers HEAD', async () => {
  const { port } = new URL(app.url);
  const status = await new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method: 'HEAD', path: '/docs/' }, ({ statusCode }) => {
      resolve(statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
