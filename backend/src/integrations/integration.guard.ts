import {
  applyDecorators,
  createParamDecorator,
  Injectable,
  SetMetadata,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { callOf, type Caller } from '../auth/index.js';
import { Answers } from '../platform/access/operation.decorator.js';
import { UUID } from '../platform/contract/fields.js';
import { ApiIdParam } from '../platform/contract/id.pipe.js';
import { notFound, ProblemError } from '../platform/problem/problem.js';
import { ConnectionsService } from './connections.service.js';
import { type IntegrationRef, IntegrationRefs } from './integration-refs.js';
import { IDENTITY, identityOf, refuseStranger } from './site-identity.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by IntegrationGuard. */
    integration?: IntegrationRef;
  }
}

const WHILE_INACTIVE = 'igny8:while-inactive';
const FROM_ANY_SITE = 'igny8:from-any-site';
const FORM = new RegExp(UUID, 'u');

/**
 * Turns the `{id}` of a path into that integration of the caller's account, before anything else happens: 404 when there is none,
 * 403 `site_inactive`, 409 `identity_conflict` when the caller is another site than the one that connected.
 */
@Injectable()
export class IntegrationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly refs: IntegrationRefs,
    private readonly connections: ConnectionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>();
    const call = callOf(request);
    const integration = await this.find(request.params.id, call.caller);
    if (!integration.isSiteActive && !this.reflector.get<boolean>(WHILE_INACTIVE, context.getHandler()))
      refuseInactive(request.method, call.caller);
    const said = identityOf(request);
    request.integration = call.caller.isFirstUse ? await this.connections.activate(call, integration, said) : integration;
    if (!this.reflector.get<boolean>(FROM_ANY_SITE, context.getHandler())) refuseStranger(said, request.integration);
    return true;
  }

  private async find(id: string, caller: Caller): Promise<IntegrationRef> {
    const integration = FORM.test(id) ? await this.refs.get(id) : undefined;
    const isTheirs = integration?.accountId === caller.accountId && (caller.integrationId === null || caller.integrationId === id);
    if (integration === undefined || !isTheirs) throw notFound('integration');
    return integration;
  }
}

/** People may look at an inactive site, to make it active again; nothing else is taken from it or done to it. */
function refuseInactive(method: string, caller: Caller): void {
  if (caller.kind === 'user' && (method === 'GET' || method === 'HEAD')) return;
  throw new ProblemError('site_inactive', 'This site was deactivated in IGNY8, which accepts nothing from it. Activate it there first.');
}

interface Options {
  /** Also for a site that was deactivated. */
  readonly whileInactive?: boolean;
  /** Also for another site than the one that is connected: the route itself settles which site it is. */
  readonly fromAnySite?: boolean;
}

/** A route below `…/integrations/{id}/`. */
export function OfIntegration(options: Options = {}): MethodDecorator & ClassDecorator {
  return applyDecorators(
    UseGuards(IntegrationGuard),
    SetMetadata(WHILE_INACTIVE, options.whileInactive === true),
    SetMetadata(FROM_ANY_SITE, options.fromAnySite === true),
    ApiIdParam(),
    Answers(403, 404),
    ...(options.fromAnySite === true ? [] : [...IDENTITY.map((name) => ApiHeader({ name, required: false })), Answers(409)]),
  );
}

/** Gives a handler the integration of its path. */
export const CurrentIntegration = createParamDecorator((_: unknown, context: ExecutionContext): IntegrationRef => {
  const { integration } = context.switchToHttp().getRequest<FastifyRequest>();
  if (integration === undefined) throw new Error('The route is not OfIntegration()');
  return integration;
});
