import type { Type } from '@nestjs/common';
import { CUSTOM_ROUTE_ARGS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Where @nestjs/swagger keeps what its decorators say; it does not export the names. */
const DECORATORS = {
  operation: 'swagger/apiOperation',
  parameters: 'swagger/apiParameters',
  property: 'swagger/apiModelProperties',
  properties: 'swagger/apiModelPropertiesArray',
} as const;

/** A handler of the running app, with the classes that its body and its query are checked as. */
export interface Handler {
  readonly operationId: string;
  readonly body: Type | undefined;
  readonly query: Type | undefined;
  /** The schema of the contract that its body is held against, where that is no class. */
  readonly contractBody: string | undefined;
}

interface Argument {
  readonly index: number;
  readonly data?: unknown;
}

interface DocumentedParameter {
  readonly in: string;
  readonly schema?: { readonly $ref?: string };
}

/** Every handler that Nest has mounted, by what Nest itself knows of it. */
export function handlersOf(app: NestFastifyApplication): Handler[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? Object.getOwnPropertyNames(metatype.prototype).flatMap((name) => handler(metatype as Type, name)) : [],
  );
}

function handler(controller: Type, name: string): Handler[] {
  const method = (controller.prototype as Record<string, object>)[name] ?? {};
  const operation = Reflect.getMetadata(DECORATORS.operation, method) as { operationId: string } | undefined;
  if (operation === undefined) return [];
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as readonly Type[];
  const taken = Object.entries((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>);
  const typeOf = (kind: RouteParamtypes): Type | undefined => {
    const [, argument] = taken.find(([key, { data }]) => key.startsWith(`${String(kind)}:`) && data === undefined) ?? [];
    return argument === undefined ? undefined : types[argument.index];
  };
  const late = taken.find(([key, { data }]) => key.includes(CUSTOM_ROUTE_ARGS_METADATA) && typeof data === 'function');
  const said = (Reflect.getMetadata(DECORATORS.parameters, method) ?? []) as readonly DocumentedParameter[];
  return [
    {
      operationId: operation.operationId,
      body: typeOf(RouteParamtypes.BODY) ?? (late?.[1].data as Type | undefined),
      query: typeOf(RouteParamtypes.QUERY),
      contractBody: said
        .find((parameter) => parameter.in === 'body')
        ?.schema?.$ref?.split('/')
        .at(-1),
    },
  ];
}

/** The classes that requests are checked as, those of their fields included. */
export function dtosOf(app: NestFastifyApplication): Type[] {
  const direct = handlersOf(app).flatMap(({ body, query }) => [body, query].filter((type) => type !== undefined));
  return [...new Set(direct.flatMap(withFields))];
}

/** What a class says that its fields are when they are left out. */
export function defaultsOf(dto: Type): [field: string, value: unknown][] {
  const names = (Reflect.getMetadata(DECORATORS.properties, dto.prototype as object) ?? []) as readonly string[];
  return names.flatMap((name): [string, unknown][] => {
    const field = name.slice(1);
    const said = Reflect.getMetadata(DECORATORS.property, dto.prototype as object, field) as { default?: unknown };
    return said.default === undefined ? [] : [[field, said.default]];
  });
}

function withFields(dto: Type): Type[] {
  const names = (Reflect.getMetadata(DECORATORS.properties, dto.prototype as object) ?? []) as readonly string[];
  const nested = names.flatMap((name) => {
    const { type } = Reflect.getMetadata(DECORATORS.property, dto.prototype as object, name.slice(1)) as { type: unknown };
    // A class that is named later: the same function as ObjectField() gives.
    return typeof type === 'function' && type.name === 'type' ? [(type as () => Type)()] : [];
  });
  return [dto, ...nested.flatMap(withFields)];
}
