import type { Contract, Field, Model, Operation, Parameter, Type } from './model.ts';

/**
 * The plugin's PHP client, in PHP 7.4: a value object per schema and a class with one method per operation.
 * Returns file name (below the plugin's `src/Api/`) → text.
 */
export function emitPhp(contract: Contract): Map<string, string> {
  const used = reachable(contract);
  const models = contract.models.filter((model) => used.has(model.name));
  return new Map([
    ['Client.php', client(contract.operations)],
    ...models.map((model): [string, string] => [`Model/${model.name}.php`, valueObject(model)]),
  ]);
}

/** Only what some operation takes or gives: nothing in the zip that nobody calls. */
function reachable(contract: Contract): Set<string> {
  const seen = new Set<string>(['Problem']);
  const visit = (type: Type | undefined): void => {
    if (type === undefined) return;
    if (type.kind === 'array' || type.kind === 'map') visit(type.of);
    if (type.kind !== 'model' || seen.has(type.name)) return;
    seen.add(type.name);
    fieldsOf(type.name).forEach((field) => {
      visit(field.type);
    });
  };
  const fieldsOf = (name: string): readonly Field[] => contract.models.find((model) => model.name === name)?.fields ?? [];
  fieldsOf('Problem').forEach((field) => {
    visit(field.type);
  });
  contract.operations.forEach((operation) => {
    visit(operation.body);
    visit(operation.result);
  });
  return seen;
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

function valueObject(model: Model): string {
  const ordered = [...model.fields.filter((field) => field.required), ...model.fields.filter((field) => !field.required)];
  return `${header('Igny8\\Bridge\\Api\\Model', ['Igny8\\Bridge\\Api\\Decode', 'JsonSerializable'])}
/**
 * ${sentence(model.description)}
 *
 * @phpstan-type Shape ${arrayShape(model)}
 */
final class ${model.name} implements JsonSerializable {

${model.fields.map(property).join('\n\n')}

	/**
	 * Makes one from its fields.${ordered.some((field) => !field.required) ? ' A null for a field that may be left out leaves it out.' : ''}
	 *
${ordered.map((field) => `	 * @param ${docType(field)} $${field.name} ${sentence(field.description || field.name)}`).join('\n')}
	 */
	public function __construct(
${ordered.map((field) => `		${nativeType(field)} $${field.name}${field.required ? '' : ' = null'}`).join(',\n')}
	) {
${ordered.map((field) => `		$this->${field.name} = $${field.name};`).join('\n')}
	}

	/**
	 * Reads one from decoded JSON. Unknown fields are ignored.
	 *
	 * @param array<array-key, mixed> $data The decoded object.
	 * @throws \\Igny8\\Bridge\\Api\\MalformedAnswer When a field is missing or of another type.
	 */
	public static function from_array( array $data ): self {
		return new self(
${ordered.map((field) => `			${decode(field)}`).join(',\n')}
		);
	}

	/**
	 * The object as an array, in the form of the wire. What was left out stays out.
	 *
	 * @return array<string, mixed>
	 * @phpstan-return Shape
	 */
	public function to_array(): array {
		$data = array(
${ordered.filter((field) => field.required).map((field) => `			'${field.name}' => ${encode(field.type, `$this->${field.name}`, false)},`).join('\n')}
		);
${ordered.filter((field) => !field.required).map((field) => optionalLine(field, false)).join('')}		return $data;
	}

	/**
	 * The object as JSON has it: an empty map is \`{}\`, not \`[]\`.
	 */
	public function jsonSerialize(): object {
		$data = array(
${ordered.filter((field) => field.required).map((field) => `			'${field.name}' => ${encode(field.type, `$this->${field.name}`, true)},`).join('\n')}
		);
${ordered.filter((field) => !field.required).map((field) => optionalLine(field, true)).join('')}		return (object) $data;
	}
}
`.replaceAll('array(\n\n\t\t)', 'array()');
}

const optionalLine = (field: Field, json: boolean): string => `		if ( null !== $this->${field.name} ) {
			$data['${field.name}'] = ${encode({ ...field.type, nullable: false }, `$this->${field.name}`, json)};
		}
`;

const property = (field: Field): string => `	/**
	 * ${sentence(field.description || field.name)}
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

const docType = (field: Field): string => doc(field.type) + (isNullable(field) ? '|null' : '');

function doc(type: Type): string {
  if (type.kind === 'array') return `array<int, ${doc(type.of)}>`;
  if (type.kind === 'map') return `array<string, ${doc(type.of)}>`;
  return native(type);
}

function arrayShape(model: Model): string {
  const shape = (type: Type): string => {
    if (type.kind === 'array') return `array<int, ${shape(type.of)}>`;
    if (type.kind === 'map') return `array<string, ${shape(type.of)}>`;
    return type.kind === 'model' ? 'array<string, mixed>' : native(type);
  };
  const entries = model.fields.map(({ name, required, type }) => `${name}${required ? '' : '?'}: ${shape(type)}${type.nullable && required ? '|null' : ''}`);
  return `array{${entries.join(', ')}}`;
}

function decode(field: Field): string {
  const suffix = isNullable(field) ? '_or_null' : '';
  const { type } = field;
  switch (type.kind) {
    case 'array':
      return `Decode::list_of${suffix}( $data, '${field.name}', ${itemDecoder(type.of)} )`;
    case 'map':
      return `Decode::map_of${suffix}( $data, '${field.name}', ${itemDecoder(type.of)} )`;
    case 'model':
      return `Decode::object${suffix}( $data, '${field.name}', array( ${type.name}::class, 'from_array' ) )`;
    default:
      return `Decode::${type.kind}${suffix}( $data, '${field.name}' )`;
  }
}

const itemDecoder = (type: Type): string => (type.kind === 'model' ? `Decode::each_object( array( ${type.name}::class, 'from_array' ) )` : `Decode::each_${type.kind}()`);

function encode(type: Type, value: string, json: boolean): string {
  const nested = type.kind === 'model' || ((type.kind === 'array' || type.kind === 'map') && type.of.kind === 'model');
  const whole = json && type.kind === 'map' ? `(object) ${value}` : value;
  if (json || !nested) return whole;
  if (type.kind === 'model') return type.nullable ? `null === ${value} ? null : ${value}->to_array()` : `${value}->to_array()`;
  const item = type.of.kind === 'model' ? type.of.name : '';
  return `array_map( static fn( ${item} $item ): array => $item->to_array(), ${value} )`;
}

// ------------------------------------------------------------------------------------------------ operations

function client(operations: readonly Operation[]): string {
  const models = new Set(operations.flatMap((operation) => [operation.body, operation.result]).flatMap((type) => (type?.kind === 'model' ? [type.name] : [])));
  return `${header('Igny8\\Bridge\\Api', [...models].sort().map((name) => `Igny8\\Bridge\\Api\\Model\\${name}`))}
/**
 * The IGNY8 API: one method per operation. Each answers with a value object or throws an ApiException.
 */
final class Client {

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
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header' && parameter.name === 'If-Match');
  const parameters = [
    ...path.map((parameter) => ({ type: native(parameter.type), name: variable(parameter), optional: false, description: parameter.description })),
    ...(operation.body?.kind === 'model' ? [{ type: operation.body.name, name: 'body', optional: false, description: 'What to send.' }] : []),
    ...[...query, ...headers].map((parameter) => ({ type: native(parameter.type), name: variable(parameter), optional: true, description: parameter.description })),
  ];
  const result = operation.result?.kind === 'model' ? operation.result.name : 'void';
  const template = operation.path.replaceAll(/\{(\w+)\}/g, '%s');
  const url = path.length === 0 ? `'${template}'` : `sprintf( '${template}', ${path.map((parameter) => `rawurlencode( $${variable(parameter)} )`).join(', ')} )`;
  const call = `$this->transport->send( '${operation.method}', ${url}, ${list(query)}, ${list(headers)}, ${operation.body === undefined ? 'null' : '$body'} )`;
  return `	/**
	 * ${operation.summary}.
	 *
	 * ${operation.description.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '* /')}
	 *
${parameters.map((parameter) => `	 * @param ${parameter.type}${parameter.optional ? '|null' : ''} $${parameter.name} ${sentence(parameter.description)}`).join('\n')}${parameters.length === 0 ? '' : '\n'}	 * @throws ApiException When it could not be done.
	 */
	public function ${snake(operation.id)}(${parameters.length === 0 ? '' : ` ${parameters.map((parameter) => `${parameter.optional ? '?' : ''}${parameter.type} $${parameter.name}${parameter.optional ? ' = null' : ''}`).join(', ')} `}): ${result} {
		${result === 'void' ? call : `return ${result}::from_array( ${call} )`};
	}`;
}

const list = (parameters: readonly Parameter[]): string =>
  parameters.length === 0 ? 'array()' : `array( ${parameters.map((parameter) => `'${parameter.name}' => $${variable(parameter)}`).join(', ')} )`;

const variable = (parameter: Parameter): string => parameter.name.toLowerCase().replaceAll('-', '_');

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A doc comment's line: one line, and it ends as a sentence does (WordPress Coding Standards). */
const sentence = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '* /');
  return /[.!?]$/.test(line) ? line : `${line}.`;
};
