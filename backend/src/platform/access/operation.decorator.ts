import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiOperation } from '@nestjs/swagger';
import type { Scope, operations } from '../../generated/contract.js';

/** What a route asks of its caller: a scope, any valid key or session, or nothing. */
export type RequiredAccess = Scope | 'signed_in' | 'public';

export const REQUIRED_ACCESS = 'igny8:required-access';

/**
 * Makes a handler an operation of the contract, and says who may call it: the guard's rule, the document's security and the
 * document's scope are set together, so that they cannot differ. A route without it is refused.
 */
export function Operation(operationId: keyof operations, access: RequiredAccess, status?: number): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUIRED_ACCESS, access),
    ApiOperation({ operationId }),
    ApiExtension('x-required-scope', access),
    ...(access === 'public' ? [] : [ApiBearerAuth('bearer')]),
    ...(status === undefined ? [] : [HttpCode(status)]),
  );
}
