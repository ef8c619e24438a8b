import { plain, type Schema } from './arbitraries.js';

/**
 * The places of an answer that the contract says nothing of. A client has to ignore them, so that no schema forbids them; but what is
 * not declared here would be told by mistake.
 */
export function undeclared(schema: Schema, value: unknown, resolve: (ref: string) => Schema, at = ''): string[] {
  const { properties, additionalProperties, items } = plain(schema, resolve);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => undeclared(items ?? {}, item, resolve, `${at}/${String(i)}`));
  // An object of which nothing is said may hold anything.
  const others = typeof additionalProperties === 'object' ? additionalProperties : properties === undefined ? {} : undefined;
  return Object.entries(value).flatMap(([name, inner]) => {
    const declared = properties?.[name] ?? others;
    return declared === undefined ? [`${at}/${name}`] : undeclared(declared, inner, resolve, `${at}/${name}`);
  });
}
