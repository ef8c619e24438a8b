import { hash } from 'node:crypto';
import type { ContentTypeChange, ContentTypeRef, Kind, ReportedType, UpdateStructureRequest } from '../generated/contract.js';

export const KINDS = ['post_types', 'taxonomies'] as const satisfies readonly Kind[];

/** A content type as it is stored: what the site reported, without what it only suggested. */
export interface StoredType {
  readonly label: string;
  readonly count: number;
  readonly statuses?: Readonly<Record<string, number>>;
}

export type StoredTypes = Readonly<Record<string, StoredType>>;

/** The types of a site, by kind and name, in the order in which the site lists them. */
export type Structure = Readonly<Record<Kind, StoredTypes>>;

export const EMPTY_STRUCTURE: Structure = { post_types: {}, taxonomies: {} };

/** The column config_json, in the specification's shape. */
export interface StoredConfig {
  readonly content_types: Structure & { readonly last_structure_fetch: string };
  readonly plugin_connection_enabled: boolean;
  readonly two_way_sync_enabled: boolean;
}

/** The structure after a push: of each kind what was sent, or what there was when it was not sent at all. */
export function mergeStructure(previous: Structure, request: UpdateStructureRequest): Structure {
  return {
    post_types: request.post_types === undefined ? previous.post_types : storedTypes(request.post_types),
    taxonomies: request.taxonomies === undefined ? previous.taxonomies : storedTypes(request.taxonomies),
  };
}

/** Picks what is stored: a field that the contract does not know goes no further than here. */
function storedTypes(reported: Readonly<Record<string, ReportedType>>): StoredTypes {
  // fromEntries defines properties, it does not assign them: no name can reach a prototype.
  return Object.fromEntries(
    Object.entries(reported).map(([name, { label, count, statuses }]) => [
      name,
      statuses === undefined ? { label, count } : { label, count, statuses: { ...statuses } },
    ]),
  );
}

/** SHA-256 of the structure's canonical text: the same for the same types and numbers, in whatever order they came. */
export function hashStructure(structure: Structure): Buffer {
  const canonical = KINDS.map((kind) =>
    sortedEntries(structure[kind]).map(([name, { label, count, statuses }]) => [
      name,
      label,
      count,
      ...(statuses === undefined ? [] : [sortedEntries(statuses)]),
    ]),
  );
  return hash('sha256', JSON.stringify(canonical), 'buffer');
}

const sortedEntries = <Value>(record: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

export interface StructureDifference {
  readonly added: ContentTypeRef[];
  readonly removed: ContentTypeRef[];
  readonly changed: ContentTypeChange[];
}

/** What is different between two structures, by type. */
export function compareStructures(before: Structure, after: Structure): StructureDifference {
  const pairs = KINDS.flatMap((kind) => {
    const names = new Set([...Object.keys(before[kind]), ...Object.keys(after[kind])]);
    return [...names].map((name) => ({ kind, name, old: own(before[kind], name), now: own(after[kind], name) }));
  });
  return {
    added: pairs.flatMap(({ kind, name, old, now }) => (old === undefined && now !== undefined ? [refer(kind, name, now)] : [])),
    removed: pairs.flatMap(({ kind, name, old, now }) => (old !== undefined && now === undefined ? [refer(kind, name, old)] : [])),
    changed: pairs.flatMap(({ kind, name, old, now }) =>
      old !== undefined && now !== undefined && isDifferent(old, now)
        ? [{ ...refer(kind, name, now), previous_label: old.label, previous_count: old.count }]
        : [],
    ),
  };
}

const refer = (kind: Kind, name: string, { label, count }: StoredType): ContentTypeRef => ({ kind, name, label, count });

const isDifferent = (a: StoredType, b: StoredType): boolean =>
  a.label !== b.label ||
  a.count !== b.count ||
  JSON.stringify(sortedEntries(a.statuses ?? {})) !== JSON.stringify(sortedEntries(b.statuses ?? {}));

/** A type by its name, which may be `constructor` or worse. */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A record without a prototype, so that no name can reach one. */
export const emptyRecord = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;
