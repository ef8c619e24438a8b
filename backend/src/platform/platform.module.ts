import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Audit } from './audit/audit.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { Config } from './config/config.js';
import { ContractValidator } from './contract/contract-validator.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthController } from './health/health.controller.js';
import { Log } from './log/log.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { Sealer } from './secrets/sealer.js';

/** What every module stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule, ScheduleModule.forRoot(), TypeOrmModule.forFeature([AuditEvent])],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useFactory: () => new Log(config.IGNY8_LOG_LEVEL) },
        Audit,
        ContractValidator,
        Sealer,
        RateLimiter,
      ],
      exports: [Config, Log, Audit, ContractValidator, Sealer, RateLimiter],
    };
  }
}
