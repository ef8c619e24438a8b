import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { Kind } from '../generated/contract.js';
import { Answers, documented } from '../platform/access/operation.decorator.js';
import { notFound } from '../platform/problem/problem.js';
import { KINDS } from './stored-structure.js';

class KindPipe implements PipeTransform<string, Kind> {
  transform(value: string): Kind {
    const kind = KINDS.find((known) => known === value);
    if (kind === undefined) throw notFound('kind of content types');
    return kind;
  }
}

/** What any name can be: that of a post type is narrower. */
const NAME = { minLength: 1, maxLength: 32, pattern: '^(?!__proto__$)[^\\u0000-\\u001F\\u007F\\uD800-\\uDFFF]{1,32}$' } as const;
const FORM = new RegExp(NAME.pattern, 'u');

class TypeNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!FORM.test(value)) throw notFound('content type');
    return value;
  }
}

/** Gives a handler the `{kind}` of its path; any other names nothing: 404. */
export const KindOfPath = (): ParameterDecorator =>
  documented(Param('kind', new KindPipe()), ApiParam({ name: 'kind', schema: { type: 'string', enum: [...KINDS] } }), Answers(404));

/** Gives a handler the `{name}` of its path. What no name can be (PostgreSQL cannot even be asked for NUL) names nothing: 404. */
export const NameOfPath = (): ParameterDecorator =>
  documented(Param('name', new TypeNamePipe()), ApiParam({ name: 'name', schema: { type: 'string', ...NAME } }), Answers(404));
