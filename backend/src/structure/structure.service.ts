import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Call } from '../auth/index.js';
import type {
  ContentType,
  ContentTypeUpdate,
  Kind,
  StructureChangePage,
  UpdateStructureRequest,
  UpdateStructureResult,
} from '../generated/contract.js';
import { type IntegrationRef, IntegrationsService } from '../integrations/index.js';
import type { LateBody } from '../platform/contract/body.pipe.js';
import { ContractValidator } from '../platform/contract/contract-validator.js';
import type { PageQuery } from '../platform/contract/page.js';
import { ProblemError } from '../platform/problem/problem.js';
import { ContentTypesReader } from './content-types.reader.js';
import { matchesEtag } from './etags.js';
import { SettingsService } from './settings.service.js';
import { StructureChangesService } from './structure-changes.service.js';
import { StructureWriter } from './structure.writer.js';

/** The schema of the contract that a push is held against. */
export const PUSH = 'UpdateStructureRequest';

/** What a site has: taken from it, shown, and what is kept of it. */
@Injectable()
export class StructureService implements OnModuleInit {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly validator: ContractValidator,
    private readonly writer: StructureWriter,
    private readonly reader: ContentTypesReader,
    private readonly settings: SettingsService,
    private readonly history: StructureChangesService,
  ) {}

  onModuleInit(): void {
    this.integrations.addStructure(this.reader);
  }

  /** @throws ProblemError `validation_failed`, which is kept with the integration until a push is accepted */
  async push(call: Call, integration: IntegrationRef, body: unknown, requestId: string): Promise<UpdateStructureResult> {
    return this.writer.push(call, integration, await this.validated(integration, body, requestId));
  }

  async contentTypes(integration: IntegrationRef, known: string | undefined): Promise<{ json: string; etag: string; isKnown: boolean }> {
    const { json, etag } = await this.reader.document(integration.id);
    return { json, etag, isKnown: known !== undefined && matchesEtag(known, etag) };
  }

  updateContentType(
    call: Call,
    integration: IntegrationRef,
    kind: Kind,
    name: string,
    ifMatch: string | undefined,
    body: LateBody<ContentTypeUpdate>,
  ): Promise<ContentType> {
    return this.settings.update(call, integration, kind, name, ifMatch, body);
  }

  changes(integration: IntegrationRef, page: PageQuery): Promise<StructureChangePage> {
    return this.history.list(integration.id, page);
  }

  private async validated(integration: IntegrationRef, body: unknown, requestId: string): Promise<UpdateStructureRequest> {
    try {
      return this.validator.check<UpdateStructureRequest>(PUSH, body);
    } catch (error) {
      if (error instanceof ProblemError) await this.writer.noteRefusal(integration, error.message, requestId);
      throw error;
    }
  }
}
