import { isDeepStrictEqual } from 'node:util';
import type { Json, NormalForm, NormalOperation } from './normal-form.js';

/**
 * What every route does, whatever its decorators say: the parser refuses bodies before a handler is known (where there may be one), and
 * the global pipe refuses what a class does not allow.
 */
const PARSER = ['400', '413', '415'];
const PIPE = '422';

/** What the app cannot say of itself, so that it is not compared; why, stands in contract-document.e2e.ts. */
const UNSAID_HEADERS = ['header igny8-background', 'header igny8-site-url'];

/** Where the app and the contract differ, in words. Both in the normal form. */
export function differences(app: NormalForm, contract: NormalForm): string[] {
  const routes = keysOf(app.operations, contract.operations);
  const schemas = Object.keys(app.schemas);
  return [
    ...routes.flatMap((route) => ofOperation(route, app.operations[route], contract.operations[route])),
    ...schemas.flatMap((name) => compared(`schema ${name}`, app.schemas[name], contract.schemas[name])),
  ];
}

function ofOperation(route: string, app: NormalOperation | undefined, contract: NormalOperation | undefined): string[] {
  if (app === undefined) return [`${route}: only in the contract`];
  if (contract === undefined) return [`${route}: only in the app`];
  const inApp = { ...app, statuses: withCommonStatuses(route, app), parameters: undefined };
  const names = keysOf(app.parameters, contract.parameters).filter((name) => !UNSAID_HEADERS.includes(name));
  return [
    ...compared(route, inApp, { ...contract, parameters: undefined }),
    ...names.flatMap((name) => ofParameter(`${route}: ${name}`, app.parameters[name], contract.parameters[name])),
  ];
}

function withCommonStatuses(route: string, { statuses, body, parameters }: NormalOperation): string[] {
  const takesInput = body !== undefined || Object.keys(parameters).some((name) => name.startsWith('query '));
  return [...new Set([...statuses, ...(route.startsWith('GET ') ? [] : PARSER), ...(takesInput ? [PIPE] : [])])].sort();
}

function ofParameter(where: string, app: Json | undefined, contract: Json | undefined): string[] {
  const takesAnyText = isDeepStrictEqual(app?.schema, { type: 'string' });
  if (where.includes(': header ') && takesAnyText)
    return compared(where, { ...app, schema: undefined }, contract && { ...contract, schema: undefined });
  return compared(where, app, contract);
}

/** Says of two trees where they differ, the deepest place of each difference. */
function compared(where: string, app: unknown, contract: unknown): string[] {
  if (isDeepStrictEqual(app, contract)) return [];
  if (!isObject(app) || !isObject(contract)) return [`${where}: ${shown(app)} in the app, ${shown(contract)} in the contract`];
  return keysOf(app, contract).flatMap((key) => compared(`${where}: ${key}`, app[key], contract[key]));
}

const keysOf = (...objects: readonly object[]): string[] => [...new Set(objects.flatMap((object) => Object.keys(object)))];
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
