import type { Contract, Field, Model, ModelType, Operation, Parameter, Type } from './model.ts';

/**
 * The plugin's PHP client, in PHP 7.4: a value object per schema and a class with one method per operation.
 * Returns file name (below the plugin's `src/Api/`) → text. Throws with the place when a field is of a type that it does not know.
 */
export function emitPhp(contract: Contract): Map<string, string> {
  const sent = reachable(contract, ({ body }) => body);
  const received = reachable(contract, ({ result }) => result, ['Problem']);
  const models = contract.models.filter(({ name }) => sent.has(name) || received.has(name));
  models.forEach(refuseNested);
  return new Map([
    ['Client.php', client(contract.operations)],
    ...models.map((model): [string, string] => [`Model/${model.name}.php`, valueObject(model, contract.models, sent.has(model.name))]),
  ]);
}

/** The models in what operations take, or in what they give. */
function reachable(
  { operations, models }: Contract,
  typeOf: (operation: Operation) => ModelType | undefined,
  more: readonly string[] = [],
): Set<string> {
  const names = [...more, ...operations.flatMap((operation) => typeOf(operation)?.name ?? [])];
  return new Set(names.flatMap((name) => [name, ...heldBy(name, models)]));
}

/** The models in the fields of one, however deep; itself among them when it holds others of its kind. */
function heldBy(name: string, models: readonly Model[], seen = new Set<string>()): ReadonlySet<string> {
  const { fields = [] } = models.find((model) => model.name === name) ?? {};
  for (const held of fields.flatMap(({ type }) => modelIn(type) ?? [])) {
    if (seen.has(held)) continue;
    seen.add(held);
    heldBy(held, models, seen);
  }
  return seen;
}

/** Nothing writes an empty map in a map, or reads a list in a list. */
function refuseNested({ name, fields }: Model): void {
  const isMany = ({ kind }: Type): boolean => kind === 'array' || kind === 'map';
  for (const { name: field, type } of fields)
    if ((type.kind === 'array' || type.kind === 'map') && isMany(type.of))
      throw new Error(`components/schemas/${name}/properties/${field}: the PHP client does not know lists and maps in lists and maps`);
}

const header = (namespace: string, uses: readonly string[]): string => `<?php
/**
 * Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen
 *
 * @package Igny8\\Bridge
 */

declare(strict_types=1);

namespace ${namespace};
${uses.length === 0 ? '' : `\n${uses.map((use) => `use ${use};`).join('\n')}\n`}`;

// ---------------------------------------------------------------------------------------------- value objects

function valueObject(model: Model, models: readonly Model[], sent: boolean): string {
  const ordered = [...model.fields.filter((field) => field.required), ...model.fields.filter((field) => !field.required)];
  const uses = ['Igny8\\Bridge\\Api\\Decode', 'Igny8\\Bridge\\Api\\MalformedAnswer', ...(sent ? ['JsonSerializable'] : [])];
  const nulls = ordered.filter(isNullKept);
  const parts = [
    [...model.fields.map(property), ...(nulls.length === 0 ? [] : [nullsProperty(nulls)])].join('\n\n'),
    constructor(ordered, nulls),
    // A class calls itself `self` (WordPress Coding Standards).
    reader(ordered, nulls).replaceAll(`( ${model.name}::class`, '( self::class'),
    writer(model, ordered),
    ...(sent ? [jsonWriter(ordered, models)] : []),
  ];
  return `${header('Igny8\\Bridge\\Api\\Model', uses)}
/**
 * ${sentence(model.description)}
 *
${shape(model, ordered, models)}
 */
final class ${model.name}${sent ? ' implements JsonSerializable' : ''} {

${parts.join('\n\n')}
}
`;
}

/** What `to_array()` gives, for PHPStan, whose names of types must not go in circles: there an object is any array. */
function shape(model: Model, ordered: readonly Field[], models: readonly Model[]): string {
  const isCircular = (name: string): boolean => name === model.name || heldBy(name, models).has(model.name);
  const imported = [...new Set(model.fields.flatMap(({ type }) => modelIn(type) ?? []))].filter((name) => !isCircular(name));
  const shapeOf = (name: string): string => (isCircular(name) ? 'array<string, mixed>' : `${name}Shape`);
  return [
    ...imported.map((name) => ` * @phpstan-import-type ${name}Shape from ${name}`),
    ` * @phpstan-type ${model.name}Shape array{`,
    ...ordered.map((field) => ` *   ${field.name}${field.required ? '' : '?'}: ${doc(field.type, shapeOf)},`),
    ' * }',
  ].join('\n');
}

