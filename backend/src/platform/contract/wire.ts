import { ApiSchema } from '@nestjs/swagger';
import type { components, operations } from '../../generated/contract.js';

type Schemas = components['schemas'];
type QueryOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/**
 * `unknown` when both have the same fields with the same types, else `never`. Whether a field may be left out is not looked at: a
 * class makes it required when it has a default, and forgetting it is what `implements` refuses.
 */
type Same<Dto, Wire> = [keyof Dto, Required<Dto>] extends [keyof Wire, Required<Wire>]
  ? [keyof Wire, Required<Wire>] extends [keyof Dto, Required<Dto>]
    ? unknown
    : never
  : never;

type Exactly<Dto, Wire> = (new () => Dto) & Same<Dto, Wire>;

const WIRE = 'igny8:wire';

/** The class has exactly the fields of that schema of the contract, or it does not compile. */
export function OfSchema<Name extends keyof Schemas>(name: Name): <Dto extends object>(dto: Exactly<Dto, Schemas[Name]>) => void {
  return (dto) => {
    Reflect.defineMetadata(WIRE, [name], dto);
    ApiSchema({ name })(dto);
  };
}

/** The class has exactly the query parameters of those operations of the contract, or it does not compile. */
export function OfQuery<Id extends keyof operations>(...ids: readonly Id[]): <Dto extends object>(dto: Exactly<Dto, QueryOf<Id>>) => void {
  return (dto) => {
    Reflect.defineMetadata(WIRE, ids, dto);
  };
}

/** What of the contract a DTO class stands for: a schema, or the queries of operations. Empty when it does not say. */
export const wireOf = (dto: object): readonly string[] => (Reflect.getOwnMetadata(WIRE, dto) as readonly string[] | undefined) ?? [];
