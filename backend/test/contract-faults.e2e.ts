import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule } from '../src/auth/index.js';
import { AppModule } from '../src/app.module.js';
import { IntegrationsModule } from '../src/integrations/index.js';
import { Operation } from '../src/platform/access/operation.decorator.js';
import { BooleanField, TextField } from '../src/platform/contract/fields.js';
import { wireOf } from '../src/platform/contract/wire.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { documentOf, MountedRoutes, startWatched } from './support/app-document.js';
import { checkAnswer, operations, schemaAt } from './support/contract.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { differences } from './support/differences.js';
import { bodiesAtEdges } from './support/edges.js';
import { unexercised } from './support/exercised.js';
import { dtosOf } from './support/handlers.js';
import { normalForm, type OpenApi } from './support/normal-form.js';
import {
  codegenCheck,
  compilerErrors,
  contractWith,
  copyWith,
  type Fault,
  redoclyDiff,
  redoclyLint,
  spectralLint,
} from './support/planted.js';
import { byAnotherValidator, byAppsValidator, byClass, byContract, disagreements } from './support/verdicts.js';

/** Each of the seven checks that keep the contract true is shown a fault, and sees it. */

const LIST_SITES = ['paths', '/sites/', 'get'] as const;
const CREATE_SITE = ['paths', '/sites/', 'post'] as const;
const GET_SITE = ['paths', '/sites/{id}/', 'get'] as const;
const ME = ['paths', '/auth/me/', 'get'] as const;
const LIVENESS = ['paths', '/health/live', 'get'] as const;
const PUSH = ['paths', '/integration/integrations/{id}/update-structure/', 'post'] as const;
const SCHEMAS = ['components', 'schemas'] as const;
const PROBLEM = { description: 'No.', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } };

describe('check 1, the rules of the contract', () => {
  it('is content with the contract as it is', () => {
    expect(redoclyLint(copyWith())).toMatchObject({ failed: false });
  });

  it.each<[what: string, rule: string, fault: Fault]>([
    ['a missing scope', 'igny8/operation-access', [[...LIST_SITES, 'x-required-scope']]],
    ['a scope that there is not', 'igny8/operation-access', [[...LIST_SITES, 'x-required-scope'], 'sites:all']],
    ['an operation that is open by mistake', 'igny8/operation-access', [[...LIST_SITES, 'security'], []]],
    ['a missing operationId', 'operation-operationId', [[...LIST_SITES, 'operationId']]],
    ['an operationId that is used twice', 'operation-operationId-unique', [[...LIST_SITES, 'operationId'], 'createSite']],
    [
      'a second tag',
      'operation-singular-tag',
      [
        [...LIST_SITES, 'tags'],
        ['Sites', 'Activity'],
      ],
    ],
    ['a tag that there is not', 'operation-tag-defined', [[...LIST_SITES, 'tags'], ['Place']]],
    ['an error that is not declared', 'igny8/expected-responses', [[...GET_SITE, 'responses', '404']]],
    ['an error that is no problem', 'igny8/problem-responses', [[...GET_SITE, 'responses', '404'], PROBLEM]],
    ['an answer without X-Request-Id', 'igny8/request-id-in-answers', [['components', 'responses', 'Failure', 'headers', 'X-Request-Id']]],
    ['two operations in one place of the SDK', 'igny8/sdk-method', [[...LIST_SITES, 'x-sdk-method'], 'sites.create']],
    ['an example that is not valid', 'no-invalid-schema-examples', [[...SCHEMAS, 'Uuid', 'example'], '019AA5E2']],
  ])('sees %s (Redocly, %s)', (_what, rule, fault) => {
    const { failed, words } = redoclyLint(copyWith(fault));
    expect([failed, words]).toEqual([true, expect.stringContaining(rule)]);
  });

  it('sees a text without a limit (Spectral, OWASP)', () => {
    const { failed, words } = spectralLint(copyWith([[...SCHEMAS, 'SiteCreate', 'properties', 'name', 'maxLength']]));
    expect([failed, words]).toEqual([true, expect.stringContaining('owasp:api4:2023-string-limit')]);
  });
});

describe('check 2, regenerate and compare', () => {
  it('is content with the files as they are', () => {
    expect(codegenCheck(copyWith())).toMatchObject({ failed: false });
  });

  it.each<[what: string, named: string, fault: Fault]>([
    ['a dropped field', 'backend/src/generated/contract.ts', [[...SCHEMAS, 'Site', 'properties', 'is_active']]],
    [
      'a widened enum',
      'codegen/sdk/src/generated/contract.ts',
      [
        [...SCHEMAS, 'Platform', 'enum'],
        ['wordpress', 'drupal'],
      ],
    ],
    ['another operation', 'wp-plugin/igny8-bridge/src/Api/Client.php', [[...LIST_SITES, 'operationId'], 'findSites']],
  ])('sees %s that was not generated anew', (_what, named, fault) => {
    const { failed, words } = codegenCheck(copyWith(fault));
    expect([failed, words]).toEqual([true, expect.stringContaining(named)]);
  });
});

