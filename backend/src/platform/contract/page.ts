import { QueryIntegerField, UuidField } from './fields.js';
import { OfQuery } from './wire.js';

const ROWS = 50;

/** Which page of a list. */
@OfQuery('listApiKeys', 'listStructureChanges')
export class PageQuery {
  @QueryIntegerField({ minimum: 1, maximum: 100, default: ROWS })
  readonly limit: number = ROWS;

  @UuidField({ optional: true })
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly data: Row[];
  readonly next_cursor: string | null;
}

/**
 * Makes a page of rows that were asked for with one more than the limit; that one says that there is a next page.
 * Lists are in the order of descending ids, and ids are made in the order of time.
 */
export function pageOf<Row extends { readonly id: string }, Shown>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Shown,
): Page<Shown> {
  const shown = rows.slice(0, limit);
  return { data: shown.map(show), next_cursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
