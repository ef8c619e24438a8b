import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readContractDocument } from '../src/platform/contract/document.js';
import { wireOf } from '../src/platform/contract/wire.js';
import { documentOf, MountedRoutes, startWatched } from './support/app-document.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { differences } from './support/differences.js';
import { defaultsOf, dtosOf } from './support/handlers.js';
import { bodyName, isPublic, normalForm, normalParameters, normalSchema, type OpenApi, withoutFinalSlash } from './support/normal-form.js';

/**
 * The document that @nestjs/swagger makes of the running app equals openapi.yaml. Compared are paths, methods, operation ids, tags,
 * scopes, who needs no key, every parameter and every field of every body with all limits, and every status.
 *
 * Left out, because the app has nothing of its own to say:
 * - words for people: they stand in the contract alone;
 * - the schemas of answers: handlers give TypeScript interfaces, which are gone at run time. They are the generated types, so the
 *   compiler holds them; and every answer of every end-to-end test is held against the contract (support/contract.ts);
 * - the fields of `UpdateStructureRequest`: the app's validator is made of the contract itself (ContractValidator); that the route
 *   uses that schema is compared;
 * - the limits of headers that the app takes as any text, because what is not the text that it waits for does nothing;
 * - `Igny8-Background`: read by the authenticator on every route alike, and told only where a page polls;
 * - `Igny8-Site-Url`: sent by the plugin with every call, and nothing is made of it.
 */
let database: TestDatabase;
let app: NestFastifyApplication;
const contract = readContractDocument() as unknown as OpenApi;

beforeAll(async () => {
  database = await createDatabase();
  app = await startWatched(database.config);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('the running app', () => {
  it('says of itself what the contract says', () => {
    const said = normalForm(documentOf(app));
    expect(differences(said, normalForm(contract))).toEqual([]);
    expect(Object.keys(said.schemas).length).toBeGreaterThan(5);
  });

  it('mounts the operations of the contract, and nothing else', () => {
    const mounted = app.get(MountedRoutes).operations;
    expect([...mounted].sort()).toEqual(Object.keys(normalForm(contract).operations).sort());
  });

  it('checks every body and query as a class that is exactly what the contract says', () => {
    const without = dtosOf(app).filter((dto) => wireOf(dto).length === 0);
    expect(without.map(({ name }) => name)).toEqual([]);
    expect(dtosOf(app).length).toBeGreaterThan(10);
  });

  it('takes for what is left out what the contract says', () => {
    const said = dtosOf(app).flatMap((dto) => {
      const instance = new dto() as Record<string, unknown>;
      return defaultsOf(dto).map(([field, value]) => [`${dto.name}.${field}`, value, instance[field]]);
    });
    expect(said.filter(([, declared, taken]) => declared !== taken)).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
  });

  it('has no class for requests that is not used', async () => {
    const files = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.dto.ts'));
    const modules = await Promise.all(
      files.map(async (file) => (await import(join(process.cwd(), 'src', file))) as Record<string, unknown>),
    );
    const classes = modules.flatMap((module) => Object.values(module)).filter((value) => typeof value === 'function');
    const used = new Set<unknown>(dtosOf(app));
    expect(classes.filter((dto) => !used.has(dto)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the normal form', () => {
  const document: OpenApi = {
    paths: {},
    security: [{ bearer: [] }],
    components: {
      schemas: {
        Id: { type: 'string', maxLength: 36, description: 'An id.' },
        Row: { type: 'object', properties: { id: { $ref: '#/components/schemas/Id' } } },
      },
      parameters: { Key: { name: 'Idempotency-Key', in: 'header', schema: { $ref: '#/components/schemas/Id' } } },
    },
  };
  const normal = (schema: Record<string, unknown>): unknown => normalSchema(document, schema);

  it('drops the final slash of a path, but not the root', () => {
    expect(['/sites/', '/sites', '/'].map(withoutFinalSlash)).toEqual(['/sites', '/sites', '/']);
  });

  it('follows references', () => {
    expect(normal({ $ref: '#/components/schemas/Row' })).toEqual({ type: 'object', properties: { id: { type: 'string', maxLength: 36 } } });
  });

  it('makes one schema of an allOf and what stands beside it', () => {
    expect(normal({ description: 'Whose.', minLength: 36, allOf: [{ $ref: '#/components/schemas/Id' }] })).toEqual({
      type: 'string',
      minLength: 36,
      maxLength: 36,
    });
  });

  it('writes null as a type', () => {
    const mayBeNull = { type: ['string', 'null'], maxLength: 36 };
    expect(normal({ oneOf: [{ $ref: '#/components/schemas/Id' }, { type: 'null' }] })).toEqual(mayBeNull);
    expect(normal(mayBeNull)).toEqual(mayBeNull);
    expect(() => normal({ oneOf: [{ type: 'string' }, { type: 'integer' }] })).toThrow('with null');
  });

  it('drops words and extensions, but no field that is called like one', () => {
    const schema = { type: 'object', title: 'T', 'x-titles': {}, example: {}, properties: { title: { type: 'string', description: 'D' } } };
    expect(normal(schema)).toEqual({ type: 'object', properties: { title: { type: 'string' } } });
  });

  it('does not mind the order of what is required', () => {
    expect(normal({ required: ['b', 'a'] })).toEqual({ required: ['a', 'b'] });
  });

  it('keeps every limit', () => {
    const limits = { type: 'integer', format: 'int32', minimum: 1, maximum: 2, default: 1 };
    expect(normal({ type: 'array', minItems: 1, maxItems: 2, uniqueItems: true, items: limits })).toMatchObject({
      maxItems: 2,
      items: limits,
    });
  });

  it('gives an operation the parameters of its path, headers in lower case', () => {
    const item = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] };
    expect(normalParameters(document, item, { parameters: [{ $ref: '#/components/parameters/Key' }] })).toEqual({
      'path id': { required: true, schema: { type: 'string' } },
      'header idempotency-key': { required: false, schema: { type: 'string', maxLength: 36 } },
    });
  });

  it('asks of an operation what the document asks, unless it says otherwise', () => {
    expect([isPublic(document, {}), isPublic(document, { security: [] }), isPublic({ paths: {} }, {})]).toEqual([false, true, true]);
  });

  it('knows a body by its name', () => {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/Row' } } };
    expect([bodyName({ requestBody: { content } }), bodyName({})]).toEqual(['Row', undefined]);
  });
});
