/** What every list answers. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly next_cursor: string | null;
}

type ItemOf<P> = P extends Page<infer Item> ? Item : never;

/**
 * A list: `await` it for one page, go through the items of all pages with `for await`, or through the pages with
 * `for await (… of list.pages())`. Nothing is asked before, and each further page only when it is needed.
 */
export class PagePromise<P extends Page<unknown>> implements PromiseLike<P>, AsyncIterable<ItemOf<P>> {
  private readonly load: (cursor: string | undefined) => Promise<P>;
  private readonly start: string | undefined;
  private readonly signal: AbortSignal | undefined;

  constructor(load: (cursor: string | undefined) => Promise<P>, start: string | undefined, signal: AbortSignal | undefined) {
    this.load = load;
    this.start = start;
    this.signal = signal;
  }

  then<Result = P, Failure = never>(
    onFulfilled?: ((page: P) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    return this.load(this.start).then(onFulfilled, onRejected);
  }

  catch<Failure = never>(onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null): Promise<P | Failure> {
    return this.then(null, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<P> {
    return this.load(this.start).finally(onFinally);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<P>, void, undefined> {
    for await (const page of this.pages()) {
      for (const item of page.data as readonly ItemOf<P>[]) {
        // The items of a page are here already; whoever aborts wants none of them any more.
        this.signal?.throwIfAborted();
        yield item;
      }
    }
  }

  async *pages(): AsyncGenerator<P, void, undefined> {
    for (let cursor = this.start; ;) {
      const page = await this.load(cursor);
      yield page;
      if (page.next_cursor == null) return;
      cursor = page.next_cursor;
    }
  }
}
