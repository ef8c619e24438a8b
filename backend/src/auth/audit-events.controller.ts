import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuditEventPage } from '../generated/contract.js';
import { Operation } from '../platform/access/operation.decorator.js';
import { AuditEventsService } from './audit-events.service.js';
import { type Call, CurrentCall } from './caller.js';
import { AuditEventQuery } from './dto/audit-event.dto.js';

@ApiTags('Activity')
@Controller('audit-events')
export class AuditEventsController {
  constructor(private readonly events: AuditEventsService) {}

  @Get()
  @Operation('listAuditEvents', 'audit:read')
  list(@CurrentCall() call: Call, @Query() query: AuditEventQuery): Promise<AuditEventPage> {
    return this.events.list(call.accountId, query);
  }
}