describe('check 3, classes that are exactly the generated types', () => {
  const SITE = 'src/integrations/dto/site.dto.ts';

  it('is content with a class as it is', () => {
    expect(compilerErrors(SITE, (text) => text)).toEqual([]);
  }, 60_000);

  it.each([
    ['a dropped field', (text: string) => text.replace(/ {2}@BooleanField.*\n.*is_active.*\n/, '')],
    ['a field too many', (text: string) => text.replace('readonly is_active?', 'readonly is_open?: boolean;\n  readonly is_active?')],
    ['a wider type', (text: string) => text.replace('is_active?: boolean', 'is_active?: boolean | null')],
    ['a dropped parameter of a query', (text: string) => text.replace(/ {2}@TextField.*\n.*readonly url\?.*\n/, '')],
  ])(
    'sees %s',
    (_what, change) => {
      expect(
        compilerErrors(SITE, (text) => {
          const changed = change(text);
          expect(changed).not.toBe(text);
          return changed;
        }),
      ).not.toEqual([]);
    },
    60_000,
  );
});

describe('with a running app', () => {
  class LooseDto {
    @TextField({ maxLength: 10 })
    readonly name!: string;
  }

  @Controller('rogue')
  class RogueController {
    @Get()
    @Operation('listSites', 'sites:read')
    list(): string {
      return '';
    }

    @Post()
    @Operation('createSite', 'sites:write')
    create(@Body() { name }: LooseDto): string {
      return name;
    }
  }

  @Module({ controllers: [RogueController] })
  class RogueModule {}

  let database: TestDatabase;
  let rogue: NestFastifyApplication;
  let halved: NestFastifyApplication;

  beforeAll(async () => {
    database = await createDatabase();
    rogue = await startWatched(database.config, [AppModule.with(database.config), RogueModule]);
    // Everything but the structure.
    halved = await startWatched(database.config, [PlatformModule.with(database.config), AuthModule, IntegrationsModule]);
  });
  afterAll(async () => {
    await rogue.close();
    await halved.close();
    await database.drop();
  });

  it('check 3 sees a class that does not say what of the contract it is', () => {
    expect(dtosOf(rogue).filter((dto) => wireOf(dto).length === 0)).toEqual([LooseDto]);
  });

  describe('check 4, the app says of itself what the contract says', () => {
    const found = (app: NestFastifyApplication, ...faults: readonly Fault[]): string[] =>
      differences(normalForm(documentOf(app)), normalForm(contractWith(...faults) as unknown as OpenApi));

    it('sees an unmounted route', () => {
      expect(found(halved)).toContain('POST /integration/integrations/{id}/update-structure: only in the contract');
      expect(halved.get(MountedRoutes).operations).not.toContain('POST /integration/integrations/{id}/update-structure');
    });

    it('sees a route that the contract does not have', () => {
      expect(found(rogue)).toEqual(expect.arrayContaining(['GET /rogue: only in the app', 'POST /rogue: only in the app']));
      expect(rogue.get(MountedRoutes).operations).toContain('GET /rogue');
    });

    it.each<[what: string, fault: Fault, said: string]>([
      [
        'a lowered maxLength',
        [[...SCHEMAS, 'SiteCreate', 'properties', 'name', 'maxLength'], 100],
        'schema SiteCreate: properties: name: maxLength: 200 in the app, 100 in the contract',
      ],
      ['another pattern', [[...SCHEMAS, 'Uuid', 'pattern'], '^.*$'], 'in the contract'],
      [
        'a widened enum',
        [[...SCHEMAS, 'EnvironmentType', 'enum', 4], 'testing'],
        'schema ConnectRequest: properties: environment_type: enum',
      ],
      ['a dropped field', [[...SCHEMAS, 'SiteUpdate', 'properties', 'is_active']], 'schema SiteUpdate: properties: is_active'],
      [
        'a field that became required',
        [
          [...SCHEMAS, 'SiteCreate', 'required'],
          ['home_url', 'name'],
        ],
        'schema SiteCreate: required',
      ],
      ['a dropped parameter', [[...LIST_SITES, 'parameters', 0]], 'GET /sites: query url'],
      ['another scope', [[...LIST_SITES, 'x-required-scope'], 'sites:write'], 'GET /sites: scope'],
      ['an operation that is open in the contract alone', [[...LIST_SITES, 'security'], []], 'GET /sites: isPublic'],
      ['another operationId', [[...LIST_SITES, 'operationId'], 'findSites'], 'GET /sites: operationId'],
      ['another tag', [[...LIST_SITES, 'tags'], ['Activity']], 'GET /sites: tags'],
      ['an undocumented status', [[...CREATE_SITE, 'responses', '409']], 'POST /sites: statuses'],
      ['a status that never comes', [[...LIST_SITES, 'responses', '410'], PROBLEM], 'GET /sites: statuses'],
    ])('sees %s', (_what, fault, said) => {
      expect(found(rogue, fault)).toContainEqual(expect.stringContaining(said));
    });
  });
});

