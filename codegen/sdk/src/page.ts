/** What every list answers. */
interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

type ItemOf<P> = P extends Page<infer Item> ? Item : never;

/**
 * A list: `await` it for one page, or go through all rows of all pages with `for await`.
 * Nothing is asked before either is done.
 */
export class PagePromise<P extends Page<unknown>> implements PromiseLike<P>, AsyncIterable<ItemOf<P>> {
  private readonly load: (cursor: string | undefined) => Promise<P>;
  private readonly start: string | undefined;

  constructor(load: (cursor: string | undefined) => Promise<P>, start: string | undefined) {
    this.load = load;
    this.start = start;
  }

  then<Result = P, Failure = never>(
    onFulfilled?: ((page: P) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.load(this.start).then(onFulfilled, onRejected);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<P>, void, undefined> {
    for (let cursor = this.start; ;) {
      const page = await this.load(cursor);
      yield* page.data as readonly ItemOf<P>[];
      if (page.next_cursor === null) return;
      cursor = page.next_cursor;
    }
  }
}

/** The query of the page that starts at a cursor. */
export function at<Query extends object>(query: Query, cursor: string | undefined): Query {
  return cursor === undefined ? query : { ...query, cursor };
}
