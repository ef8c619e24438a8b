import { Igny8ConnectionError, Igny8Error, type Problem } from '@igny8/sdk';

/** The door of the dashboard's own server: it keeps the token of the session, and gives none out. */
const SESSION = '/api/session';

/**
 * @throws {Igny8Error} `credentials_invalid`, or `rate_limited` with the seconds to wait
 * @throws {Igny8ConnectionError} when no answer came
 */
export async function signIn(email: string, password: string): Promise<void> {
  await send('POST', JSON.stringify({ email, password }));
}

export async function signOut(): Promise<void> {
  await send('DELETE');
}

async function send(method: string, body?: string): Promise<void> {
  const response = await fetch(SESSION, {
    method,
    ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
  }).catch((cause: unknown) => {
    throw new Igny8ConnectionError('The dashboard could not be reached.', { cause });
  });
  if (response.ok) return;
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  if (problem?.code === undefined) throw new Igny8ConnectionError('Something else answered.', { status: response.status });
  const wait = response.headers.get('Retry-After');
  throw new Igny8Error(problem, wait === null ? undefined : Number(wait));
}
