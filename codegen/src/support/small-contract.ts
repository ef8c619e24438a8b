import type { JsonObject } from '../json.ts';
import { type Contract, contractOf } from '../model.ts';

/** As little of a contract as there can be: one operation, and what a test puts into it. */
export interface Parts {
  /** By name. */
  readonly schemas?: JsonObject;
  /** What is told of the operation, beside or instead of what it has. */
  readonly operation?: JsonObject;
  readonly parameters?: readonly JsonObject[];
  readonly method?: string;
  readonly path?: string;
}

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

export const answer = (schema: unknown): JsonObject => ({ description: 'Done.', content: { 'application/json': { schema } } });

export const NOTHING: JsonObject = { description: 'Nothing.' };

/** An object with these fields, all of them optional. */
export const model = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  description: 'A thing.',
  properties,
  example: {},
  ...more,
});

export function smallContract({ schemas = {}, operation = {}, parameters = [], method = 'get', path = '/things/' }: Parts): Contract {
  const source = {
    operationId: 'useThing',
    'x-sdk-method': 'things.use',
    'x-required-scope': 'public',
    tags: ['Things'],
    summary: 'Use a thing',
    description: 'It is used.',
    parameters,
    responses: { '204': NOTHING },
    ...operation,
  };
  return contractOf({
    info: { title: 'Things', version: '1', summary: 'Things.', description: 'Things.' },
    servers: [{ url: 'https://things.example' }],
    tags: [{ name: 'Things', description: 'Things.' }],
    paths: { [path]: { [method]: source } },
    components: {
      schemas: {
        Scope: { type: 'string', enum: ['things'] },
        AuditAction: { type: 'string', enum: ['used'] },
        ProblemCode: { type: 'string', enum: [], 'x-titles': {}, 'x-help': {} },
        ...schemas,
      },
    },
  });
}
