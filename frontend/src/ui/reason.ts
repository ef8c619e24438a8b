import { Igny8ConnectionError, Igny8Error } from '@igny8/sdk';

/** Why something did not work, in words for people. */
export function reasonOf(error: unknown): string {
  if (error instanceof Igny8Error) return error.problem.errors?.[0] === undefined ? error.message : fieldReason(error);
  if (error instanceof Igny8ConnectionError) {
    return error.status === undefined
      ? 'IGNY8 cannot be reached. Check your connection.'
      : `Something other than IGNY8 answered (${String(error.status)}).`;
  }
  return 'Something unexpected happened here. Load the page again.';
}

/** Whether it was done all the same, and only its answer is gone: then it is untrue to say that it did not work. */
export const wasDone = (error: unknown): boolean =>
  error instanceof Igny8Error && ['secret_already_shown', 'answer_lost'].includes(error.code);

/** What is wrong with each field that is not valid, by its name: `{ home_url: 'is not a web address' }`. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Igny8Error)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ pointer, message }) => [pointer.slice(1).split('/')[0] ?? '', message]));
}

/** A field that is not shown on this screen is named as the API names it. */
const fieldReason = ({ problem }: Igny8Error): string =>
  (problem.errors ?? []).map(({ pointer, message }) => `${pointer.slice(1)} ${message}.`.trim()).join(' ');
