import { randomInt } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { startWatched } from './support/app-document.js';
import { mutated, type Schema, valid } from './support/arbitraries.js';
import { operations, querySchemaOf, requestSchemaOf, schemaAt } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { bodiesAtEdges, queriesAtEdges } from './support/edges.js';
import { type Handler, handlersOf } from './support/handlers.js';
import { byAnotherValidator, byAppsValidator, byClass, byContract, disagreements, type Verdict } from './support/verdicts.js';

/** Random values of each schema, beside those at its edges; `npm run soak -- differential` compares more. */
const RANDOM = process.env.IGNY8_SOAK === 'true' ? 20_000 : 300;
const SEED = Number(process.env.IGNY8_FUZZ_SEED ?? randomInt(2 ** 31));

let database: TestDatabase;
let app: NestFastifyApplication;
let handlers: ReadonlyMap<string, Handler>;
const compared = { schemas: 0, values: 0, valid: 0 };

beforeAll(async () => {
  database = await createDatabase();
  app = await startWatched(database.config);
  handlers = new Map(handlersOf(app).map((handler) => [handler.operationId, handler]));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  process.stdout.write(
    `Differential: ${String(compared.schemas)} request schemas, ${String(compared.values)} values compared (${String(compared.valid)} valid), seed ${String(SEED)}\n`,
  );
});

async function judge(texts: Iterable<string>, contract: Verdict, own: Verdict): Promise<readonly string[]> {
  const { values, valid: right, found } = await disagreements(texts, contract, own);
  compared.schemas++;
  compared.values += values;
  compared.valid += right;
  return found;
}

function* bodiesOf(schema: Schema): Generator<string> {
  const right = valid(schema, schemaAt);
  // Fields that may be left out are there in one of a few.
  for (const sample of fc.sample(right, { numRuns: 3, seed: SEED })) yield* bodiesAtEdges(schema, sample, schemaAt);
  for (const value of fc.sample(fc.oneof(right, right.chain(mutated)), { numRuns: RANDOM, seed: SEED })) yield JSON.stringify(value);
}

const withBody = operations.filter((operation) => requestSchemaOf(operation) !== undefined);
const withQuery = operations.filter((operation) => querySchemaOf(operation) !== undefined);

it.each(withBody.map((operation) => [operation.id, operation] as const))(
  'the body of %s is judged as the contract judges it',
  async (id, operation) => {
    const schema = requestSchemaOf(operation) ?? {};
    const { body, contractBody } = handlers.get(id) ?? {};
    // A class, or the validator that is made of the contract: then another one checks that.
    const own = body === undefined ? byAppsValidator(contractBody ?? '') : byClass(body, 'body');
    const expected = body === undefined ? byAnotherValidator(contractBody ?? '') : byContract(schema);
    expect(await judge(bodiesOf(schema), expected, own)).toEqual([]);
  },
  600_000,
);

it.each(withQuery.map((operation) => [operation.id, operation] as const))(
  'the query of %s is judged as the contract judges it',
  async (id, operation) => {
    const schema = querySchemaOf(operation) ?? {};
    const query = handlers.get(id)?.query;
    if (query === undefined) throw new Error('Nothing checks it');
    const contract = byContract(schema);
    const expected: Verdict = (value) => contract(asSent(schema, value as Record<string, unknown>));
    expect(await judge(queriesAtEdges(schema, schemaAt), expected, byClass(query, 'query'))).toEqual([]);
  },
  600_000,
);

/** In a query everything is a text: one that says a whole number is one, where a number is asked for. */
function asSent({ properties = {} }: Schema, query: Record<string, unknown>): unknown {
  const isNumber = (name: string, value: unknown): boolean =>
    properties[name]?.type === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value);
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, isNumber(name, value) ? Number(value) : value]));
}
