import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Operation } from '../access/operation.decorator.js';
import { missingMigrations } from '../database/migrator.js';
import { ProblemError } from '../problem/problem.js';
import type { Health } from '../../generated/contract.js';

@ApiTags('Operations')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Operation('getLiveness', 'public')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Operation('getReadiness', 'public')
  async ready(): Promise<Health> {
    const missing = await missingMigrations((sql) => this.dataSource.query(sql));
    if (missing.length > 0) throw new ProblemError('service_unavailable', 'The database lacks migrations. Run: npm run igny8 -- migrate');
    return { status: 'ok' };
  }
}
