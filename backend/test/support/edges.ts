import type { Schema } from './arbitraries.js';
import { HOSTILE, plain } from './arbitraries.js';

/** A value for one place of a request, and what is odd about it. */
type Edge = readonly [what: string, value: unknown];

/** Stands for a field that is left out. */
export const MISSING = Symbol('missing');

const TIMES = [
  '2024-02-29T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2025-04-31T00:00:00Z',
  '2025-13-01T00:00:00Z',
  '2025-00-10T00:00:00Z',
  '2025-01-01T24:00:00Z',
  '2025-01-01T23:60:00Z',
  '2016-12-31T23:59:60Z',
  '2025-01-01T12:00:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0099-12-31T00:00:00Z',
  '0100-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2025-01-01T00:00:00.1234567890Z',
  '2025-01-01T00:00:00.Z',
  '2025-01-01T00:00:00+00:00',
  '2025-01-01t00:00:00z',
  '2025-01-01 00:00:00Z',
  '2025-01-01',
  '20250101T000000Z',
  '2025-W01-1T00:00:00Z',
];
const UUID = '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21';
const UUIDS = [
  UUID.toUpperCase(),
  UUID.replaceAll('-', ''),
  `{${UUID}}`,
  `urn:uuid:${UUID}`,
  `${UUID}\n`,
  '00000000-0000-0000-0000-000000000000',
];
const EMAILS = [
  'a@b',
  'a@@b',
  '@b',
  'a@',
  'a b@c',
  'ä@ö',
  'a@b@c',
  `${'a'.repeat(252)}@b`,
  `${'a'.repeat(253)}@b`,
  '"a b"@c',
  'a@b\n',
  'a@b.c.',
];
/** One character for a person each, and one, two or more for a machine. */
const CHARACTERS = ['a', 'é', 'e\u0301', '🧟', '❤\uFE0F', '👨‍👩‍👧', '\uFE0F', '\t', '\u007F', '\u2028'];
const WRONG_TYPES: readonly unknown[] = [null, true, false, 0, 1, -1, 1.5, '', '1', 'true', 'null', [], [null], {}, { length: 1 }];

/** What is at, or just beyond, the limits of a schema, and what is nothing of the kind. */
export function edgesOf(schema: Schema, resolve: (ref: string) => Schema): Edge[] {
  const whole = plain(schema, resolve);
  return [
    ...WRONG_TYPES.map((value): Edge => ['type', value]),
    ...HOSTILE.map((value): Edge => ['hostile', value]),
    ...(whole.enum ?? []).flatMap((value): Edge[] => [
      ['enum', value],
      ['enum, and more', `${String(value)} `],
      ['enum in capitals', String(value).toUpperCase()],
      ['enum in a list', [value]],
    ]),
    ...texts(whole),
    ...numbers(whole),
    ...lists(whole, resolve),
  ];
}

function texts({ type, minLength, maxLength, format }: Schema): Edge[] {
  if (![type].flat().includes('string')) return [];
  const lengths = [minLength, maxLength]
    .flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]))
    .filter((n) => n >= 0);
  const odd = { 'date-time': TIMES, uuid: UUIDS, email: EMAILS }[format ?? ''] ?? [];
  return [
    ...lengths.flatMap((length) => CHARACTERS.map((character): Edge => [`${String(length)} long`, character.repeat(length)])),
    // As long for JavaScript as for JSON Schema, or half of it.
    ...lengths.flatMap((length): Edge[] => [
      ['surrogate pairs', `${'🧟'.repeat(Math.floor(length / 2))}${length % 2 === 1 ? 'a' : ''}`],
      ['an accent more', `${'a'.repeat(length)}\u0301`],
    ]),
    ...CHARACTERS.map((character): Edge => ['a character', `a${character}a`]),
    ...odd.map((value): Edge => [format ?? '', value]),
  ];
}

function numbers({ type, minimum, maximum }: Schema): Edge[] {
  if (![type].flat().includes('integer')) return [];
  const limits = [minimum, maximum].flatMap((limit) =>
    limit === undefined ? [] : [limit - 1, limit, limit + 1, limit + 0.5, String(limit)],
  );
  return [...limits, 1.0, -0, 1e21, 2 ** 31, 2 ** 53, Number.MIN_VALUE].map((value) => ['number', value]);
}

