import { SCOPES } from '../../generated/constants.js';
import type { ApiKeyCreate, ApiKeyRotate, Scope } from '../../generated/contract.js';
import { EnumListField, IntegerField, PLAIN_TEXT, TextField, TimestampField } from '../../platform/contract/fields.js';
import { OfSchema } from '../../platform/contract/wire.js';

@OfSchema('ApiKeyCreate')
export class ApiKeyCreateDto implements ApiKeyCreate {
  @TextField({ minLength: 1, maxLength: 200, pattern: PLAIN_TEXT })
  readonly name!: string;

  @EnumListField(SCOPES, { optional: true, minItems: 1, maxItems: 50 })
  readonly scopes?: Scope[];

  @TimestampField({ optional: true, nullable: true })
  readonly expires_at?: string | null;
}

const ONE_DAY = 86_400;

@OfSchema('ApiKeyRotate')
export class ApiKeyRotateDto implements ApiKeyRotate {
  @IntegerField({ optional: true, minimum: 0, maximum: 30 * ONE_DAY, default: ONE_DAY })
  readonly overlap_seconds: number = ONE_DAY;
}
