import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Call, CurrentCall, Idempotent } from '../auth/index.js';
import type { ConnectResult, Integration, IntegrationDetail, IntegrationPage, SigningSecret } from '../generated/contract.js';
import { Answers, Operation } from '../platform/access/operation.decorator.js';
import { ConnectionsService } from './connections.service.js';
import {
  ConnectRequestDto,
  IdentityDecisionDto,
  IntegrationCreateDto,
  IntegrationQuery,
  IntegrationUpdateDto,
} from './dto/integration.dto.js';
import { CurrentIntegration, OfIntegration } from './integration.guard.js';
import type { IntegrationRef } from './integration-refs.js';
import { IntegrationsService } from './integrations.service.js';

@ApiTags('Integrations')
@Controller('integration/integrations')
export class IntegrationsController {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly connections: ConnectionsService,
  ) {}

  @Get()
  @Operation('listIntegrations', 'integrations:read')
  list(@CurrentCall() call: Call, @Query() query: IntegrationQuery): Promise<IntegrationPage> {
    return this.integrations.list(call.accountId, query);
  }

  @Post()
  @Operation('createIntegration', 'integrations:write', 201)
  @Answers(200, 404)
  @Idempotent()
  async create(
    @CurrentCall() call: Call,
    @Body() body: IntegrationCreateDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Integration> {
    const { integration, isNew } = await this.integrations.create(call, body);
    void reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return integration;
  }

  @Get(':id')
  @Operation('getIntegration', 'integrations:read')
  @OfIntegration()
  get(@CurrentIntegration() integration: IntegrationRef): Promise<IntegrationDetail> {
    return this.integrations.get(integration);
  }

  @Patch(':id')
  @Operation('updateIntegration', 'integrations:write')
  @OfIntegration()
  update(
    @CurrentCall() call: Call,
    @CurrentIntegration() integration: IntegrationRef,
    @Body() body: IntegrationUpdateDto,
  ): Promise<Integration> {
    return this.integrations.update(call, integration, body);
  }

  @Delete(':id')
  @Operation('deleteIntegration', 'integrations:write', 204)
  @OfIntegration({ whileInactive: true })
  remove(@CurrentCall() call: Call, @CurrentIntegration() integration: IntegrationRef): Promise<void> {
    return this.integrations.remove(call, integration);
  }

  @Post(':id/connect')
  @Operation('connectIntegration', 'integrations:write')
  @Answers(409)
  @OfIntegration({ fromAnySite: true })
  connect(
    @CurrentCall() call: Call,
    @CurrentIntegration() integration: IntegrationRef,
    @Body() body: ConnectRequestDto,
  ): Promise<ConnectResult> {
    return this.connections.register(call, integration, body);
  }

  @Post(':id/disconnect')
  @Operation('disconnectIntegration', 'structure:write')
  @OfIntegration({ whileInactive: true })
  disconnect(@CurrentCall() call: Call, @CurrentIntegration() integration: IntegrationRef): Promise<Integration> {
    return this.connections.disconnect(call, integration);
  }

  @Post(':id/rotate-secret')
  @Operation('rotateSigningSecret', 'structure:write')
  @Idempotent({ holdsSecret: true })
  @OfIntegration()
  rotateSecret(@CurrentCall() call: Call, @CurrentIntegration() integration: IntegrationRef): Promise<SigningSecret> {
    return this.connections.rotateSecret(call, integration);
  }

  @Post(':id/identity')
  @Operation('settleIdentity', 'structure:write')
  @Answers(409)
  @OfIntegration({ fromAnySite: true })
  settleIdentity(
    @CurrentCall() call: Call,
    @CurrentIntegration() integration: IntegrationRef,
    @Body() body: IdentityDecisionDto,
  ): Promise<Integration> {
    return this.connections.settleIdentity(call, integration, body);
  }
}
