import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Call, CurrentCall, Idempotent } from '../auth/index.js';
import type { Site, SitePage, SiteUpdate } from '../generated/contract.js';
import { Answers, Operation } from '../platform/access/operation.decorator.js';
import { type LateBody, TakeLateBody } from '../platform/contract/body.pipe.js';
import { Id } from '../platform/contract/id.pipe.js';
import { SiteCreateDto, SiteQuery, SiteUpdateDto } from './dto/site.dto.js';
import { SitesService } from './sites.service.js';

@ApiTags('Sites')
@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get()
  @Operation('listSites', 'sites:read')
  list(@CurrentCall() call: Call, @Query() query: SiteQuery): Promise<SitePage> {
    return this.sites.list(call.accountId, query);
  }

  @Post()
  @Operation('createSite', 'sites:write', 201)
  @Idempotent()
  create(@CurrentCall() call: Call, @Body() body: SiteCreateDto): Promise<Site> {
    return this.sites.create(call, body);
  }

  @Get(':id')
  @Operation('getSite', 'sites:read')
  get(@CurrentCall() call: Call, @Id('site') id: string): Promise<Site> {
    return this.sites.get(call.accountId, id);
  }

  @Patch(':id')
  @Operation('updateSite', 'sites:write')
  @Answers(409)
  update(@CurrentCall() call: Call, @Id('site') id: string, @TakeLateBody(SiteUpdateDto) body: LateBody<SiteUpdate>): Promise<Site> {
    return this.sites.update(call, id, body);
  }

  @Delete(':id')
  @Operation('deleteSite', 'sites:write', 204)
  remove(@CurrentCall() call: Call, @Id('site') id: string): Promise<void> {
    return this.sites.remove(call, id);
  }
}
