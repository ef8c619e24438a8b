/**
 * Whether sending a request twice does no more than sending it once: by what it does (`inherent`), because its Idempotency-Key makes it
 * so (`by_key`), or not (`none`). The contract says which (`x-idempotent`).
 */
export type Idempotency = 'inherent' | 'by_key' | 'none';

/** An operation of the contract and what is asked of it. The generated resources make them. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As in the contract, such as `/sites/{id}/`. */
  readonly path: string;
  readonly idempotency: Idempotency;
  /** What stands for the braces of the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
}

/** The path and query that a call asks for. */
export function targetOf({ path, params = {}, query = {} }: Call): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => segment(name, params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

/**
 * @throws TypeError when the value would lead to another path (URLs take `.` and `..` for steps, and an empty one for none), or to none: half
 * of a character cannot be escaped
 */
function segment(name: string, value: string): string {
  if (/^\.{0,2}$|\p{Surrogate}/u.test(value)) throw new TypeError(`${JSON.stringify(value)} cannot be the ${name} of anything.`);
  return encodeURIComponent(value);
}
