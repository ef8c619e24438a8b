import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiKeyCreated, ApiKeyPage } from '../generated/contract.js';
import { Operation } from '../platform/access/operation.decorator.js';
import { type LateBody, TakeLateBody } from '../platform/contract/body.pipe.js';
import { Id } from '../platform/contract/id.pipe.js';
import { PageQuery } from '../platform/contract/page.js';
import { ApiKeysService } from './api-keys.service.js';
import { type Call, CurrentCall } from './caller.js';
import { Idempotent } from './idempotency.interceptor.js';
import { ApiKeyCreateDto, ApiKeyRotateDto } from './dto/api-key.dto.js';

@ApiTags('API keys')
@Controller('auth/api-keys')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Get()
  @Operation('listApiKeys', 'api_keys:read')
  list(@CurrentCall() call: Call, @Query() page: PageQuery): Promise<ApiKeyPage> {
    return this.apiKeys.list(call.accountId, page);
  }

  @Post()
  @Operation('createApiKey', 'api_keys:write', 201)
  @Idempotent({ holdsSecret: true })
  create(@CurrentCall() call: Call, @Body() body: ApiKeyCreateDto): Promise<ApiKeyCreated> {
    return this.apiKeys.create(call, body);
  }

  @Delete(':id')
  @Operation('revokeApiKey', 'api_keys:write', 204)
  revoke(@CurrentCall() call: Call, @Id('API key') id: string): Promise<void> {
    return this.apiKeys.revoke(call, id);
  }

  @Post(':id/rotate')
  @Operation('rotateApiKey', 'api_keys:write', 201)
  @Idempotent({ holdsSecret: true })
  rotate(
    @CurrentCall() call: Call,
    @Id('API key') id: string,
    @TakeLateBody(ApiKeyRotateDto) body: LateBody<ApiKeyRotateDto>,
  ): Promise<ApiKeyCreated> {
    return this.apiKeys.rotate(call, id, body);
  }
}
