import type { Problem, ProblemCode } from './generated/contract.js';

/**
 * The API answered with a problem (RFC 9457). `code` says which, `requestId` is what support asks for.
 *
 * `instanceof` goes by the name, so that it also knows the errors of another copy of this package: an ESM and a CJS one are easily
 * loaded side by side. A class that is derived from it knows only its own.
 */
export class Igny8Error extends Error {
  static override [Symbol.hasInstance](value: unknown): value is Igny8Error {
    return super[Symbol.hasInstance](value) || (this === Igny8Error && isNamed(value, 'Igny8Error'));
  }

  override readonly name = 'Igny8Error';
  readonly status: number;
  /** Codes are added from time to time: one that this version does not know is given as it is. */
  readonly code: ProblemCode | (string & {});
  readonly requestId: string;
  readonly problem: Problem;
  /** Seconds to wait before another try, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter: number | undefined) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.request_id;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** No answer of the API came: the network failed, the time was up, or something else answered in its place. */
export class Igny8ConnectionError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is Igny8ConnectionError {
    return super[Symbol.hasInstance](value) || (this === Igny8ConnectionError && isNamed(value, 'Igny8ConnectionError'));
  }

  override readonly name = 'Igny8ConnectionError';
  /** The status of what answered in the API's place, when something did. */
  readonly status: number | undefined;
  /** Seconds to wait before another try, when what answered said so. */
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    options: { readonly cause?: unknown; readonly status?: number; readonly retryAfter?: number | undefined } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.retryAfter = options.retryAfter;
  }
}

const isNamed = (value: unknown, name: string): boolean =>
  typeof value === 'object' && value !== null && 'name' in value && value.name === name;
