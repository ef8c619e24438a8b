import DataLoader from 'dataloader';

const MOST_AT_ONCE = 32;

/**
 * Takes what is asked for in the same turn of the event loop to the database together: under load most of what a small statement
 * costs is its way there and back. Nothing is kept: what came in a turn is done after it, so an answer still is the truth of a
 * moment after its request.
 * @param load gives for each key, in their order, its value or its error
 */
export const batched = <Key, Value>(load: (keys: readonly Key[]) => Promise<(Value | Error)[]>): DataLoader<Key, Value> =>
  new DataLoader(load, { cache: false, maxBatchSize: MOST_AT_ONCE, batchScheduleFn: (callback) => setImmediate(callback) });
