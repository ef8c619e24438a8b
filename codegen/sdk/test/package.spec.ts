import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createContext, Script } from 'node:vm';
import { installPacked, readmeExamples } from './support/packed.ts';
import { hangUp, json, problem, ScriptedServer } from './support/scripted-server.js';

/** Far more than it is: what makes it this large is a mistake. */
const LARGEST_TARBALL = 100_000;

const root = resolve(__dirname, '../../..');
const server = new ScriptedServer();
let folder: string;
let tarball: string;

jest.setTimeout(180_000);

// What somebody has who installs the package, and nothing else: it lies outside the repository.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-sdk-package-'));
  tarball = installPacked(folder);
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.seen = [];
  server.replies = [
    json(200, { data: [{ name: 'One' }], next_cursor: 'c2' }),
    json(200, { data: [{ name: 'Two' }], next_cursor: null }),
    hangUp,
    json(201, { id: 'made' }),
    problem(404, 'not_found'),
  ];
});

/** Pages, a create that has to be sent again, and an error. */
const USE = `
async function use(baseUrl) {
  const igny8 = new Igny8({ baseUrl, token: 'igny8_key' });
  const names = [];
  for await (const site of igny8.sites.list()) names.push(site.name);
  const { id } = await igny8.sites.create({ home_url: 'https://example.com' });
  const error = await igny8.sites.get('x').catch((thrown) => thrown);
  return JSON.stringify({ names, id, error: error instanceof Igny8Error ? error.code : String(error) });
}`;
const USED = { names: ['One', 'Two'], id: 'made', error: 'not_found' };
const AND_PRINT = 'use(process.argv[2]).then(console.log);';

/** The oldest that the package is for. */
const OLDEST = 20;

const isOldest = (version: string): boolean => version.startsWith(`v${String(OLDEST)}.`);

/** Every Node of this machine that the package is for, by version; the oldest is brought by npm when there is none. */
function nodes(): Map<string, string> {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((directory) => join(directory, 'node'));
  const byVersion = new Map(
    [process.execPath, ...found.filter((program) => existsSync(program))].map((program) => [versionOf(program), program]),
  );
  if (![...byVersion.keys()].some(isOldest)) byVersion.set(...brought());
  return new Map([...byVersion].filter(([version]) => Number.parseInt(version.slice(1)) >= OLDEST));
}

/** Node as npm has it for this kind of machine: once it is there it stays. */
function brought(): [version: string, program: string] {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, `node_modules/.cache/node${String(OLDEST)}`);
  const program = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${String(OLDEST)}`]);
  return [versionOf(program), program];
}

const versionOf = (program: string): string => execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();

async function run(program: string, file: string, text: string): Promise<unknown> {
  writeFileSync(join(folder, file), text);
  const { stdout } = await promisify(execFile)(program, [file, server.url], { cwd: folder });
  return JSON.parse(stdout);
}

/** Runs a tool of the repository. Throws with what it says when it is not content. */
async function tool(script: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: folder }).catch(
    (error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${stdout}${stderr}`);
    },
  );
  return stdout;
}

describe('the package', () => {
  it('brings nothing else along, and nothing that is not needed', () => {
    const installed = join(folder, 'node_modules/@igny8/sdk');
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('peerDependencies');
    expect(manifest).toMatchObject({ sideEffects: false, engines: { node: '>=20' }, license: 'MIT' });
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@igny8']);
    expect(readdirSync(installed, { recursive: true }).sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'dist/index.cjs',
      'dist/index.d.cts',
      'dist/index.d.ts',
      'dist/index.js',
      'package.json',
    ]);
    expect(statSync(tarball).size).toBeLessThan(LARGEST_TARBALL);
  });

  it('is in order for publint', async () => {
    expect(await tool('publint/src/cli.js', tarball, '--strict')).toContain('All good!');
  });

  it('has the right types for every way to resolve them (attw)', async () => {
    expect(await tool('@arethetypeswrong/cli/dist/index.js', tarball, '--no-definitely-typed', '--format', 'ascii')).toContain(
      'No problems found',
    );
  });
});

