import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_VARIABLES, InvalidConfigError, readConfig } from './config.js';

const REQUIRED = { DATABASE_URL: 'postgres://u:p@localhost/db', IGNY8_SEALING_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}` };

const messageOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig({ ...REQUIRED, ...environment });
  } catch (error) {
    if (error instanceof InvalidConfigError) return error.message;
    throw error;
  }
  return '';
};

it('has safe defaults: production, this machine only, nobody trusted', () => {
  const config = readConfig(REQUIRED);
  expect(config).toMatchObject({
    NODE_ENV: 'production',
    IGNY8_API_PORT: 4000,
    IGNY8_API_HOST: '127.0.0.1',
    IGNY8_TRUSTED_PROXIES: [],
  });
  expect([config.directUrl, config.mayPrepareStatements]).toEqual([REQUIRED.DATABASE_URL, true]);
});

it('takes an empty variable for one that is not set', () => {
  expect(readConfig({ ...REQUIRED, IGNY8_API_PORT: '', DATABASE_DIRECT_URL: '' }).IGNY8_API_PORT).toBe(4000);
});

it('prepares no statements behind a pooler', () => {
  expect(readConfig({ ...REQUIRED, DATABASE_DIRECT_URL: 'postgres://direct/db' })).toMatchObject({
    mayPrepareStatements: false,
    directUrl: 'postgres://direct/db',
  });
});

it.each([
  ['DATABASE_URL', 'mysql://x'],
  ['IGNY8_API_PORT', 'http'],
  ['IGNY8_API_PORT', '70000'],
  ['IGNY8_API_PORT', '1.5'],
  ['IGNY8_API_HOST', 'localhost'],
  ['IGNY8_SEALING_KEYS', 'secret'],
  ['IGNY8_SEALING_KEYS', `1:${Buffer.alloc(16).toString('base64')}`],
  ['IGNY8_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['IGNY8_TRUSTED_PROXIES', 'proxy.internal'],
  ['NODE_ENV', 'staging'],
  ['IGNY8_LOG_LEVEL', 'loud'],
])('stops the start for %s=%s with the name, what is wrong and an example', (name, value) => {
  const message = messageOf({ NODE_ENV: 'development', [name]: value });
  expect(message).toMatch(new RegExp(`^${name} .*must be .*\\. Example: ${name}=.+$`));
});

it('names everything that is wrong at once', () => {
  expect(messageOf({ DATABASE_URL: 'x', IGNY8_API_PORT: 'x' }).split('\n')).toHaveLength(2);
});

it.each(CONFIG_VARIABLES.map((variable) => [variable.name, variable] as const))('accepts its own example for %s', (name, { example }) => {
  expect(messageOf({ NODE_ENV: 'development', [name]: example })).toBe('');
});

it.each(CONFIG_VARIABLES.map((variable) => [variable.name, variable] as const))(
  'has %s in the table of the README',
  (name, { description, defaultText }) => {
    const readme = readFileSync(join(process.cwd(), '../README.md'), 'utf8');
    expect(readme.replaceAll(/ +/g, ' ')).toContain(`| \`${name}\` | ${description} | ${defaultText} |`);
  },
);