function modelIn(type: Type): string | undefined {
  if (type.kind === 'array' || type.kind === 'map') return modelIn(type.of);
  return type.kind === 'model' ? type.name : undefined;
}

/** A null that says something else than leaving the field out does: PHP's null alone cannot tell the two apart. */
const isNullKept = (field: Field): boolean => !field.required && field.type.nullable;

const nullsType = (nulls: readonly Field[]): string => `array<int, ${nulls.map(({ name }) => `'${name}'`).join('|')}>`;

const nullsProperty = (nulls: readonly Field[]): string => `	/**
	 * Fields that are null, which is something else than left out.
	 *
	 * @var ${nullsType(nulls)}
	 */
	public array $nulls;`;

function constructor(fields: readonly Field[], nulls: readonly Field[]): string {
  const rows = fields.map((field) => ({ type: docType(field), name: field.name, description: describe(field) }));
  const listed = { type: nullsType(nulls), name: 'nulls', description: 'Fields that are null, which is something else than left out.' };
  const declared = fields.map((field) => `		${nativeType(field)} $${field.name}${field.required ? '' : ' = null'}`);
  return `	/**
	 * Makes one from its fields.${fields.some((field) => !field.required) ? ' A null for a field that may be left out leaves it out.' : ''}
	 *
${params(nulls.length === 0 ? rows : [...rows, listed])}
	 */
	public function __construct(
${[...declared, ...(nulls.length === 0 ? [] : ['		array $nulls = array()'])].join(',\n')}
	) {
${aligned([...fields.map(({ name }) => name), ...(nulls.length === 0 ? [] : ['nulls'])].map((name) => [`		$this->${name}`, `= $${name};`]))}
	}`;
}

const reader = (fields: readonly Field[], nulls: readonly Field[]): string => `	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
${[
  ...fields.map((field) => `			${decode(field)}`),
  ...(nulls.length === 0 ? [] : [`			Decode::nulls( $data, array( ${nulls.map(({ name }) => `'${name}'`).join(', ')} ) )`]),
].join(',\n')}
		);
	}`;

function writer(model: Model, fields: readonly Field[]): string {
  const required = fields.filter((field) => field.required);
  const optional = fields.filter((field) => !field.required);
  const literal =
    required.length === 0 ? 'array()' : `array(\n${aligned(required.map((field) => [`			'${field.name}'`, `=> ${encode(field)},`]))}\n		)`;
  return `	/**
	 * The same as an array, as JSON has it.${optional.length === 0 ? '' : ' What was left out stays out.'}
	 *
	 * @return array<string, mixed>
	 * @phpstan-return ${model.name}Shape
	 */
	public function to_array(): array {
${optional.length === 0 ? `		return ${literal};` : `		$data = ${literal};\n${optional.map(optionalEntry).join('')}		return $data;`}
	}`;
}

function optionalEntry(field: Field): string {
  const kept = isNullKept(field) ? ` || in_array( '${field.name}', $this->nulls, true )` : '';
  const value = isNullKept(field) ? encode(field) : encode({ ...field, required: true });
  return `		if ( null !== $this->${field.name}${kept} ) {\n			$data['${field.name}'] = ${value};\n		}\n`;
}

/** As `to_array()`, but for maps: PHP would write an empty one as a list. */
function jsonWriter(fields: readonly Field[], models: readonly Model[]): string {
  const maps = fields.filter(({ type }) => holdsMap(type, models));
  const body =
    maps.length === 0
      ? '		return (object) $this->to_array();'
      : `		$data = $this->to_array();
${maps.map(sentEntry).join('')}		return (object) $data;`;
  return `	/**
	 * The object as it is sent.${maps.length === 0 ? '' : ' An empty map is an object there, not a list.'}
	 */
	public function jsonSerialize(): object {
${body}
	}`;
}

