import { Validator } from '@cfworker/json-schema';
import type { Type } from '@nestjs/common';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { DtoPipe } from '../../src/platform/contract/body.pipe.js';
import { ContractValidator } from '../../src/platform/contract/contract-validator.js';
import { readContractDocument } from '../../src/platform/contract/document.js';
import { ProblemError } from '../../src/platform/problem/problem.js';
import type { Schema } from './arbitraries.js';

/** Whether a value is valid; undefined when it is not judged (too bulky to look at). */
export type Verdict = (value: unknown) => Promise<boolean | undefined> | boolean | undefined;

/** The contract's own. A format is a word for people in JSON Schema 2020-12, patterns hold; only times are calendar dates besides. */
export function byContract(schema: Schema, document: Record<string, unknown> = readContractDocument()): Verdict {
  const ajv = new Ajv2020({ strict: false, validateFormats: true, unicodeRegExp: true, logger: false });
  addFormats.default(ajv, ['date-time']);
  ajv.addSchema(document, 'contract');
  return ajv.compile(atHome(schema));
}

const atHome = (schema: Schema): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;

/** Of a class, the way it is checked on the way to a handler. */
export function byClass(dto: Type, type: 'body' | 'query'): Verdict {
  const pipe = new DtoPipe();
  return (value) => accepts(() => pipe.transform(value, { type, metatype: dto }));
}

/** Of the validator that the app makes of the contract. */
export function byAppsValidator(schema: string): Verdict {
  const validator = new ContractValidator();
  return (value) => accepts(() => validator.check(schema, value));
}

/** Of another implementation of JSON Schema than the app's, reading the same contract. */
export function byAnotherValidator(schema: string, { components }: Record<string, unknown> = readContractDocument()): Verdict {
  const validator = new Validator({ $ref: `#/components/schemas/${schema}`, components }, '2020-12');
  return (value) => {
    try {
      return validator.validate(value).valid;
    } catch (error) {
      // It writes names into addresses, and cannot write half of a surrogate pair.
      if (error instanceof URIError) return undefined;
      throw error;
    }
  };
}

async function accepts(check: () => unknown): Promise<boolean | undefined> {
  try {
    await check();
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.code === 'payload_too_large' ? undefined : false;
  }
}

/** Judges each value (JSON texts) twice, and gives those on which the two do not agree, and how many were compared. */
export async function disagreements(
  texts: Iterable<string>,
  contract: Verdict,
  own: Verdict,
): Promise<{ readonly found: readonly string[]; readonly values: number; readonly valid: number }> {
  const found: string[] = [];
  let values = 0;
  let valid = 0;
  for (const text of texts) {
    const expected = await contract(JSON.parse(text));
    const got = await own(JSON.parse(text));
    if (got === undefined || expected === undefined) continue;
    values++;
    if (expected) valid++;
    if (got !== expected)
      found.push(`${got ? 'taken' : 'refused'}, the contract ${expected ? 'allows' : 'refuses'} it: ${text.slice(0, 300)}`);
  }
  return { found, values, valid };
}
