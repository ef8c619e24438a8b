import type { Problem, ProblemCode } from './generated/contract.js';

/** The API answered with a problem (RFC 9457). `code` says which, `requestId` is what support asks for. */
export class Igny8Error extends Error {
  override readonly name = 'Igny8Error';
  readonly status: number;
  readonly code: ProblemCode;
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
  override readonly name = 'Igny8ConnectionError';
  /** The status of what answered in the API's place, when something did. */
  readonly status: number | undefined;

  constructor(message: string, options: { readonly cause?: unknown; readonly status?: number } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}
