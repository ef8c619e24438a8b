export { AuthError, AuthService, operator } from './auth.service.js';
export { AuthModule } from './auth.module.js';
export { Idempotent } from './idempotency.interceptor.js';
export { type Call, type Caller, CurrentCall, callOf } from './caller.js';
