import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { createDatabase, type TestDatabase } from './support/database.js';

const PROGRAM = join(process.cwd(), 'dist/cli.js');

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the built command line with --json. */
function igny8(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Run> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    IGNY8_SEALING_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...more,
  };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, ...args, '--json'], { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, stdout, stderr });
    });
  });
}

const account = (name: string, email: string, password: string): string[] => [
  ...['account', 'create', '--name', name],
  ...['--email', email, '--password', password],
];
const PASSWORD = 'correct horse battery';

test.each([
  ['an unknown command', ['nonsense'], "unknown command 'nonsense'"],
  ['a missing option', ['account', 'create'], "required option '--name <name>' not specified"],
  ['a scope that does not exist', ['api-key', 'create', '--account', 'x', '--name', 'x', '--scope', 'all'], "argument 'all' is invalid"],
  ['an empty name', account('', 'a@example.com', PASSWORD), '--name must not be empty.'],
  ['a name with a line break', account('a\nb', 'a@example.com', PASSWORD), '--name has control characters.'],
  ['a name that is too long', account('a'.repeat(201), 'a@example.com', PASSWORD), '--name must have at most 200 characters.'],
  ['an e-mail with a control character', account('A', 'a\u0001@example.com', PASSWORD), '--email is not an e-mail address.'],
  ['a password that is too long', account('A', 'a@example.com', 'a'.repeat(257)), '--password must have at most 256 characters.'],
  [
    'a scope that is named twice',
    ['api-key', 'create', '--account', 'x', '--name', 'x', '--scope', 'sites:read', 'sites:read'],
    '--scope names something twice.',
  ],
])('%s is answered with one line of JSON that says what is wrong', async (_what, args, message) => {
  const { code, stdout, stderr } = await igny8(args);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(stdout)).toEqual({ error: expect.stringContaining(message) as string });
});

test('an account is made with a password that nobody sees among the arguments', async () => {
  const { code, stdout } = await igny8(['account', 'create', '--name', 'A', '--email', 'a@example.com'], { IGNY8_PASSWORD: PASSWORD });
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as { api_key: string }).api_key).toMatch(/^igny8_/);
});
