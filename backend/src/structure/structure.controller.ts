import { Controller, Get, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Call, CurrentCall } from '../auth/index.js';
import type { ContentType, ContentTypeUpdate, Kind, StructureChangePage, UpdateStructureResult } from '../generated/contract.js';
import { CurrentIntegration, type IntegrationRef, OfIntegration } from '../integrations/index.js';
import { Operation } from '../platform/access/operation.decorator.js';
import { PreconditionHeader } from '../platform/contract/precondition-header.js';
import { ApiContractBody, type LateBody, TakeLateBody } from '../platform/contract/body.pipe.js';
import { PageQuery } from '../platform/contract/page.js';
import { ContentTypeUpdateDto } from './dto/content-type.dto.js';
import { KindOfPath, NameOfPath } from './kind.pipe.js';
import { PUSH, StructureService } from './structure.service.js';

@ApiTags('Structure')
@Controller('integration/integrations/:id')
@OfIntegration()
export class StructureController {
  constructor(private readonly structure: StructureService) {}

  @Post('update-structure')
  @Operation('updateStructure', 'structure:write')
  @ApiContractBody(PUSH)
  update(
    @CurrentCall() call: Call,
    @CurrentIntegration() integration: IntegrationRef,
    @Req() request: FastifyRequest,
  ): Promise<UpdateStructureResult> {
    return this.structure.push(call, integration, request.body, request.id);
  }

  @Get('content-types')
  @Operation('getContentTypes', 'structure:read')
  async contentTypes(
    @CurrentIntegration() integration: IntegrationRef,
    @PreconditionHeader('If-None-Match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { json, etag, isKnown } = await this.structure.contentTypes(integration, known);
    void reply.headers({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    void (isKnown ? reply.status(304).send() : reply.type('application/json; charset=utf-8').send(json));
  }

  @Patch('content-types/:kind/:name')
  @Operation('updateContentType', 'settings:write')
  async updateContentType(
    @CurrentCall() call: Call,
    @CurrentIntegration() integration: IntegrationRef,
    @KindOfPath() kind: Kind,
    @NameOfPath() name: string,
    @PreconditionHeader('If-Match') ifMatch: string | undefined,
    @TakeLateBody(ContentTypeUpdateDto) body: LateBody<ContentTypeUpdate>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContentType> {
    const type = await this.structure.updateContentType(call, integration, kind, name, ifMatch, body);
    void reply.header('ETag', type.etag);
    return type;
  }

  @Get('structure-changes')
  @Operation('listStructureChanges', 'structure:read')
  changes(@CurrentIntegration() integration: IntegrationRef, @Query() page: PageQuery): Promise<StructureChangePage> {
    return this.structure.changes(integration, page);
  }
}
