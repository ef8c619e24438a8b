import { array, object, string, type JsonObject } from './json.ts';

/**
 * What a value of a schema looks like: the example that the contract gives, or one put together from those of its parts.
 * Throws with the schema when a part has none, so that no example is ever invented here.
 *
 * @param within the schemas that it is a part of
 */
export function exampleOf(schema: JsonObject, follow: (reference: JsonObject) => JsonObject, within: readonly JsonObject[] = []): unknown {
  const of = (part: unknown): unknown => exampleOf(object(part), follow, [...within, schema]);
  const given = schema['example'] ?? schema['default'];
  if (given !== undefined) return given;
  if (within.includes(schema))
    throw new Error(`The contract gives no example of this, which is a part of itself: ${JSON.stringify(schema)}`);
  if (schema['$ref'] !== undefined) return of(follow(schema));
  if (schema['allOf'] !== undefined) return merged(array(schema['allOf']).map(of));
  if (schema['oneOf'] !== undefined) return of(array(schema['oneOf'])[0]);
  if (schema['enum'] !== undefined) return array(schema['enum'])[0];
  if (schema['properties'] !== undefined)
    return Object.fromEntries(Object.entries(object(schema['properties'])).map(([name, property]) => [name, of(property)]));
  if (schema['type'] === 'boolean') return true;
  if (schema['type'] === 'array') return [of(schema['items'])];
  if (schema['propertyNames'] !== undefined) return { [string(of(schema['propertyNames']))]: of(schema['additionalProperties']) };
  throw new Error(`The contract gives no example of this: ${JSON.stringify(schema)}`);
}

const merged = (parts: readonly unknown[]): unknown =>
  parts.length === 1 ? parts[0] : Object.assign({}, ...parts.map((part) => object(part)));
