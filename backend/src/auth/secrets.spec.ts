import { kindOfToken, newApiKey, newSessionToken } from './secrets.js';

it('makes keys of the form that the specification draws, each another', () => {
  const keys = Array.from({ length: 200 }, () => newApiKey());
  for (const { secret, prefix } of keys) {
    expect(secret).toMatch(/^igny8_[0-9A-Za-z]{38}$/);
    expect(secret.slice(0, 13)).toBe(prefix);
    expect(kindOfToken(secret)).toBe('api_key');
  }
  expect(new Set(keys.map(({ secret }) => secret)).size).toBe(keys.length);
});

it('uses every character about as often as any other', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 4_000; i++)
    for (const character of newApiKey().secret.slice(6, 38)) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const expected = (4_000 * 32) / 62;
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.15);
});

it('knows a mistyped key by its checksum', () => {
  const { secret } = newApiKey();
  for (let i = 6; i < secret.length; i++) {
    const other = secret[i] === 'x' ? 'y' : 'x';
    expect(kindOfToken(secret.slice(0, i) + other + secret.slice(i + 1))).toBeUndefined();
  }
});

it('tells sessions from keys', () => {
  expect(kindOfToken(newSessionToken().secret)).toBe('session');
  expect(kindOfToken('session_x')).toBeUndefined();
});