describe('check 5, requests judged twice', () => {
  const SITE_UPDATE = { $ref: '#/components/schemas/SiteUpdate' };
  const atEdges = (name: string, right: unknown): Generator<string> =>
    bodiesAtEdges(schemaAt(`#/components/schemas/${name}`), right, schemaAt);
  const right = { name: 'Shop', home_url: 'example.com', is_active: true };

  class ShorterDto {
    @TextField({ optional: true, minLength: 1, maxLength: 199 })
    readonly name?: string;
    @BooleanField({ optional: true, nullable: true })
    readonly is_active?: boolean | null;
  }

  it('sees a class with a lower limit, and one that takes null', async () => {
    const { found } = await disagreements(atEdges('SiteUpdate', right), byContract(SITE_UPDATE), byClass(ShorterDto, 'body'));
    expect(found.some((line) => line.startsWith('refused, the contract allows it') && line.includes('aaaa'))).toBe(true);
    expect(found.some((line) => line.startsWith('taken, the contract refuses it') && line.includes('"is_active":null'))).toBe(true);
  });

  it("sees a limit that the app's validator does not know", async () => {
    const planted = contractWith([[...SCHEMAS, 'ReportedType', 'properties', 'label', 'maxLength'], 199]);
    const push = { post_types: { post: { label: 'Posts', count: 1 } } };
    const { found } = await disagreements(
      atEdges('UpdateStructureRequest', push),
      byAnotherValidator('UpdateStructureRequest', planted),
      byAppsValidator('UpdateStructureRequest'),
    );
    expect(found[0]).toContain('taken, the contract refuses it');
  });
});

describe('check 6, every answer of every test', () => {
  const [operation] = operations.filter(({ id }) => id === 'getLiveness');
  const headers = (type: string, more = {}): Headers => new Headers({ 'content-type': type, 'x-request-id': 'a', ...more });
  const answered =
    (status: number, body: unknown, told = headers('application/json')) =>
    () => {
      if (operation !== undefined) checkAnswer(operation, status, told, body);
    };

  it('is content with an answer as it should be', () => {
    expect(answered(200, { status: 'ok' })).not.toThrow();
  });

  it.each([
    ['an undocumented status', answered(202, { status: 'ok' }), 'does not know this status'],
    ['an undocumented error', answered(418, { code: 'teapot' }, headers('application/problem+json')), 'does not know this status'],
    ['a dropped field', answered(200, {}), "must have required property 'status'"],
    ['a field that the contract does not know', answered(200, { status: 'ok', secret_hash: 'x' }), 'does not know /secret_hash'],
    ['a value that is not in the enum', answered(200, { status: 'fine' }), 'must be equal to one of the allowed values'],
    ['another media type', answered(200, { status: 'ok' }, headers('text/plain')), 'is text/plain'],
    ['a missing header', answered(200, { status: 'ok' }, new Headers({ 'content-type': 'application/json' })), 'has no X-Request-Id'],
    [
      'a header that is not valid',
      answered(200, { status: 'ok' }, headers('application/json', { 'x-request-id': 'a b' })),
      'X-Request-Id: a b',
    ],
  ])('sees %s', (_what, answer, said) => {
    expect(answer).toThrow(said);
  });

  it('sees a declared status that no test has seen', () => {
    const document = contractWith([[...LIST_SITES, 'responses', '410'], PROBLEM]) as unknown as Parameters<typeof unexercised>[0];
    const seen = unexercised(contractWith() as unknown as Parameters<typeof unexercised>[0], []).missing;
    expect(unexercised(document, seen).missing).toEqual(['listSites 410']);
  });
});

