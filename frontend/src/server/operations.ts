import type { paths } from '@igny8/sdk';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** Every operation of the contract, such as `GET /sites/{id}/`. */
type Operation = {
  [Path in keyof paths]: { [M in Method]: paths[Path] extends Record<M, object> ? `${Uppercase<M>} ${Path}` : never }[Method];
}[keyof paths];

/** The closed list of what a browser may ask for. What only the plugin or a program needs is not on it. */
const OPERATIONS = [
  'GET /auth/me/',
  'GET /auth/api-keys/',
  'POST /auth/api-keys/',
  'DELETE /auth/api-keys/{id}/',
  'POST /auth/api-keys/{id}/rotate/',
  'GET /sites/',
  'POST /sites/',
  'GET /sites/{id}/',
  'PATCH /sites/{id}/',
  'DELETE /sites/{id}/',
  'POST /integration/integrations/{id}/disconnect/',
  'GET /integration/integrations/{id}/content-types/',
  'PATCH /integration/integrations/{id}/content-types/{kind}/{name}/',
  'GET /integration/integrations/{id}/structure-changes/',
] as const satisfies readonly Operation[];

const LIST = OPERATIONS.map((operation) => {
  const [method = '', template = ''] = operation.split(' ');
  return { method, segments: segmentsOf(template) };
});

/**
 * The path to ask the backend for, or undefined when the operation is not on the list.
 * @param path as it arrived, still encoded; the slash at its end may be missing
 */
export function allowedPath(method: string, path: string): string | undefined {
  const segments = segmentsOf(path);
  const isAllowed = LIST.some(
    (entry) =>
      entry.method === method &&
      entry.segments.length === segments.length &&
      entry.segments.every((expected, i) => (expected.startsWith('{') ? isValue(segments[i]) : expected === segments[i])),
  );
  return isAllowed ? `/${segments.join('/')}/` : undefined;
}

function segmentsOf(path: string): string[] {
  return path.replace(/^\/|\/$/g, '').split('/');
}

/** A path segment that is a value and cannot change what is asked for. */
const isValue = (segment: string | undefined): boolean => segment !== undefined && segment !== '' && !/^(\.|%2e){1,2}$/i.test(segment);
