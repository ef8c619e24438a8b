import {
  applyDecorators,
  createParamDecorator,
  ValidationPipe,
  type ArgumentMetadata,
  type ExecutionContext,
  type PipeTransform,
  type Type,
  type ValidationError,
} from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { components, FieldError } from '../../generated/contract.js';
import { Answers, documented } from '../access/operation.decorator.js';
import { invalidField, ProblemError, validationFailed } from '../problem/problem.js';

/**
 * Validates what a handler takes as a DTO class (a body, or a query), drops unknown fields, and says what is wrong in the
 * contract's form: a JSON Pointer into the body, or `#name` for a parameter.
 */
export class DtoPipe implements PipeTransform {
  private readonly query = validationPipe('#');

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'query') return this.query.transform(value, metadata);
    if (metadata.type !== 'body') return value;
    return checkBody(value, metadata);
  }
}

/** A body that is validated when it is asked for. */
export type LateBody<Body> = () => Promise<Body>;

const UncheckedBody = createParamDecorator((dto: Type, context: ExecutionContext): LateBody<unknown> => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return () => checkBody(body, { type: 'body', metatype: dto });
});

/**
 * Takes the body of a change unchecked: the contract looks first for what is to be changed (404) and at what the change is based on
 * (428, 412), and then at the body (422).
 */
export const TakeLateBody = (dto: Type): ParameterDecorator => documented(UncheckedBody(dto), ApiBody({ type: dto }), Answers(422));

/** The route's body is held against a schema of the contract itself (ContractValidator), not against a class. */
export const ApiContractBody = (schema: keyof components['schemas']): MethodDecorator =>
  applyDecorators(ApiBody({ schema: { $ref: `#/components/schemas/${schema}` } }), Answers(422));

async function checkBody(body: unknown, metadata: ArgumentMetadata): Promise<unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidField('', 'type', 'must be object');
  refuseBulk(body);
  return BODY.transform(body, metadata);
}

/** The small bodies of people's changes have a few dozen values; what is far beyond would keep the validator, and everybody else, waiting. */
const MOST_VALUES = 2_000;
const DEEPEST = 16;

/** @throws ProblemError `payload_too_large` */
export function refuseBulk(body: object): void {
  let values = 0;
  for (let level: unknown[] = [body], depth = 0; level.length > 0; depth++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : []));
    values += level.length;
    if (values > MOST_VALUES || depth > DEEPEST)
      throw new ProblemError(
        'payload_too_large',
        `The body has over ${String(MOST_VALUES)} values, or is nested over ${String(DEEPEST)} deep.`,
      );
  }
}

const validationPipe = (prefix: string): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => validationFailed(errors.flatMap((error) => fieldErrors(error, prefix))),
  });

const BODY = validationPipe('/');

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
