import { Injectable } from '@nestjs/common';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FieldError } from '../../generated/contract.js';
import { MOST_FIELD_ERRORS, validationFailed } from '../problem/problem.js';
import { readContractDocument } from './document.js';

/** These only say how a value is meant; what it may be is said by patterns and limits. */
const UNCHECKED_FORMATS = Object.fromEntries(
  ['int32', 'int64', 'uuid', 'uri', 'uri-reference', 'email', 'password'].map((name) => [name, true as const]),
);

/**
 * Validates large bodies against the contract itself: with classes and decorators a 200 KB body blocks the process for 30 ms,
 * so for a third of a millisecond. Small bodies are DTO classes.
 */
@Injectable()
export class ContractValidator {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: true, formats: UNCHECKED_FORMATS });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.ajv, ['date-time']);
    this.ajv.addSchema(readContractDocument(), 'contract');
  }

  /**
   * @param schema the name of a schema of the contract
   * @throws ProblemError `validation_failed` with each field that is not valid
   */
  check<Body>(schema: string, body: unknown): Body {
    const validate = this.validator(schema);
    if (!validate(body)) throw validationFailed((validate.errors ?? []).slice(0, MOST_FIELD_ERRORS).map(fieldError));
    return body as Body;
  }

  private validator(schema: string): ValidateFunction {
    let validate = this.compiled.get(schema);
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref: `contract#/components/schemas/${schema}` });
      this.compiled.set(schema, validate);
    }
    return validate;
  }
}

/** What is told of a name that stands in a pointer: hostile ones are long. */
const MOST_NAME_CHARACTERS = 100;

function fieldError(error: ErrorObject): FieldError {
  const name = error.propertyName ?? (error.keyword === 'propertyNames' ? String(error.params.propertyName) : undefined);
  const pointer = error.instancePath + (name === undefined ? '' : `/${escapeName(name)}`);
  return { pointer: harmless(pointer.slice(0, 500)), code: error.keyword, message: inWords(error).slice(0, 500) };
}

/** JSON Pointer's own escapes (RFC 6901). */
const escapeName = (name: string): string => name.slice(0, MOST_NAME_CHARACTERS).replaceAll('~', '~0').replaceAll('/', '~1');

/** What a request is made of stands in the answer, but for half a surrogate pair and NUL. */
const harmless = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

function inWords(error: ErrorObject): string {
  const { params, keyword } = error as { params: Record<string, unknown>; keyword: string };
  switch (keyword) {
    case 'required':
      return `lacks ${String(params.missingProperty)}`;
    case 'type':
      return `must be ${[params.type].flat().join(' or ')}`;
    case 'minLength':
      return Number(params.limit) === 1 ? 'must not be empty' : `must have at least ${String(params.limit)} characters`;
    case 'maxLength':
      return `must have at most ${String(params.limit)} characters`;
    case 'minimum':
      return `must be at least ${String(params.limit)}`;
    case 'maximum':
      return `must be at most ${String(params.limit)}`;
    case 'maxProperties':
      return `must have at most ${String(params.limit)} entries`;
    case 'pattern':
      return error.propertyName === undefined
        ? 'has characters or a form that is not allowed'
        : 'is not a name that WordPress could register';
    case 'propertyNames':
      return 'is not an allowed name';
    case 'format':
      return 'is not a time';
    case 'enum':
      return `must be one of ${[params.allowedValues].flat().join(', ')}`;
    default:
      return error.message ?? 'is not valid';
  }
}
