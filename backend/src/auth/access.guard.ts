import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { REQUIRED_ACCESS, type RequiredAccess } from '../platform/access/operation.decorator.js';
import { Authenticator } from './authenticator.js';
import { scopeMissing } from './caller.js';
import { Limits } from './limits.js';

/**
 * Lets a request through when its key or session has the scope that the route asks for. A route that says nothing is closed.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const required = this.reflector.get<RequiredAccess | undefined>(REQUIRED_ACCESS, context.getHandler());
    if (required === 'public') return true;
    if (required === undefined) throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may call it`);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.authenticator.authenticate(request);
    request.caller = caller;
    await this.limits.ofRequest(caller.credentialId, context.switchToHttp().getResponse<FastifyReply>());
    if (required !== 'signed_in' && !caller.scopes.has(required)) {
      throw scopeMissing(caller, required);
    }
    return true;
  }
}
