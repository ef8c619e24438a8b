import type {
  ConnectRequest,
  EnvironmentType,
  IdentityDecision,
  IntegrationCreate,
  IntegrationUpdate,
  Platform,
  Versions,
} from '../../generated/contract.js';
import { BooleanField, EnumField, ObjectField, PLAIN_TEXT, TextField, UuidField } from '../../platform/contract/fields.js';
import { PageQuery } from '../../platform/contract/page.js';
import { OfQuery, OfSchema } from '../../platform/contract/wire.js';

export const PLATFORMS = ['wordpress'] as const satisfies readonly Platform[];
const ENVIRONMENT_TYPES = ['local', 'development', 'staging', 'production'] as const satisfies readonly EnvironmentType[];

@OfQuery('listIntegrations')
export class IntegrationQuery extends PageQuery {
  @UuidField({ optional: true })
  readonly site_id?: string;
}

@OfSchema('IntegrationCreate')
export class IntegrationCreateDto implements IntegrationCreate {
  @UuidField()
  readonly site_id!: string;

  @EnumField(PLATFORMS, { optional: true })
  readonly platform: Platform = 'wordpress';

  @BooleanField({ optional: true, default: false })
  readonly is_temporary: boolean = false;
}

@OfSchema('IntegrationUpdate')
export class IntegrationUpdateDto implements IntegrationUpdate {
  @TextField({ optional: true, minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly rest_url?: string;
}

@OfSchema('Versions')
export class VersionsDto implements Versions {
  @TextField({ minLength: 1, maxLength: 50, pattern: PLAIN_TEXT })
  readonly wordpress!: string;

  @TextField({ minLength: 1, maxLength: 50, pattern: PLAIN_TEXT })
  readonly php!: string;

  @TextField({ minLength: 1, maxLength: 50, pattern: PLAIN_TEXT })
  readonly plugin!: string;
}

@OfSchema('ConnectRequest')
export class ConnectRequestDto implements ConnectRequest {
  @UuidField()
  readonly attempt_id!: string;

  @UuidField()
  readonly site_uuid!: string;

  @TextField({ minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly home_url!: string;

  @TextField({ minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly rest_url!: string;

  @EnumField(ENVIRONMENT_TYPES)
  readonly environment_type!: EnvironmentType;

  @ObjectField(() => VersionsDto)
  readonly versions!: VersionsDto;
}

@OfSchema('IdentityDecision')
export class IdentityDecisionDto implements IdentityDecision {
  @EnumField(['moved', 'copy'])
  readonly decision!: 'moved' | 'copy';

  @UuidField()
  readonly site_uuid!: string;

  @TextField({ minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly home_url!: string;

  @TextField({ minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly rest_url!: string;
}
