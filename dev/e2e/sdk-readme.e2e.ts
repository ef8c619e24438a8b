import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Igny8 } from '@igny8/sdk';
import { installPacked, readmeExamples } from '../../codegen/sdk/test/support/packed.ts';
import { node } from '../lib/child.ts';
import { createAccount, stack as runningStack } from './support/stack.ts';

const examples = readmeExamples();
const stack = runningStack();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-sdk-readme-'));
  installPacked(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('finds the five examples of the README', () => {
  expect(examples).toHaveLength(5);
});

it('prints what the README says, one after the other on one account, as a reader would try them', async () => {
  const { apiKey, email, password } = await createAccount(stack);
  const env = { ...process.env, IGNY8_API_URL: stack.apiUrl, IGNY8_API_KEY: apiKey, IGNY8_EMAIL: email, IGNY8_PASSWORD: password };
  await new Igny8({ baseUrl: stack.apiUrl, token: apiKey }).sites.create({ name: 'Example shop', home_url: 'https://shop.example' });
  const file = join(folder, 'example.mts');
  const printed: string[] = [];
  for (const { program } of examples) {
    writeFileSync(file, program);
    const { stdout } = await promisify(execFile)(node, [file], { env });
    printed.push(stdout.replaceAll(/ +$/gm, ''));
  }
  expect(printed).toEqual(examples.map(({ prints }) => prints));
});
