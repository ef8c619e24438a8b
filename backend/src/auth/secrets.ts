import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const KEY_FORM = /^igny8_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/;
const SESSION_FORM = /^session_[A-Za-z0-9_-]{43}$/;
/** `igny8_` and seven characters: how a key is shown (specification: igny8_aBcD3fG...). */
const PREFIX_CHARACTERS = 13;

export interface NewSecret {
  readonly secret: string;
  readonly hash: Buffer;
  readonly prefix: string;
}

/** A new API key: `igny8_`, 32 random characters, and their CRC-32 in base 62, so that a mistyped key is known without a look-up. */
export function newApiKey(): NewSecret {
  const random = randomBase62(32);
  return describe(`igny8_${random}${checksum(random)}`);
}

/** A new session token: 32 random bytes. */
export function newSessionToken(): NewSecret {
  return describe(`session_${randomBytes(32).toString('base64url')}`);
}

/** What a bearer token claims to be; undefined when it cannot be one of ours. */
export function kindOfToken(token: string): 'api_key' | 'session' | undefined {
  if (SESSION_FORM.test(token)) return 'session';
  const [, random, sum] = KEY_FORM.exec(token) ?? [];
  return random !== undefined && sum === checksum(random) ? 'api_key' : undefined;
}

/** What is stored instead of a secret. The secrets are random, so a fast hash is enough. */
export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const describe = (secret: string): NewSecret => ({ secret, hash: hashOf(secret), prefix: secret.slice(0, PREFIX_CHARACTERS) });

function checksum(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let i = 0; i < 6; i++) {
    text = (BASE62[rest % 62] ?? '') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function randomBase62(length: number): string {
  let text = '';
  while (text.length < length) {
    // Bytes from 248 on would favour the first eight characters.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += BASE62[byte % 62] ?? '';
  }
  return text;
}
