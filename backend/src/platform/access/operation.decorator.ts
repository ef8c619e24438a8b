import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Scope, operations } from '../../generated/contract.js';

/** What a route asks of its caller: a scope, any valid key or session, or nothing. */
export type RequiredAccess = Scope | 'signed_in' | 'public';

export const REQUIRED_ACCESS = 'igny8:required-access';

/**
 * Makes a handler an operation of the contract, and says who may call it: the guard's rule, the document's security and the
 * document's scope are set together, so that they cannot differ. A route without it is refused.
 *
 * @param status of the answer when all is well
 */
export function Operation(operationId: keyof operations, access: RequiredAccess, status = 200): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUIRED_ACCESS, access),
    ApiOperation({ operationId }),
    ApiExtension('x-required-scope', access),
    ...(access === 'public' ? [] : [ApiBearerAuth('bearer')]),
    HttpCode(status),
    Answers(status, 'default', ...refusals(access)),
  );
}

/** Statuses with which a route answers. What answers them says so itself: the guard's, the interceptor's and the pipe's decorators. */
export function Answers(...statuses: readonly (number | 'default')[]): MethodDecorator & ClassDecorator {
  return applyDecorators(...statuses.map((status) => ApiResponse({ status })));
}

/** What the guard answers to a caller who may not, or who asks too much. */
function refusals(access: RequiredAccess): readonly number[] {
  if (access === 'public') return [];
  return access === 'signed_in' ? [401, 429] : [401, 403, 429];
}

/** A decorator of a parameter that tells the API document of it too. */
export function documented(parameter: ParameterDecorator, ...document: readonly MethodDecorator[]): ParameterDecorator {
  return (target, key, index) => {
    parameter(target, key, index);
    const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || handler === undefined) throw new Error('Only parameters of handlers are documented');
    for (const tell of document) tell(target, key, handler);
  };
}
