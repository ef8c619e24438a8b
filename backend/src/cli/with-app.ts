import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { AuthService, operator } from '../auth/index.js';
import { IntegrationsService } from '../integrations/index.js';
import { readConfig } from '../platform/config/config.js';

interface Services {
  readonly auth: AuthService;
  readonly integrations: IntegrationsService;
  readonly operator: typeof operator;
}

/** Runs something with the application's services, without its HTTP side. What goes wrong is thrown, and said once by the caller. */
export async function withApp<Result>(work: (services: Services) => Promise<Result>): Promise<Result> {
  const app = await NestFactory.createApplicationContext(AppModule.with(readConfig()), { logger: false, abortOnError: false });
  try {
    return await work({ auth: app.get(AuthService), integrations: app.get(IntegrationsService), operator });
  } finally {
    await app.close();
  }
}
