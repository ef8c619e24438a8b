import { PROBLEM_TITLES } from '../../generated/constants.js';
import type { FieldError, Problem, ProblemCode, Scope, UnauthenticatedReason } from '../../generated/contract.js';

/** The HTTP status that each code answers with. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  malformed_request: 400,
  unauthenticated: 401,
  credentials_invalid: 401,
  scope_missing: 403,
  site_inactive: 403,
  https_required: 403,
  not_found: 404,
  site_exists: 409,
  identity_conflict: 409,
  integration_disconnected: 409,
  request_in_progress: 409,
  secret_already_shown: 409,
  answer_lost: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  validation_failed: 422,
  idempotency_key_reused: 422,
  precondition_required: 428,
  rate_limited: 429,
  internal_error: 500,
  service_unavailable: 503,
};

/** At most so many wrong fields are told (the contract's maxItems). */
export const MOST_FIELD_ERRORS = 20;

interface Extras {
  readonly errors?: readonly FieldError[];
  readonly reason?: UnauthenticatedReason;
  readonly required_scope?: Scope;
  readonly existing_id?: string;
  /** Seconds to wait before another try; sent as a header. */
  readonly retryAfter?: number;
}

/**
 * Something that a client is told as an RFC 9457 problem. Thrown where it is known, turned into an answer by ProblemFilter.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly extras: Extras;
  readonly status: number;

  /** @param detail what happened, why, and what to do: it is shown to people */
  constructor(code: ProblemCode, detail: string, extras: Extras = {}, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
    this.extras = extras;
    this.status = STATUS[code];
  }

  toProblem(instance: string, requestId: string): Problem {
    const { errors, retryAfter, ...others } = this.extras;
    return {
      type: `/docs/problems/${this.code}`,
      title: PROBLEM_TITLES[this.code],
      status: this.status,
      detail: this.message.slice(0, 2000),
      instance,
      code: this.code,
      request_id: requestId,
      ...(errors === undefined ? {} : { errors: errors.slice(0, MOST_FIELD_ERRORS) }),
      ...others,
    };
  }
}

/** A row that does not exist, or belongs to somebody else: the two are not told apart. */
export const notFound = (what: string): ProblemError => new ProblemError('not_found', `Your account has no such ${what}.`);

/** One field that is not valid. */
export const invalidField = (pointer: string, code: string, message: string): ProblemError =>
  validationFailed([{ pointer, code, message }]);

export function validationFailed(errors: readonly FieldError[]): ProblemError {
  const [first] = errors;
  const more = errors.length > 1 ? ` There are ${String(errors.length)} such fields.` : '';
  return new ProblemError(
    'validation_failed',
    `${first?.pointer === '' ? 'The body' : (first?.pointer ?? '')} ${first?.message ?? ''}.${more}`,
    { errors },
  );
}
