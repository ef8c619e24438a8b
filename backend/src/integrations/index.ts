export { CurrentIntegration, OfIntegration } from './integration.guard.js';
export { staleAt } from './integration.presenter.js';
export type { IntegrationRef } from './integration-refs.js';
export { IntegrationsModule } from './integrations.module.js';
export { IntegrationsService } from './integrations.service.js';
