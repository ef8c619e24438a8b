import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { ConnectionsService } from './connections.service.js';
import { IntegrationGuard } from './integration.guard.js';
import { IntegrationPresenter } from './integration.presenter.js';
import { IntegrationRefs } from './integration-refs.js';
import { IntegrationsController } from './integrations.controller.js';
import { IntegrationsService } from './integrations.service.js';
import { SiteIntegration } from './site-integration.entity.js';
import { SiteRegistration } from './site-registration.entity.js';
import { Site } from './site.entity.js';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

/** Sites, and what links them to IGNY8. */
@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([Site, SiteIntegration, SiteRegistration])],
  controllers: [SitesController, IntegrationsController],
  providers: [SitesService, IntegrationsService, ConnectionsService, IntegrationPresenter, IntegrationRefs, IntegrationGuard],
  // The guard's own needs are exported with it: whoever uses OfIntegration() has it made in its own module.
  exports: [IntegrationsService, ConnectionsService, IntegrationRefs],
})
export class IntegrationsModule {}