describe.each([...nodes()])('in Node %s', (_version, program) => {
  it('works as an ES module', async () => {
    expect(await run(program, 'esm.mjs', `import { Igny8, Igny8Error } from '@igny8/sdk';${USE}\n${AND_PRINT}`)).toEqual(USED);
  });

  it('works in CommonJS', async () => {
    expect(await run(program, 'cjs.cjs', `const { Igny8, Igny8Error } = require('@igny8/sdk');${USE}\n${AND_PRINT}`)).toEqual(USED);
  });

  it('knows the errors of the other copy, when both are loaded', async () => {
    const copies = `
      import { createRequire } from 'node:module';
      import * as esm from '@igny8/sdk';
      const cjs = createRequire(import.meta.url)('@igny8/sdk');
      const problem = { code: 'not_found', status: 404, request_id: 'r', detail: 'No.' };
      const isDouble = esm.Igny8Error !== cjs.Igny8Error;
      console.log(JSON.stringify([
        isDouble,
        new cjs.Igny8Error(problem) instanceof esm.Igny8Error,
        new esm.Igny8ConnectionError('') instanceof cjs.Igny8ConnectionError,
        new esm.Igny8ConnectionError('') instanceof cjs.Igny8Error,
        new Error('') instanceof esm.Igny8Error,
      ]));`;
    expect(await run(program, 'copies.mjs', copies)).toEqual([true, true, true, false, false]);
  });

  it('lets the process end as soon as the answer is here', async () => {
    server.replies = [json(200, { status: 'ok' })];
    const program_ = `
      import { Igny8 } from '@igny8/sdk';
      await new Igny8({ baseUrl: process.argv[2] }).health.live();
      const since = performance.now();
      process.on('exit', () => console.log(performance.now() - since < 10_000));`;
    expect(await run(program, 'end.mjs', program_)).toBe(true);
  });
});

describe('in TypeScript', () => {
  const PROGRAM = `
    import { Igny8, Igny8Error, type PagePromise, type Site, type SitePage } from '@igny8/sdk';
    const igny8 = new Igny8({ baseUrl: 'https://api.example', fetch: (request: Request) => fetch(request) });
    const list: PagePromise<SitePage> = igny8.sites.list({ limit: 5 }, { signal: new AbortController().signal });
    export async function names(): Promise<string[]> {
      const all: Site[] = [];
      for await (const site of list) all.push(site);
      for await (const page of list.pages()) all.push(...page.data);
      return all.map(({ name }) => name);
    }
    export const codeOf = (error: unknown): string => (error instanceof Igny8Error ? error.code : '');
    export const isNew = (error: Igny8Error): boolean => error.code === 'a_code_of_tomorrow' || error.code === 'not_found';
    igny8.sites.create({ home_url: 'example.com' }, { idempotencyKey: 'once' });
    igny8.structure.updateContentType('id', 'taxonomies', 'category', { fetch_limit: null }, { ifMatch: '"v1"' });
    // @ts-expect-error: only what takes an Idempotency-Key can be given one.
    igny8.sites.get('id', { idempotencyKey: 'once' });
    // @ts-expect-error: a change that needs an If-Match is not made without.
    igny8.structure.updateContentType('id', 'taxonomies', 'category', { fetch_limit: null });
    // @ts-expect-error: there is no such kind.
    igny8.structure.updateContentType('id', 'menus', 'main', {}, { ifMatch: '"v1"' });`;

  /** Checks programs, and the types of the package too (no skipLibCheck). */
  async function compile(platform: object, programs: Readonly<Record<string, string>>): Promise<void> {
    for (const [file, text] of Object.entries(programs)) writeFileSync(join(folder, file), text);
    const compilerOptions = {
      ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipDefaultLibCheck: true },
      ...{ target: 'es2023', module: 'nodenext', typeRoots: [join(root, 'node_modules/@types')] },
      ...platform,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(programs) }));
    await tool('typescript/bin/tsc', '-p', '.');
  }

  it('has the types for Node, in ES modules, in CommonJS and in the examples of the README', async () => {
    const examples = readmeExamples().map(({ program }, index) => [`example-${String(index)}.mts`, program] as const);
    expect(examples).toHaveLength(5);
    const programs = { 'typed.mts': PROGRAM, 'typed.cts': PROGRAM, ...Object.fromEntries(examples) };
    await compile({ lib: ['es2023'], types: ['node'] }, programs);
  });

  it('has the types for browsers', async () => {
    await compile({ lib: ['es2023', 'dom', 'dom.iterable'], types: [] }, { 'typed.mts': PROGRAM });
  });
});

it('works in a page: bundled, with nothing but what browsers have, also where the page did not come over HTTPS', async () => {
  writeFileSync(join(folder, 'page.js'), `import { Igny8, Igny8Error } from '@igny8/sdk';${USE}\nglobalThis.use = use;`);
  await tool('tsup/dist/cli-default.js', 'page.js', '--no-config', '--silent', '--format', 'iife', '--platform', 'browser', '-d', 'page');
  const page = createContext({
    ...{ AbortController, clearTimeout, fetch, Headers, performance, Request, setTimeout, URL, URLSearchParams },
    // A page that came over plain HTTP has no crypto.randomUUID.
    crypto: { getRandomValues: <A extends Uint8Array>(array: A): A => crypto.getRandomValues(array) },
  }) as { use?: (baseUrl: string) => Promise<string> };
  new Script(readFileSync(join(folder, 'page/page.global.js'), 'utf8')).runInContext(page);
  expect(JSON.parse((await page.use?.(server.url)) ?? '')).toEqual(USED);
});
