import type { ContentTypeUpdate } from '../../generated/contract.js';
import { BooleanField, IntegerField } from '../../platform/contract/fields.js';
import { OfSchema } from '../../platform/contract/wire.js';

@OfSchema('ContentTypeUpdate')
export class ContentTypeUpdateDto implements ContentTypeUpdate {
  @BooleanField({ optional: true })
  readonly enabled?: boolean;

  @IntegerField({ optional: true, nullable: true, minimum: 1, maximum: 10_000 })
  readonly fetch_limit?: number | null;

  @BooleanField({ optional: true })
  readonly include_private?: boolean;
}
