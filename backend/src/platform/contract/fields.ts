import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Transform, Type } from 'class-transformer';

/**
 * The fields of DTO classes: each decorator says once what a field takes, to the validator and to the API document alike.
 * Its rules and its words are those of the contract.
 */
interface Presence {
  /** May be left out. */
  readonly optional?: boolean;
  /** May be null. */
  readonly nullable?: boolean;
}

/** A line of text: no control characters (PostgreSQL cannot hold NUL) and no half of a surrogate pair (nor can UTF-8). */
export const PLAIN_TEXT = '^[^\\u0000-\\u001F\\u007F\\uD800-\\uDFFF]*$';
export const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
export const TIMESTAMP = '^(?!00)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?Z$';

function field(presence: Presence, options: ApiPropertyOptions, ...rules: PropertyDecorator[]): PropertyDecorator {
  const absent = (_: object, value: unknown): boolean =>
    !(presence.optional === true && value === undefined) && !(presence.nullable === true && value === null);
  return applyDecorators(
    ValidateIf(absent),
    ...rules,
    ApiProperty({
      ...options,
      required: presence.optional !== true,
      ...(presence.nullable === true ? { nullable: true } : {}),
    } as ApiPropertyOptions),
  );
}

/**
 * The length of a text in code points, as JSON Schema and PostgreSQL count it. class-validator's own rules take a sign and its variation
 * selector (❤️) for one.
 */
function Length(rule: 'minLength' | 'maxLength', limit: number, message: string): PropertyDecorator {
  const isWithin = (text: string): boolean => (rule === 'minLength' ? Array.from(text).length >= limit : Array.from(text).length <= limit);
  return ValidateBy({ name: rule, validator: { validate: (value) => typeof value === 'string' && isWithin(value) } }, { message });
}

export interface TextOptions extends Presence {
  readonly minLength?: number;
  readonly maxLength: number;
  readonly pattern?: string;
  readonly format?: string;
}

export function TextField({ optional, nullable, ...text }: TextOptions): PropertyDecorator {
  return field(
    { ...(optional === undefined ? {} : { optional }), ...(nullable === undefined ? {} : { nullable }) },
    { type: 'string', ...text },
    IsString({ message: 'must be string' }),
    ...(text.minLength === undefined
      ? []
      : [
          Length(
            'minLength',
            text.minLength,
            text.minLength === 1 ? 'must not be empty' : `must have at least ${String(text.minLength)} characters`,
          ),
        ]),
    Length('maxLength', text.maxLength, `must have at most ${String(text.maxLength)} characters`),
    ...(text.pattern === undefined
      ? []
      : [Matches(new RegExp(text.pattern, 'u'), { message: 'has characters or a form that is not allowed' })]),
  );
}

/** What the API document says of an id. */
export const UUID_TEXT = { minLength: 36, maxLength: 36, pattern: UUID, format: 'uuid' } as const;

export function UuidField(presence: Presence = {}): PropertyDecorator {
  return TextField({ ...presence, ...UUID_TEXT });
}

export function TimestampField(presence: Presence = {}): PropertyDecorator {
  return applyDecorators(
    TextField({ ...presence, maxLength: 30, pattern: TIMESTAMP, format: 'date-time' }),
    IsISO8601({ strict: true }, { message: 'is not a time' }),
  );
}

export function BooleanField({ default: preset, ...presence }: Presence & { readonly default?: boolean } = {}): PropertyDecorator {
  return field(
    presence,
    { type: 'boolean', ...(preset === undefined ? {} : { default: preset }) },
    IsBoolean({ message: 'must be boolean' }),
  );
}

export interface IntegerOptions extends Presence {
  readonly minimum: number;
  readonly maximum: number;
  readonly format?: 'int32' | 'int64';
  readonly default?: number;
}

export function IntegerField({ optional, nullable, ...integer }: IntegerOptions): PropertyDecorator {
  return field(
    { ...(optional === undefined ? {} : { optional }), ...(nullable === undefined ? {} : { nullable }) },
    { type: 'integer', format: 'int32', ...integer },
    IsInt({ message: 'must be integer' }),
    Min(integer.minimum, { message: `must be at least ${String(integer.minimum)}` }),
    Max(integer.maximum, { message: `must be at most ${String(integer.maximum)}` }),
  );
}

export function EnumField(values: readonly string[], presence: Presence = {}): PropertyDecorator {
  return field(presence, { type: 'string', enum: [...values] }, IsIn(values, { message: `must be one of ${values.join(', ')}` }));
}

export function EnumListField(
  values: readonly string[],
  limits: Presence & { readonly minItems?: number; readonly maxItems: number },
): PropertyDecorator {
  const { optional, nullable, ...size } = limits;
  return field(
    { ...(optional === undefined ? {} : { optional }), ...(nullable === undefined ? {} : { nullable }) },
    { type: 'array', items: { type: 'string', enum: [...values] }, uniqueItems: true, ...size },
    IsArray({ message: 'must be array' }),
    ArrayMinSize(size.minItems ?? 0, { message: `must have at least ${String(size.minItems ?? 0)} entries` }),
    ArrayMaxSize(size.maxItems, { message: `must have at most ${String(size.maxItems)} entries` }),
    ArrayUnique({ message: 'must not have duplicate entries' }),
    IsIn(values, { each: true, message: `must be some of ${values.join(', ')}` }),
  );
}

export function ObjectField(type: () => new () => object, presence: Presence = {}): PropertyDecorator {
  // Swagger knows a class that is named later by the name of this very function.
  return applyDecorators(field(presence, { type: () => type() }, IsObject({ message: 'must be object' }), ValidateNested()), Type(type));
}

/** A whole number in the query, where everything is a text. */
export function QueryIntegerField(options: IntegerOptions): PropertyDecorator {
  return applyDecorators(
    IntegerField({ ...options, optional: true }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value)),
  );
}
