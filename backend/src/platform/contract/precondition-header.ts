import { Headers } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Answers, documented } from '../access/operation.decorator.js';

const ANSWERS = { 'If-Match': [412, 428], 'If-None-Match': [304] } as const;

/** Gives a handler the version of what its caller has seen, as it was sent; undefined when it was not. */
export const PreconditionHeader = (name: keyof typeof ANSWERS): ParameterDecorator =>
  documented(Headers(name.toLowerCase()), ApiHeader({ name, required: false }), Answers(...ANSWERS[name]));
