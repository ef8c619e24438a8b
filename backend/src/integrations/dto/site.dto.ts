import type { SiteCreate, SiteUpdate } from '../../generated/contract.js';
import { BooleanField, PLAIN_TEXT, TextField } from '../../platform/contract/fields.js';
import { PageQuery } from '../../platform/contract/page.js';
import { OfQuery, OfSchema } from '../../platform/contract/wire.js';

@OfSchema('SiteCreate')
export class SiteCreateDto implements SiteCreate {
  @TextField({ optional: true, minLength: 1, maxLength: 200, pattern: PLAIN_TEXT })
  readonly name?: string;

  @TextField({ minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly home_url!: string;
}

@OfSchema('SiteUpdate')
export class SiteUpdateDto implements SiteUpdate {
  @TextField({ optional: true, minLength: 1, maxLength: 200, pattern: PLAIN_TEXT })
  readonly name?: string;

  @TextField({ optional: true, minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly home_url?: string;

  @BooleanField({ optional: true })
  readonly is_active?: boolean;
}

@OfQuery('listSites')
export class SiteQuery extends PageQuery {
  @TextField({ optional: true, minLength: 1, maxLength: 2048, pattern: PLAIN_TEXT })
  readonly url?: string;
}
