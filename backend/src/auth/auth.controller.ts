import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Me, Session } from '../generated/contract.js';
import { Answers, Operation } from '../platform/access/operation.decorator.js';
import { Address } from '../platform/http/address.js';
import { type Call, CurrentCall } from './caller.js';
import { LoginRequestDto } from './dto/login.dto.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('Authentication')
@Controller('auth')
export class AuthController {
  constructor(private readonly sessions: SessionsService) {}

  @Post('login')
  @Operation('login', 'public')
  @Answers(401, 429)
  login(@Body() body: LoginRequestDto, @Address() address: string | null): Promise<Session> {
    return this.sessions.open(body.email, body.password, address);
  }

  @Post('logout')
  @Operation('logout', 'signed_in', 204)
  logout(@CurrentCall() call: Call): Promise<void> {
    return this.sessions.end(call);
  }

  @Get('me')
  @Operation('getMe', 'signed_in')
  me(@CurrentCall() call: Call): Promise<Me> {
    return this.sessions.describe(call.caller);
  }
}