function sentEntry(field: Field): string {
  const line = `$data['${field.name}'] = ${field.type.kind === 'map' ? '(object) ' : ''}$this->${field.name};\n`;
  return isNullable(field) ? `		if ( null !== $this->${field.name} ) {\n			${line}		}\n` : `		${line}`;
}

function holdsMap(type: Type, models: readonly Model[]): boolean {
  const name = modelIn(type);
  const held = name === undefined ? [] : [name, ...heldBy(name, models)];
  const isMap = (field: Field): boolean => field.type.kind === 'map';
  return type.kind === 'map' || models.some((model) => held.includes(model.name) && model.fields.some(isMap));
}

function encode(field: Field): string {
  const value = `$this->${field.name}`;
  const { type } = field;
  const plain = encodeValue(type, value);
  return plain !== value && isNullable(field) ? `null === ${value} ? null : ${plain}` : plain;
}

function encodeValue(type: Type, value: string): string {
  if (type.kind === 'model') return `${value}->to_array()`;
  if ((type.kind !== 'array' && type.kind !== 'map') || type.of.kind !== 'model') return value;
  const { name, nullable } = type.of;
  return nullable
    ? `array_map( static fn( ?${name} $item ): ?array => null === $item ? null : $item->to_array(), ${value} )`
    : `array_map( static fn( ${name} $item ): array => $item->to_array(), ${value} )`;
}

/** Two columns, the second one beginning where the longest first one ends (WordPress Coding Standards). */
function aligned(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `${first.padEnd(width)} ${second}`).join('\n');
}

function params(rows: readonly { readonly type: string; readonly name: string; readonly description: string }[]): string {
  const types = Math.max(...rows.map(({ type }) => type.length));
  const names = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ type, name, description }) => `	 * @param ${type.padEnd(types)} $${name.padEnd(names)} ${sentence(description)}`)
    .join('\n');
}

/** A field that the contract does not explain is explained by its name. */
const describe = (field: Field): string => field.description || `The ${field.name.replaceAll('_', ' ')}`;

const property = (field: Field): string => `	/**
	 * ${sentence(describe(field))}
	 *
	 * @var ${docType(field)}
	 */
	public ${nativeType(field)} $${field.name};`;

const isNullable = (field: Field): boolean => field.type.nullable || !field.required;

const nativeType = (field: Field): string => (isNullable(field) ? '?' : '') + native(field.type);

function native(type: Type): string {
  switch (type.kind) {
    case 'integer':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'array':
    case 'map':
      return 'array';
    case 'model':
      return type.name;
    default:
      return 'string';
  }
}

const docType = (field: Field): string => doc({ ...field.type, nullable: isNullable(field) }, (name) => name);

/** @param nameOf what stands for a model */
function doc(type: Type, nameOf: (model: string) => string): string {
  if (type.kind === 'any') return 'mixed';
  return plainDoc(type, nameOf) + (type.nullable ? '|null' : '');
}

function plainDoc(type: Type, nameOf: (model: string) => string): string {
  if (type.kind === 'array') return `array<int, ${doc(type.of, nameOf)}>`;
  if (type.kind === 'map') return `array<string, ${doc(type.of, nameOf)}>`;
  return type.kind === 'model' ? nameOf(type.name) : native(type);
}

const decode = (field: Field): string => decodeValue({ ...field.type, nullable: isNullable(field) }, '$data', field.name);

function decodeValue(type: Type, data: string, name: string): string {
  const suffix = type.nullable ? '_or_null' : '';
  switch (type.kind) {
    case 'array':
      return `Decode::list_of${suffix}( ${data}, '${name}', ${itemDecoder(type.of)} )`;
    case 'map':
      return `Decode::map_of${suffix}( ${data}, '${name}', ${itemDecoder(type.of)} )`;
    case 'model':
      return `Decode::object${suffix}( ${data}, '${name}', array( ${type.name}::class, 'from_array' ) )`;
    default:
      return `Decode::${type.kind}${suffix}( ${data}, '${name}' )`;
  }
}

