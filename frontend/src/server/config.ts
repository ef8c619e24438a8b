import { BlockList, isIP } from 'node:net';

/** What a variable is for, in the words of the README's table, and a value that would be accepted. */
export interface VariableDocument {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly defaultText: string;
}

/** Every environment variable of the dashboard. PORT and HOSTNAME are read by Next itself. */
export const CONFIG_VARIABLES = [
  { name: 'IGNY8_API_URL', description: 'Where the backend answers.', example: 'https://api.example.com', defaultText: 'required' },
  { name: 'PORT', description: 'The port of the dashboard.', example: '3000', defaultText: '`3000`' },
  { name: 'HOSTNAME', description: 'The address that the dashboard listens on.', example: '127.0.0.1', defaultText: '`0.0.0.0`' },
  {
    name: 'IGNY8_TRUSTED_PROXIES',
    description: 'Who may say in X-Forwarded-For where a request came from: the TLS proxy in front of the dashboard.',
    example: '10.0.0.0/8,127.0.0.1',
    defaultText: 'none',
  },
  {
    name: 'IGNY8_DASHBOARD_INSECURE',
    description: 'Lets the dashboard be used over plain HTTP, for development on one machine: the session cookie is then not `Secure`.',
    example: 'true',
    defaultText: '`false`',
  },
] as const satisfies readonly VariableDocument[];

type VariableName = (typeof CONFIG_VARIABLES)[number]['name'];

export interface Config {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly isInsecure: boolean;
  readonly isTrustedProxy: (address: string) => boolean;
}

/** A start that must not happen: says which variable, what is wrong with it, and what would be right. */
export class InvalidConfigError extends Error {
  override readonly name = 'InvalidConfigError';
}

let known: Config | undefined;

/** The configuration of this process, read once. */
export const config = (): Config => (known ??= readConfig(process.env));

/**
 * Reads the configuration. Empty variables count as not set.
 * @throws {InvalidConfigError} naming every variable that is wrong, with an example
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const read = <Value>(name: VariableName, parse: (text: string) => Value | undefined, rule: string): Value | undefined => {
    const value = parse(environment[name] ?? '');
    if (value === undefined) wrong.push(`${name} ${rule}. Example: ${name}=${exampleOf(name)}`);
    return value;
  };
  const apiUrl = read('IGNY8_API_URL', parseApiUrl, 'must be an http:// or https:// address, without query or password');
  const isInsecure = read('IGNY8_DASHBOARD_INSECURE', parseBoolean, 'must be true or false');
  const isTrustedProxy = read('IGNY8_TRUSTED_PROXIES', parseRanges, 'must be addresses or CIDR ranges, separated by commas');
  read('PORT', parsePort, 'must be a port between 0 and 65535');
  if (apiUrl === undefined || isInsecure === undefined || isTrustedProxy === undefined || wrong.length > 0)
    throw new InvalidConfigError(wrong.join('\n'));
  return { apiUrl, isInsecure, isTrustedProxy };
}

const exampleOf = (name: VariableName): string => CONFIG_VARIABLES.find((variable) => variable.name === name)?.example ?? '';

function parseApiUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, search, hash, href } = new URL(text);
  const isPlain = /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === '';
  return isPlain ? href.replace(/\/+$/, '') : undefined;
}

const parseBoolean = (text: string): boolean | undefined => (text === 'true' ? true : text === 'false' || text === '' ? false : undefined);

const parsePort = (text: string): boolean | undefined => text === '' || (/^\d{1,5}$/.test(text) && Number(text) < 65536) || undefined;

function parseRanges(text: string): Config['isTrustedProxy'] | undefined {
  const ranges = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address);
    const most = family === 4 ? 32 : 128;
    if (family === 0 || rest.length > 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most))) return undefined;
    ranges.addSubnet(address, bits === undefined ? most : Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && ranges.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
}
