import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type ValidationError } from '@nestjs/common';
import type { FieldError } from '../../generated/contract.js';
import { invalidField, validationFailed } from '../problem/problem.js';

/**
 * Validates what a handler takes as a DTO class (a body, or a query), drops unknown fields, and says what is wrong in the
 * contract's form: a JSON Pointer into the body, or `#name` for a parameter.
 */
export class DtoPipe implements PipeTransform {
  private readonly body = validationPipe('/');
  private readonly query = validationPipe('#');

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'query') return this.query.transform(value, metadata);
    if (metadata.type !== 'body') return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidField('', 'type', 'must be object');
    return this.body.transform(value, metadata);
  }
}

const validationPipe = (prefix: string): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => validationFailed(errors.flatMap((error) => fieldErrors(error, prefix))),
  });

/** The names that the contract's validator gives the rules of class-validator. */
const CODES: Readonly<Record<string, string>> = {
  isString: 'type',
  isBoolean: 'type',
  isInt: 'type',
  isArray: 'type',
  isObject: 'type',
  isIn: 'enum',
  matches: 'pattern',
  isIso8601: 'format',
  min: 'minimum',
  max: 'maximum',
  arrayMinSize: 'minItems',
  arrayMaxSize: 'maxItems',
  arrayUnique: 'uniqueItems',
  nestedValidation: 'type',
};

function fieldErrors(error: ValidationError, prefix: string): FieldError[] {
  const pointer = prefix + error.property;
  const [own] = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ pointer, code: CODES[rule] ?? rule, message }));
  return [...(own === undefined ? [] : [own]), ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`))];
}