function itemDecoder(type: Type): string {
  if (type.kind === 'any') return 'Decode::each_any()';
  if (type.nullable || type.kind === 'boolean')
    return `static fn( $item ): ${type.nullable ? '?' : ''}${native(type)} => ${decodeValue(type, "array( 'item' => $item )", 'item')}`;
  return type.kind === 'model' ? `Decode::each_object( array( ${type.name}::class, 'from_array' ) )` : `Decode::each_${type.kind}()`;
}

// ------------------------------------------------------------------------------------------------ operations

function client(operations: readonly Operation[]): string {
  const models = new Set(operations.flatMap(({ body, result }) => [body?.name, result?.name]).filter((name) => name !== undefined));
  return `${header(
    'Igny8\\Bridge\\Api',
    [...models].sort().map((name) => `Igny8\\Bridge\\Api\\Model\\${name}`),
  )}
/**
 * The IGNY8 API: one method per operation. Each answers with a value object or throws an ApiException.
 */
final class Client {

	/**
	 * Sends the requests.
	 *
	 * @var Transport
	 */
	private Transport $transport;

	/**
	 * Uses a transport that knows the address, the key and how to send.
	 *
	 * @param Transport $transport Sends the requests.
	 */
	public function __construct( Transport $transport ) {
		$this->transport = $transport;
	}

${operations.map(method).join('\n\n')}
}
`;
}

function method(operation: Operation): string {
  const path = operation.parameters.filter((parameter) => parameter.in === 'path');
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  // The other headers (who is calling) belong to the connection: the transport sends them with every request.
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header' && parameter.name === 'If-Match');
  const parameters = [
    ...path.map((parameter) => ({
      type: native(parameter.type),
      name: variable(parameter),
      optional: false,
      description: parameter.description,
    })),
    ...(operation.body === undefined ? [] : [{ type: operation.body.name, name: 'body', optional: false, description: 'What to send.' }]),
    ...[...query, ...headers].map((parameter) => ({
      type: native(parameter.type),
      name: variable(parameter),
      optional: true,
      description: parameter.description,
    })),
  ];
  const result = operation.result?.name ?? 'void';
  const template = operation.path.replaceAll(/\{(\w+)\}/g, '%s');
  const url =
    path.length === 0
      ? `'${template}'`
      : `sprintf( '${template}', ${path.map((parameter) => `rawurlencode( $${variable(parameter)} )`).join(', ')} )`;
  // Only a one-line array reads well among the arguments of a call.
  const listed = list(query);
  const inline = !listed.includes('\n');
  const call = `$this->transport->send( '${operation.method}', ${url}, ${inline ? listed : '$query'}, ${list(headers)}, ${operation.body === undefined ? 'null' : '$body'} )`;
  const docs = parameters.map((parameter) => ({ ...parameter, type: `${parameter.type}${parameter.optional ? '|null' : ''}` }));
  return `	/**
	 * ${sentence(operation.summary)}
	 *
	 * ${sentence(operation.description)}
	 *
${docs.length === 0 ? '' : `${params(docs)}\n`}	 * @throws ApiException When it could not be done.
	 */
	public function ${snake(operation.id)}(${parameters.length === 0 ? '' : ` ${parameters.map((parameter) => `${parameter.optional ? '?' : ''}${parameter.type} $${parameter.name}${parameter.optional ? ' = null' : ''}`).join(', ')} `}): ${result} {
${inline ? '' : `		$query = ${listed};\n`}		${result === 'void' ? call : `return ${result}::from_array( ${call} )`};
	}`;
}

const list = (parameters: readonly Parameter[]): string => {
  if (parameters.length === 0) return 'array()';
  const entries = parameters.map((parameter): [string, string] => [`'${parameter.name}'`, `=> $${variable(parameter)}`]);
  if (entries.length === 1) return `array( ${entries.map((entry) => entry.join(' ')).join('')} )`;
  return `array(\n${aligned(entries.map(([key, value]) => [`			${key}`, `${value},`]))}\n		)`;
};

const variable = (parameter: Parameter): string => parameter.name.toLowerCase().replaceAll('-', '_');

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A doc comment's line: one line, and it ends as a sentence does (WordPress Coding Standards). */
const sentence = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '* /');
  return /[.!?]$/.test(line) ? line : `${line}.`;
};
