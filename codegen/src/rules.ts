import { array, strings, type JsonObject } from './json.ts';

/** What a value must be beyond its type, in words for the reference: `1 to 200 characters`, `one of a, b`. */
export function rulesOf(schema: JsonObject, follow: (reference: JsonObject) => JsonObject): readonly string[] {
  if (schema['$ref'] !== undefined) return rulesOf(follow(schema), follow);
  const [first] = [schema['allOf'], schema['oneOf']].flatMap((parts) => (parts === undefined ? [] : array(parts)));
  if (first !== undefined) return rulesOf(first as JsonObject, follow);
  if (schema['properties'] !== undefined) return [];
  const format = FORMATS[String(schema['format'])];
  return [
    ...(schema['enum'] === undefined ? [] : [`one of ${strings(schema['enum']).map(code).join(', ')}`]),
    // How long such a text is follows from its form.
    ...(format === undefined ? range(schema['minLength'], schema['maxLength'], 'characters') : [format]),
    ...range(schema['minimum'], schema['maximum'], ''),
    ...range(schema['minItems'], schema['maxItems'], 'items'),
    ...range(schema['minProperties'], schema['maxProperties'], 'entries'),
    ...(schema['default'] === undefined ? [] : [`${code(JSON.stringify(schema['default']))} unless told`]),
  ];
}

/** Formats that say something to a reader; the width of an integer does not. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  'date-time': 'RFC 3339, UTC',
  email: 'e-mail address',
  uri: 'web address',
  'uri-reference': 'web address or path',
};

const code = (text: string): string => `\`${text}\``;

const number = (value: unknown): string => (value === Number.MAX_SAFE_INTEGER ? '2⁵³ − 1' : Number(value).toLocaleString('en'));

function range(least: unknown, most: unknown, unit: string): string[] {
  if (least === undefined && most === undefined) return [];
  const said = least === undefined ? `at most ${number(most)}` : least === most ? number(least) : `${number(least)} to ${number(most)}`;
  return [`${said} ${unit}`.trim()];
}
