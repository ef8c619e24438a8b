import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from './auth/index.js';
import { IntegrationsModule } from './integrations/index.js';
import type { Config } from './platform/config/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { StructureModule } from './structure/index.js';

/** The house: every room, from the ground up. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config), AuthModule, IntegrationsModule, StructureModule] };
  }
}
