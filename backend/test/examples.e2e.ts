import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ApiKeyCreated, ConnectResult, ContentTypes, Integration, Site } from '../src/generated/contract.js';
import { ContractValidator } from '../src/platform/contract/contract-validator.js';
import { TestApp, type TestAccount } from './support/app.js';
import { checkAnswer, operations, type ContractOperation } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { codeAfter, page } from './support/pages.js';

/**
 * What the reference shows is what works: its curl samples are run as they stand there, by a real curl, against a running
 * backend. Only what nobody could know before (ids, the version of a setting, a password) is put in.
 */
const reference = page('index.html');
const objects = page('objects.html');
const SERVER = 'http://127.0.0.1:4000';
const EXAMPLE_ID = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';

/** The first of an operation's samples is the one in curl. */
const sampleOf = ({ id }: ContractOperation): string => codeAfter(reference, `data-sample="${id}"`);
const exampleOf = (name: string): unknown =>
  JSON.parse(codeAfter(objects.slice(objects.indexOf(`<section id="${name}">`)), '<summary>Example'));

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

/** What a sample's request finds there, by what has to be put into the sample. */
type Prepared = Readonly<Record<string, string>>;
type Prepare = (account: TestAccount) => Promise<Prepared>;

async function withSite({ apiKey: token }: TestAccount): Promise<Site> {
  return (await app.post<Site>('/sites/', { token, body: { home_url: 'https://example.com' } })).body;
}

const withIntegration: Prepare = async (account) => {
  const { apiKey: token } = account;
  const { id } = await withSite(account);
  const { body } = await app.post<Integration>('/integration/integrations/', { token, body: { site_id: id } });
  return { [`/integrations/${EXAMPLE_ID}/`]: `/integrations/${body.id}/`, [`/sites/${EXAMPLE_ID}/`]: `/sites/${id}/` };
};

/** Connected and pushed, with the contract's own examples. */
const withReadySite: Prepare = async (account) => {
  const prepared = await withIntegration(account);
  const path = `/integration${prepared[`/integrations/${EXAMPLE_ID}/`] ?? ''}`;
  const connected = await app.post<ConnectResult>(`${path}connect/`, { token: account.apiKey, body: exampleOf('ConnectRequest') });
  await app.post(`${path}update-structure/`, { token: connected.body.api_key, body: exampleOf('UpdateStructureRequest') });
  const { body } = await app.get<ContentTypes>(`${path}content-types/`, { token: account.apiKey });
  return { ...prepared, '"v3"': body.post_types.product?.etag ?? '' };
};

const withOtherKey: Prepare = async ({ apiKey: token }) => {
  const { body } = await app.post<ApiKeyCreated>('/auth/api-keys/', { token, body: { name: 'Another' } });
  return { [EXAMPLE_ID]: body.id };
};

/** Where a connected site is not what the request needs to find. */
const PREPARE: Readonly<Record<string, Prepare>> = {
  login: ({ email, password }) => Promise.resolve({ 'dev@igny8.com': email, 'correct horse battery staple': password }),
  createSite: () => Promise.resolve({}),
  createIntegration: async (account) => ({ [EXAMPLE_ID]: (await withSite(account)).id }),
  connectIntegration: withIntegration,
  revokeApiKey: withOtherKey,
  rotateApiKey: withOtherKey,
};

const fill = (text: string, prepared: Prepared): string =>
  Object.entries(prepared).reduce((filled, [example, real]) => filled.replaceAll(example, real), text);

async function run(command: string, apiKey: string): Promise<{ status: number; headers: Headers; body: string }> {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -sS -i`], { env: { ...process.env, IGNY8_API_KEY: apiKey } });
  const end = stdout.indexOf('\r\n\r\n');
  const [first = '', ...lines] = stdout.slice(0, end).split('\r\n');
  const headers = new Headers(lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
  return { status: Number(first.split(' ')[1]), headers, body: stdout.slice(end + 4) };
}

describe('the curl sample', () => {
  it.each(operations)('of $id works as it is shown', async (operation) => {
    const account = await app.createAccount();
    const prepared = await (PREPARE[operation.id] ?? withReadySite)(account);
    const command = fill(sampleOf(operation).replaceAll(SERVER, app.url), prepared);
    const { status, headers, body } = await run(command, account.apiKey);
    expect(`${String(status)} ${body}`).toMatch(/^2/);
    checkAnswer(operation, status, headers, body === '' ? undefined : JSON.parse(body));
  });
});

describe('the example of an object', () => {
  const validator = new ContractValidator();
  const names = [...objects.matchAll(/<section id="(\w+)">/g)].map(([, name = '']) => name);

  it.each(names)('%s is what the contract allows', (name) => {
    expect(() => validator.check(name, exampleOf(name))).not.toThrow();
  });

  it('is there for all of them', () => {
    expect(names.length).toBeGreaterThan(40);
  });
});
