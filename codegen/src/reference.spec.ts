import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { Igny8 } from '../sdk/src/index.ts';
import { exampleOf } from './examples.ts';
import { readContract } from './model.ts';

const root = resolve(__dirname, '../..');
const folder = join(root, 'docs/api');
const contract = readContract(pathToFileURL(join(root, 'openapi.yaml')));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const index = pages.get('index.html') ?? '';

const unescaped = (html: string): string =>
  html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&');

const samplesOf = (id: string): string[] =>
  [...index.matchAll(new RegExp(`data-sample="${id}">.*?<code[^>]*>(.*?)</code>`, 'gs'))].map(([, text = '']) => unescaped(text));

describe('a problem code', () => {
  it.each(contract.problems)('$code has a page that says what it means and what to do', ({ code, title, meaning, remedy }) => {
    const page = pages.get(`problems/${code}.html`) ?? '';
    expect(page).toContain(`<h1>${title}</h1>`);
    for (const text of [meaning, remedy]) expect(text.length).toBeGreaterThan(40);
    expect(page).toMatch(/can answer with it/);
  });

  it.each(contract.problems)('$code is named by an answer of the contract, with its status', ({ code, status }) => {
    const answers = contract.operations.flatMap(({ responses }) => responses.filter(({ problems }) => problems.includes(code)));
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) expect([String(status), 'default']).toContain(answer.status);
  });

  it('has an example whose fields the contract knows', () => {
    const known = contract.models.find(({ name }) => name === 'Problem')?.fields.map(({ name }) => name);
    for (const { example } of contract.problems) expect(known).toEqual(expect.arrayContaining(Object.keys(example)));
  });
});

it('every link leads to a page and a place that there is', () => {
  const broken = [...pages].flatMap(([file, page]) =>
    [...page.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
      const [path = '', place] = link.split('#');
      const target = path === '' ? file : normalize(join(dirname(file), path));
      const isThere = place === undefined ? files.includes(target) : (pages.get(target)?.includes(` id="${place}"`) ?? false);
      return isThere ? [] : [`${file}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

it('no place of a page has the name of another', () => {
  for (const page of pages.values()) {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

it('every page says itself what may run in it: as much of what a backend serves it with as a page can say', () => {
  const served = /'Content-Security-Policy':\s+"([^"]+)"/.exec(readFileSync(join(root, 'backend/src/platform/http/docs.ts'), 'utf8'))?.[1];
  const said = served?.replace(/; frame-ancestors [^;]+/, '');
  expect(said).toContain("default-src 'none'");
  for (const page of pages.values())
    expect(unescaped(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '')).toBe(said);
});

it('every table and piece of code can be focused, and has a name', () => {
  for (const page of pages.values()) {
    const tables = page.match(/<div class="table" role="group" aria-label="[^"]+" tabindex="0">\s*<table>/g) ?? [];
    expect(tables).toHaveLength(page.match(/<table/g)?.length ?? 0);
    const codes = page.match(/<pre tabindex="0" role="group" aria-label="[^"]+">/g) ?? [];
    expect(codes).toHaveLength(page.match(/<pre/g)?.length ?? 0);
  }
});

it('no page asks anything of another server', () => {
  for (const page of pages.values()) expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
});

it.each(contract.operations)('$id is shown in curl, TypeScript and PHP', ({ id, method, summary }) => {
  expect(index).toContain(`<a href="#${id}">${summary}</a>`);
  const [curl, typescript, php] = samplesOf(id);
  expect(curl).toMatch(method === 'GET' ? /^curl '/ : new RegExp(`^curl -X ${method} '`));
  expect(typescript).toMatch(/^import \{ Igny8 \} from '@igny8\/sdk';/);
  expect(php).toMatch(/^\$response = wp_remote_/);
});

it('the TypeScript samples compile against the SDK', () => {
  const work = mkdtempSync(join(tmpdir(), 'igny8-samples-'));
  try {
    const sources = contract.operations.map(({ id }) => {
      const file = join(work, `${id}.mts`);
      writeFileSync(file, samplesOf(id)[1] ?? '');
      return file;
    });
    const program = ts.createProgram(sources, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths: { '@igny8/sdk': [join(root, 'codegen/sdk/src/index.ts')] },
      typeRoots: [join(root, 'node_modules/@types')],
      types: ['node'],
    });
    const found = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName.startsWith(work));
    expect(found.map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)).toEqual(
      [],
    );
  } finally {
    rmSync(work, { recursive: true });
  }
});

describe('the TypeScript sample', () => {
  const { operations } = JSON.parse(readFileSync(join(root, 'wp-plugin/tests/Support/contract-examples.json'), 'utf8')) as {
    operations: {
      id: string;
      server: string;
      request: { method: string; path: string; headers: Record<string, string>; body?: unknown };
    }[];
  };
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it.each(operations)(
    'of $id sends the request that the contract shows',
    async ({ id, server, request: { method, path, headers, body } }) => {
      const sent: Request[] = [];
      globalThis.fetch = (request) => {
        sent.push((request as Request).clone());
        return Promise.resolve(Response.json({ data: [], next_cursor: null }));
      };
      const code = (samplesOf(id)[1] ?? '').replace(/^import .*$/m, '');
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what a reader would run is what has to be run
      const sample = new Function('Igny8', 'console', `return (async () => { ${code} })()`) as (...args: unknown[]) => Promise<void>;
      await sample(Igny8, { log: () => undefined });
      const [request] = sent;
      expect([request?.method, request?.url]).toEqual([method, server + path]);
      const text = (await request?.text()) ?? '';
      expect(text === '' ? undefined : JSON.parse(text)).toEqual(body);
      expect(request?.headers.get('if-match') ?? undefined).toBe(headers['If-Match']);
    },
  );
});

it('the changes of the API are those that the changelog calls so', () => {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const page = pages.get('changelog.html') ?? '';
  expect(page.match(/<li>\s*<b>/g)).toHaveLength(changelog.match(/^- API: /gm)?.length ?? 0);
});

it('a field without an example is refused, not made up', () => {
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  expect(() => exampleOf(schema, (reference) => reference)).toThrow('The contract gives no example of this: {"type":"string"}');
});