function lists({ type, items, minItems = 0, maxItems = 10 }: Schema, resolve: (ref: string) => Schema): Edge[] {
  if (![type].flat().includes('array') || items === undefined) return [];
  const values = plain(items, resolve).enum ?? ['a', 'b', 'c'];
  const long = (length: number): unknown[] => Array.from({ length }, (_, i) => values[i % values.length]);
  const sizes = [minItems - 1, minItems, minItems + 1, values.length, maxItems, maxItems + 1].filter((size) => size >= 0);
  return [
    ...sizes.map((size): Edge => [`${String(size)} entries`, long(size)]),
    ['twice', [values[0], values[0]]],
    ...edgesOf(items, resolve).map(([what, value]): Edge => [`entry: ${what}`, [value]]),
    ...edgesOf(items, resolve).map(([what, value]): Edge => [`another entry: ${what}`, [values[0], value]]),
  ];
}

/** A right body, with one place of it at an edge: `value` everywhere but there. Bodies come as JSON text, as they are sent. */
export function* bodiesAtEdges(schema: Schema, right: unknown, resolve: (ref: string) => Schema): Generator<string> {
  for (const [, value] of edgesOf(schema, resolve)) yield JSON.stringify(value);
  yield* objectsAtEdges(schema, right, resolve, (object) => object);
}

type Put = (value: unknown) => unknown;

function* objectsAtEdges(schema: Schema, right: unknown, resolve: (ref: string) => Schema, put: Put): Generator<string> {
  const { properties = {}, additionalProperties, propertyNames, maxProperties } = plain(schema, resolve);
  const object = (typeof right === 'object' ? right : {}) as Record<string, unknown>;
  const putField =
    (name: string) =>
    (value: unknown): unknown =>
      put(with_(object, name, value));
  for (const [name, field] of Object.entries(properties)) {
    yield JSON.stringify(putField(name)(MISSING));
    for (const [, value] of edgesOf(field, resolve)) yield JSON.stringify(putField(name)(value));
    yield* objectsAtEdges(field, object[name] ?? {}, resolve, putField(name));
  }
  for (const name of ['extra', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '🧟']) {
    for (const value of [null, {}, 'x']) yield JSON.stringify(putField(name)(value));
  }
  if (typeof additionalProperties !== 'object') return;
  const [[name, inner] = ['name', {}]] = Object.entries(object);
  const names = edgesOf({ type: 'string', ...propertyNames }, resolve).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
  for (const odd of names) yield JSON.stringify(put({ [name]: inner, [odd]: inner }));
  for (const [, value] of edgesOf(additionalProperties, resolve)) yield JSON.stringify(putField(name)(value));
  for (const size of maxProperties === undefined ? [] : [maxProperties, maxProperties + 1])
    yield JSON.stringify(put(Object.fromEntries(Array.from({ length: size }, (_, i) => [`n${String(i)}`, inner]))));
  yield* objectsAtEdges(additionalProperties, inner, resolve, putField(name));
}

/** The object with that field, which may be called `__proto__`. */
function with_(object: Record<string, unknown>, name: string, value: unknown): unknown {
  const others = Object.entries(object).filter(([key]) => key !== name);
  return Object.fromEntries(value === MISSING ? others : [...others, [name, value]]);
}

/** Queries with one parameter at an edge, as the parser gives them: texts, and lists of texts where a name was sent twice. */
export function* queriesAtEdges({ properties = {} }: Schema, resolve: (ref: string) => Schema): Generator<string> {
  yield '{}';
  for (const [name, schema] of Object.entries(properties)) {
    const texts = new Set(edgesOf(schema, resolve).map(([, value]) => (typeof value === 'string' ? value : JSON.stringify(value))));
    for (const text of [...texts, '007', '+1', ' 1', '1 ', '1e1', '0x1', '１']) {
      yield JSON.stringify({ [name]: text });
      yield JSON.stringify({ [name]: [text, text] });
      yield JSON.stringify({ [name]: text, extra: text });
    }
  }
}
