import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Kind } from '../generated/contract.js';
import { notFound } from '../platform/problem/problem.js';
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
