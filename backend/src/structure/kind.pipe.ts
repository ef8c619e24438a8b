import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Kind } from '../generated/contract.js';
import { notFound } from '../platform/problem/problem.js';
import { PLAIN_TEXT } from '../platform/contract/fields.js';
import { KINDS } from './stored-structure.js';

/** The `{kind}` of a path; any other names nothing: 404. */
@Injectable()
export class KindPipe implements PipeTransform<string, Kind> {
  transform(value: string): Kind {
    const kind = KINDS.find((known) => known === value);
    if (kind === undefined) throw notFound('kind of content types');
    return kind;
  }
}

const FORM = new RegExp(PLAIN_TEXT, 'u');

/** The `{name}` of a path. What no name can be (PostgreSQL cannot even be asked for NUL) names nothing: 404. */
@Injectable()
export class TypeNamePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!FORM.test(value)) throw notFound('content type');
    return value;
  }
}
