import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { Answers, documented } from '../access/operation.decorator.js';
import { notFound } from '../problem/problem.js';
import { UUID, UUID_TEXT } from './fields.js';

const FORM = new RegExp(UUID, 'u');

class IdPipe implements PipeTransform<string, string> {
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

/** What the API document says of the `{id}` of a path. */
export const ApiIdParam = (): MethodDecorator => ApiParam({ name: 'id', schema: { type: 'string', ...UUID_TEXT } });

/**
 * Gives a handler the `{id}` of its path. What is not even an id names nothing: 404.
 * @param what it is the id of, for the message
 */
export const Id = (what: string): ParameterDecorator => documented(Param('id', new IdPipe(what)), ApiIdParam(), Answers(404));
