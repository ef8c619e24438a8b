import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Igny8 } from '@igny8/sdk';
import { node } from '../lib/child.ts';
import { root } from '../lib/paths.ts';
import { createAccount, stack as runningStack } from './support/stack.ts';

interface Example {
  readonly title: string;
  readonly program: string;
  readonly prints: string;
}

/** The programs of the SDK's README, each followed by what it prints. */
function readExamples(): readonly Example[] {
  const sections = readFileSync(join(root, 'codegen/sdk/README.md'), 'utf8').split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const [, program, prints] = /^```ts\n(.*?)^```\n\n```text\n(.*?)^```$/ms.exec(section) ?? [];
    return program === undefined || prints === undefined ? [] : [{ title: section.split('\n')[0] ?? '', program, prints }];
  });
}

const examples = readExamples();
const folder = mkdtempSync(join(tmpdir(), 'igny8-sdk-readme-'));
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  mkdirSync(join(folder, 'node_modules/@igny8'), { recursive: true });
  symlinkSync(join(root, 'codegen/sdk'), join(folder, 'node_modules/@igny8/sdk'));
  const stack = runningStack();
  const { apiKey, email, password } = await createAccount(stack);
  env = { ...process.env, IGNY8_API_URL: stack.apiUrl, IGNY8_API_KEY: apiKey, IGNY8_EMAIL: email, IGNY8_PASSWORD: password };
  await new Igny8({ baseUrl: stack.apiUrl, token: apiKey }).sites.create({ name: 'Example shop', home_url: 'https://shop.example' });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('has five examples in the README', () => {
  expect(examples).toHaveLength(5);
});

// One after the other on one account, as a reader would try them.
it.each(examples)('prints what the README says: $title', async ({ program, prints }) => {
  const file = join(folder, 'example.mts');
  writeFileSync(file, program);
  const { stdout } = await promisify(execFile)(node, [file], { env });
  expect(stdout.replaceAll(/ +$/gm, '')).toBe(prints);
});
