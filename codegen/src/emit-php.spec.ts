import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { emitPhp } from './emit-php.ts';
import type { JsonObject } from './json.ts';
import { answer, model, ref, smallContract } from './support/small-contract.ts';

const plugin = resolve(__dirname, '../../wp-plugin/igny8-bridge/src/Api');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-php-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The PHP client of a contract whose one operation takes and gives a Thing. */
function emit(schemas: JsonObject): ReadonlyMap<string, string> {
  const operation = { requestBody: answer(ref('Thing')), responses: { '200': answer(ref('Thing')) } };
  return emitPhp(smallContract({ schemas: { Problem: model({}), ...schemas }, operation, method: 'post' }));
}

/** What a Thing that is read from JSON says of itself: as an array, and as it is sent. */
function throughPhp(files: ReadonlyMap<string, string>, thing: object): { readonly array: unknown; readonly sent: unknown } {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    execFileSync('php', ['-l', join(folder, file)]);
  }
  for (const file of ['Decode.php', 'MalformedAnswer.php', 'ApiException.php']) cpSync(join(plugin, file), join(folder, file));
  const program = `
    spl_autoload_register( fn( $class ) => require __DIR__ . '/' . strtr( substr( $class, strlen( 'Igny8\\\\Bridge\\\\Api\\\\' ) ), '\\\\', '/' ) . '.php' );
    $thing = Igny8\\Bridge\\Api\\Model\\Thing::from_array( json_decode( $argv[1], true ) );
    $array = $thing->to_array();
    array_walk_recursive( $array, fn( $value ) => is_object( $value ) && throw new Exception( get_class( $value ) ) );
    echo json_encode( array( 'array' => $array, 'sent' => $thing ) );`;
  writeFileSync(join(folder, 'program.php'), `<?php${program}`);
  const said = execFileSync('php', [join(folder, 'program.php'), JSON.stringify(thing)], { encoding: 'utf8' });
  return JSON.parse(said) as { array: unknown; sent: unknown };
}

const TEXT = { type: 'string' };
const maybe = (type: string): JsonObject => ({ type: [type, 'null'] });
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const map = (additionalProperties: unknown): JsonObject => ({ type: 'object', additionalProperties });
const Part = model({ name: TEXT });

it('an object may hold others of its kind', () => {
  const files = emit({ Thing: model({ name: TEXT, children: list(ref('Thing')), by_name: map(ref('Thing')) }) });
  const thing = { name: 'a', children: [{ name: 'b', children: [] }], by_name: { c: { name: 'c', by_name: {} } } };
  expect(throughPhp(files, thing).sent).toEqual(thing);
  const text = files.get('Model/Thing.php');
  // PHPStan refuses a type that is defined by itself.
  expect(text).toContain(' *   children?: array<int, array<string, mixed>>,');
  expect(text).not.toContain('@phpstan-import-type');
  expect(text).not.toContain('Thing::class');
});

it('two objects may hold each other', () => {
  const files = emit({ Thing: model({ other: ref('Other') }), Other: model({ things: list(ref('Thing')), part: ref('Part') }), Part });
  const thing = { other: { things: [{ other: { part: { name: 'a' } } }] } };
  expect(throughPhp(files, thing)).toEqual({ array: thing, sent: thing });
  expect(files.get('Model/Other.php')).toContain('@phpstan-import-type PartShape from Part');
  expect(files.get('Model/Other.php')).not.toContain('ThingShape');
});

it.each<[what: string, field: JsonObject, value: unknown, type: string]>([
  ['texts, or null', list(maybe('string')), ['a', null], 'array<int, string|null>'],
  ['numbers by name, or null', map(maybe('integer')), { a: 1, b: null }, 'array<string, int|null>'],
  ['yes and no', list({ type: 'boolean' }), [true, false], 'array<int, bool>'],
  ['yes and no by name, or null', map(maybe('boolean')), { a: true, b: null }, 'array<string, bool|null>'],
  ['objects, or null', list({ oneOf: [ref('Part'), { type: 'null' }] }), [{ name: 'a' }, null], 'array<int, Part|null>'],
  ['objects by name', map(ref('Part')), { a: { name: 'a' } }, 'array<string, Part>'],
  ['anything by name', map(true), { a: [1, { b: null }] }, 'array<string, mixed>'],
])('a field may hold %s', (_what, field, value, type) => {
  const files = emit({ Thing: model({ field }), Part });
  expect(throughPhp(files, { field: value })).toEqual({ array: { field: value }, sent: { field: value } });
  expect(files.get('Model/Thing.php')).toContain(`@var ${type}|null`);
});

it('an empty map is sent as an object, also in an object in a list', () => {
  const files = emit({ Thing: model({ map: map(TEXT), holders: list(ref('Holder')) }), Holder: model({ map: map(TEXT) }) });
  const thing = { map: {}, holders: [{ map: {} }] };
  expect(throughPhp(files, thing).sent).toEqual(thing);
});

it('a map that must be there is not asked whether it is', () => {
  const files = emit({ Thing: model({ map: map(TEXT) }, { required: ['map'] }) });
  expect(throughPhp(files, { map: {} }).sent).toEqual({ map: {} });
  expect(files.get('Model/Thing.php')).not.toContain('null !== $this->map');
});

it.each([
  ['a list of lists', list(list(TEXT))],
  ['a list of maps', list(map(TEXT))],
  ['a map of lists', map(list(TEXT))],
  ['a map of maps', map(map(TEXT))],
])('%s is refused with its place', (_what, field) => {
  expect(() => emit({ Thing: model({ field }) })).toThrow('components/schemas/Thing/properties/field: the PHP client does not know');
});
