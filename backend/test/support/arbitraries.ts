import fc from 'fast-check';

/** A JSON Schema of the contract, as far as the contract uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly maxProperties?: number;
}

/** Long enough to meet every rule on the way to a limit, short enough to make hundreds of. */
const LONGEST = 40;
const MOST = 5;

/** What fast-check cannot make: names that must not be, such as `__proto__`. They come as hostile ones. */
const LOOKAHEAD = /\(\?![^)]*\)/g;

/** What nobody sends by mistake. */
export const HOSTILE = [
  '\u0000',
  '\uD800',
  '\uDFFF\uD800',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  "'; DROP TABLE account; --",
  '../../etc/passwd',
  '%00%ff',
  '\u202Etxt.exe',
  '\uFEFF',
  '🧟'.repeat(300),
  'x'.repeat(100_000),
  '',
  ' ',
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.1,
  [],
  {},
  [[[[[[[[]]]]]]]],
  { toString: 1, hasOwnProperty: null },
] as const;

/** Values that a schema allows (all but always: a pattern and a length together may miss). */
export function valid(schema: Schema, resolve: (ref: string) => Schema): fc.Arbitrary<unknown> {
  const of = (inner: Schema): fc.Arbitrary<unknown> => valid(inner, resolve);
  if (schema.$ref !== undefined) return of(resolve(schema.$ref));
  if (schema.allOf !== undefined) return of(plain(schema, resolve));
  if (schema.oneOf !== undefined) return fc.oneof(...schema.oneOf.map(of));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object']);
  return fc.oneof(...types.map((type) => ofType(type, schema, of)));
}

/** The schema with its reference followed, its `allOf` made one and its choice with null taken. */
export function plain(schema: Schema, resolve: (ref: string) => Schema): Schema {
  if (schema.$ref !== undefined) return plain(resolve(schema.$ref), resolve);
  const { allOf = [], oneOf, ...own } = schema;
  if (oneOf !== undefined) return plain(oneOf.find(({ type }) => type !== 'null') ?? {}, resolve);
  const parts = [...allOf.map((part) => plain(part, resolve)), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties)) as Record<string, Schema>;
  const whole = Object.assign({}, ...parts) as Schema;
  return whole.properties === undefined ? whole : { ...whole, properties };
}

function ofType(type: string, schema: Schema, of: (inner: Schema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000, noNaN: true });
    case 'string':
      return text(schema);
    case 'array':
      return fc.array(of(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(MOST, schema.maxItems ?? MOST) });
    default:
      return object(schema, of);
  }
}

function text({ format, pattern, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid({ version: 7 });
    case 'date-time':
      return fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
    case 'email':
      return fc.emailAddress();
    default: {
      const any =
        pattern === undefined
          ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, Math.max(minLength, LONGEST)) })
          : fc.stringMatching(new RegExp(pattern.replaceAll(LOOKAHEAD, ''), 'u'));
      return fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: fc.webUrl() });
    }
  }
}

function object(
  { properties = {}, required = [], additionalProperties, propertyNames }: Schema,
  of: (inner: Schema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, of(schema)])), {
    requiredKeys: [...required],
  });
  if (typeof additionalProperties !== 'object') return known;
  const names =
    propertyNames === undefined ? fc.string({ maxLength: 20 }) : (of({ type: 'string', ...propertyNames }) as fc.Arbitrary<string>);
  return fc.tuple(known, fc.dictionary(names, of(additionalProperties), { maxKeys: MOST })).map(([own, more]) => ({ ...more, ...own }));
}

/** The value with one part of it replaced, left out or added to: wrong in one place. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...placesOf(value)), fc.constantFrom(...HOSTILE), fc.constantFrom('replace', 'remove', 'add'))
    .map(([place, hostile, way]) => change(value, place, hostile, way));

function placesOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...at, name]))];
}

function change(value: unknown, [name, ...rest]: readonly string[], hostile: unknown, way: string): unknown {
  if (name === undefined)
    return way === 'add' && typeof value === 'object' && value !== null
      ? { ...value, [JSON.stringify(hostile).slice(0, 100)]: hostile }
      : hostile;
  const entries = Object.entries(value as object).flatMap(([key, inner]): [string, unknown][] => {
    if (key !== name) return [[key, inner]];
    return way === 'remove' && rest.length === 0 ? [] : [[key, change(inner, rest, hostile, way)]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
