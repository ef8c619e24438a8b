import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readContractDocument } from '../contract/document.js';

/** /docs shows the contract itself, not a document made from the code; /docs/openapi.yaml and .json give it. */
export function mountDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, readContractDocument() as unknown as OpenAPIObject, {
    customSiteTitle: 'IGNY8 API',
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
    swaggerOptions: { defaultModelsExpandDepth: 0, displayRequestDuration: true, persistAuthorization: false },
  });
}