describe('check 7, nothing breaks that was released', () => {
  const SITE_CREATE = [...SCHEMAS, 'SiteCreate'] as const;
  const ROTATION = schemaAt('#/components/schemas/ApiKeyRotate');
  const ROTATION_OF_KEY = ['paths', '/auth/api-keys/{id}/rotate/', 'post', 'requestBody', 'content', 'application/json', 'schema'] as const;

  it('is content with the contract as it is', () => {
    expect(redoclyDiff(copyWith())).toMatchObject({ failed: false });
  });

  it.each<[what: string, rule: string, ...faults: Fault[]]>([
    ['a removed operation', 'operation-removed', [LIST_SITES]],
    ['a removed status', 'response-removed', [[...GET_SITE, 'responses', '404']]],
    ['a removed field of an answer', 'property-removed', [[...SCHEMAS, 'ContentType', 'properties', 'synced_count']]],
    [
      'a field of an answer that may be null',
      'schema-type-changed',
      [
        [...SCHEMAS, 'ContentType', 'properties', 'is_current', 'type'],
        ['boolean', 'null'],
      ],
    ],
    [
      'a field that a request needs now',
      'required-properties-added',
      [
        [...SITE_CREATE, 'required'],
        ['home_url', 'name'],
      ],
    ],
    ['a lowered limit of a request', 'schema-constraint-changed', [[...SITE_CREATE, 'properties', 'name', 'maxLength'], 100]],
    ['a narrowed type of a request', 'schema-type-changed', [[...SCHEMAS, 'FetchLimit', 'type'], 'integer']],
    [
      'a value that a request may not have any more',
      'enum-values-removed',
      [
        [...SCHEMAS, 'EnvironmentType', 'enum'],
        ['local', 'production'],
      ],
    ],
    [
      'a value that an answer has no more',
      'igny8/answer-enum-values-removed',
      [
        [...SCHEMAS, 'UpdateStructureResult', 'properties', 'result', 'enum'],
        ['stored', 'unchanged'],
      ],
    ],
    ['a problem code that is no more', 'igny8/answer-enum-values-removed', [[...SCHEMAS, 'ProblemCode', 'enum', 0]]],
    ['another default of a parameter', 'igny8/default-changed', [['components', 'parameters', 'Limit', 'schema', 'default'], 20]],
    ['another default in a body', 'igny8/default-changed', [[...SCHEMAS, 'ApiKeyRotate', 'properties', 'overlap_seconds', 'default'], 0]],
    ['a default that is gone', 'igny8/default-changed', [['components', 'parameters', 'Limit', 'schema', 'default']]],
    ['another place in the SDK', 'igny8/sdk-method-changed', [[...LIST_SITES, 'x-sdk-method'], 'sites.all']],
    ['an operation that may not be sent twice any more', 'igny8/idempotency-dropped', [[...PUSH, 'x-idempotent']]],
    [
      'a schema that has another name',
      'igny8/schema-name-removed',
      [[...SCHEMAS, 'ApiKeyRotate']],
      [[...SCHEMAS, 'ApiKeyRotation'], ROTATION],
      [ROTATION_OF_KEY, { $ref: '#/components/schemas/ApiKeyRotation' }],
    ],
    ['a schema that has no name', 'igny8/schema-name-removed', [[...SCHEMAS, 'ApiKeyRotate']], [ROTATION_OF_KEY, ROTATION]],
    ['another scope', 'igny8/required-scope-changed', [[...LIST_SITES, 'x-required-scope'], 'sites:write']],
    ['a public operation that asks for a key now', 'igny8/required-scope-changed', [[...LIVENESS, 'x-required-scope'], 'signed_in']],
    ['a scope where any key was enough', 'igny8/required-scope-changed', [[...ME, 'x-required-scope'], 'sites:read']],
  ])('sees %s (%s)', (_what, rule, ...faults) => {
    const { failed, words } = redoclyDiff(copyWith(...faults));
    expect([failed, words]).toEqual([true, expect.stringContaining(rule)]);
  });

  it.each<[what: string, fault: Fault]>([
    ['any key', [[...LIST_SITES, 'x-required-scope'], 'signed_in']],
    ['everybody', [[...ME, 'x-required-scope'], 'public']],
  ])('lets an operation be opened to %s', (_what, fault) => {
    expect(redoclyDiff(copyWith(fault))).toMatchObject({ failed: false });
  });

  it('lets the contract grow: a field, a status, a value of an enum', () => {
    const actions = schemaAt('#/components/schemas/AuditAction').enum ?? [];
    const grown = copyWith(
      [[...SCHEMAS, 'Site', 'properties', 'language'], { type: 'string', maxLength: 10 }],
      [[...LIST_SITES, 'responses', '410'], { $ref: '#/components/responses/NotFound' }],
      [[...SCHEMAS, 'AuditAction', 'enum', actions.length], 'account.renamed'],
    );
    expect(redoclyDiff(grown)).toMatchObject({ failed: false });
  });
});
