export type JsonObject = Readonly<Record<string, unknown>>;

/** These read what is parsed but not checked: each throws when it finds something else. */
export function object(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`Expected an object, found ${JSON.stringify(value)}`);
  return value as JsonObject;
}

export function array(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`Expected a list, found ${JSON.stringify(value)}`);
  return value;
}

export function string(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`Expected a text, found ${JSON.stringify(value)}`);
  return value;
}

export const strings = (value: unknown): string[] => array(value).map(string);
