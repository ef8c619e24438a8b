import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { AccessGuard } from './access.guard.js';
import { Account } from './account.entity.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { AppUser } from './app-user.entity.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { Authenticator } from './authenticator.js';
import { AuditEventsController } from './audit-events.controller.js';
import { AuditEventsService } from './audit-events.service.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { LastUse } from './last-use.js';
import { Limits } from './limits.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';

/** Who is calling, and what they may do. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, AppUser, Session, ApiKey, AuditEvent])],
  controllers: [AuthController, ApiKeysController, AuditEventsController],
  providers: [
    Limits,
    IdempotencyInterceptor,
    AuditEventsService,
    Authenticator,
    LastUse,
    SessionsService,
    ApiKeysService,
    AuthService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AuthService],
})
export class AuthModule {}
