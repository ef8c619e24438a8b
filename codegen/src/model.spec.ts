import type { JsonObject } from './json.ts';
import { answer, model, NOTHING, type Parts, ref, smallContract } from './support/small-contract.ts';

const TEXT = { type: 'string', example: 'a' };
const NULL = { type: 'null' };
const A = model({ a: TEXT });
const FIELD = 'components/schemas/Thing/properties/y: ';

const thing = (y: JsonObject): Parts => ({ schemas: { Thing: model({ y }), A } });
const answers = (responses: JsonObject): Parts => ({ schemas: { A, B: A, Named: TEXT }, operation: { responses } });

describe('what the emitters do not know is refused with its place', () => {
  it.each<[what: string, parts: Parts, said: string]>([
    ['one of two types', thing({ oneOf: [TEXT, { type: 'integer' }] }), `${FIELD}oneOf is of something and {"type":"null"}`],
    ['one of three', thing({ oneOf: [TEXT, NULL, { type: 'integer' }] }), `${FIELD}oneOf is of`],
    ['one of a single thing', thing({ oneOf: [TEXT] }), `${FIELD}oneOf is of`],
    ['any of several', thing({ anyOf: [TEXT, NULL] }), `${FIELD}the emitters do not know`],
    ['a value of two types', thing({ type: ['integer', 'string'] }), `${FIELD}a value is of one type, or null; this is integer or string`],
    ['a number with a fraction', thing({ type: 'number' }), `${FIELD}the emitters do not know`],
    ['no type', thing({}), `${FIELD}the emitters do not know {}`],
    ['a list of nothing', thing({ type: 'array' }), 'components/schemas/Thing/properties/y/items: the emitters do not know'],
    ['an object of nothing', thing({ type: 'object' }), 'components/schemas/Thing/properties/y/additionalProperties: the emitters'],
    [
      'fields and a map in one',
      thing({ type: 'object', properties: { a: TEXT }, additionalProperties: TEXT }),
      `${FIELD}an object with properties has a name`,
    ],
    ['an object without a name', thing({ type: 'array', items: { type: 'object', properties: {} } }), 'properties/y/items: an object with'],
    ['several parts without a name', thing({ allOf: [ref('A'), ref('A')] }), `${FIELD}an allOf of several parts has a name`],
    [
      'fields and a map in one, with a name',
      { schemas: { Thing: model({ y: TEXT }, { additionalProperties: TEXT }) } },
      'components/schemas/Thing: an object has either properties or additionalProperties',
    ],
    [
      'a field in two parts',
      { schemas: { A, Thing: { description: 'A thing.', example: {}, allOf: [ref('A'), model({ a: { type: 'integer' } })] } } },
      'components/schemas/Thing/properties/a: more than one part of allOf has it',
    ],
    [
      'a part without fields',
      { schemas: { A, Thing: { description: 'A thing.', example: {}, allOf: [ref('A'), { required: ['a'] }] } } },
      'components/schemas/Thing: a part of allOf has properties',
    ],
    [
      'what a part that has a name is wrong in',
      { schemas: { Part: model({ y: {} }), A, Thing: { description: 'A thing.', example: {}, allOf: [ref('A'), ref('Part')] } } },
      'components/schemas/Part/properties/y: ',
    ],
    [
      'a list as an answer',
      answers({ '200': answer({ type: 'array', items: ref('A') }) }),
      'GET /things/ responses/200: a body is an object',
    ],
    ['a text as an answer', answers({ '200': answer(ref('Named')) }), 'GET /things/ responses/200: a body is'],
    ['an answer that may be null', answers({ '200': answer({ oneOf: [ref('A'), NULL] }) }), 'GET /things/ responses/200: a body is'],
    [
      'a list as a request',
      { ...answers({ '204': NOTHING }), operation: { requestBody: answer({ type: 'array', items: TEXT }) } },
      'GET /things/ requestBody: a body is an object',
    ],
    [
      'two answers of two types',
      answers({ '200': answer(ref('A')), '201': answer(ref('B')) }),
      'GET /things/ responses/201: it is of another type than 200',
    ],
    ['an answer and nothing', answers({ '200': answer(ref('A')), '204': NOTHING }), 'GET /things/ responses/204: it is of another type'],
    [
      'a parameter of no type',
      { parameters: [{ name: 'p', in: 'query', description: 'P.', schema: {} }] },
      'GET /things/ parameters/p: the emitters do not know {}',
    ],
    [
      'an example of what is a part of itself',
      { schemas: { Thing: { ...model({ y: ref('Thing') }), example: undefined } } },
      'a part of itself',
    ],
  ])('%s', (_what, parts, said) => {
    expect(() => smallContract(parts)).toThrow(said);
  });
});

describe('what the emitters know', () => {
  const typeOf = (y: JsonObject): unknown => smallContract(thing(y)).models.find(({ name }) => name === 'Thing')?.fields[0]?.type;

  it.each<[what: string, schema: JsonObject, type: object]>([
    ['null beside something', { oneOf: [ref('A'), NULL] }, { kind: 'model', nullable: true, name: 'A' }],
    ['null among the types', { type: ['integer', 'null'] }, { kind: 'integer', nullable: true }],
    ['a reference with words of its own', { allOf: [ref('A')] }, { kind: 'model', nullable: false, name: 'A' }],
    [
      'a map of anything',
      { type: 'object', additionalProperties: true },
      { kind: 'map', nullable: false, of: { kind: 'any', nullable: true } },
    ],
    ['a list of what may be null', { type: 'array', items: { type: ['string', 'null'] } }, { kind: 'array', of: { nullable: true } }],
  ])('%s', (_what, schema, type) => {
    expect(typeOf(schema)).toMatchObject(type);
  });

  it('a request that has a name, and two answers of one type', () => {
    const responses = { '200': answer(ref('A')), '201': answer(ref('A')) };
    const [operation] = smallContract({ schemas: { A }, operation: { requestBody: answer(ref('A')), responses } }).operations;
    expect([operation?.body?.name, operation?.result?.name]).toEqual(['A', 'A']);
  });

  it('a request that is told by a reference', () => {
    const schemas = { A, Body: answer(ref('A')) };
    const [operation] = smallContract({ schemas, operation: { requestBody: ref('Body') } }).operations;
    expect(operation?.body?.name).toBe('A');
  });
});
