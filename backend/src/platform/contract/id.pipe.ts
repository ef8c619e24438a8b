import type { PipeTransform } from '@nestjs/common';
import { notFound } from '../problem/problem.js';
import { UUID } from './fields.js';

const FORM = new RegExp(UUID, 'u');

/** An id in a path. What is not even an id names nothing: 404. */
export class IdPipe implements PipeTransform<string, string> {
  private readonly what: string;

  /** @param what it is the id of, for the message */
  constructor(what: string) {
    this.what = what;
  }

  transform(value: string): string {
    if (!FORM.test(value)) throw notFound(this.what);
    return value;
  }
}
