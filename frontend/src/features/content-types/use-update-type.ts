'use client';

import { Igny8Error, type ContentType, type ContentTypeUpdate, type Kind } from '@igny8/sdk';
import { useMutationState, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { browserApi } from '../api/browser-api';
import { useChange } from '../api/use-change';
import { contentTypesQuery } from './queries';

/** What somebody wants of a type, and the type as they saw it then. */
export interface TypeChange {
  readonly kind: Kind;
  readonly name: string;
  readonly patch: Pick<ContentTypeUpdate, 'enabled' | 'fetch_limit'>;
  readonly seen: ContentType;
}

/** Somebody else has changed the same setting meanwhile. */
export class EditedElsewhereError extends Error {
  override readonly name = 'EditedElsewhereError';
  readonly current: ContentType;

  constructor(current: ContentType) {
    super('Somebody else has changed the same setting.');
    this.current = current;
  }
}

const mutationKey = (integrationId: string): readonly string[] => ['update-type', integrationId];

/**
 * Changes the settings of a type, if they still are what was seen. What somebody else changed beside it stays; when it is the very
 * same setting, the mutation fails with EditedElsewhereError and the fresh data is on the screen.
 */
export function useUpdateType(integrationId: string): UseMutationResult<ContentType, Error, TypeChange> {
  const client = useQueryClient();
  const own = useRef(new OwnChanges());
  return useChange({
    mutationKey: mutationKey(integrationId),
    // One after the other: what is changed twice quickly ends as it was changed last.
    scope: { id: mutationKey(integrationId).join(':') },
    mutationFn: async (change) => {
      const seen = own.current.since(change);
      const type = await update(client, integrationId, { ...change, seen });
      own.current.note(change, seen.etag, type);
      return type;
    },
    onSuccess: async (type, { kind, name }) => {
      const { queryKey } = contentTypesQuery(browserApi, integrationId);
      // An answer that was asked for before the change would undo it on the screen.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (data) => data && { ...data, [kind]: { ...data[kind], [name]: type } });
    },
  });
}

async function update(client: QueryClient, integrationId: string, change: TypeChange): Promise<ContentType> {
  const { patch, seen } = change;
  try {
    return await send(integrationId, change, seen.etag);
  } catch (error) {
    if (!(error instanceof Igny8Error) || error.code !== 'precondition_failed') throw error;
    const current = await reload(client, integrationId, change);
    if (current === undefined) throw error;
    if (holds(current, patch)) return current;
    if (!holds(current, settingsOf(seen, patch))) throw new EditedElsewhereError(current);
    return send(integrationId, change, current.etag);
  }
}

/**
 * What came of changes that were made here. Whoever presses twice saw the same type both times, and the second time what they did
 * the first: that is nothing that somebody else did.
 */
class OwnChanges {
  private readonly results = new Map<string, ContentType>();

  note(change: TypeChange, before: string, result: ContentType): void {
    if (result.etag !== before) this.results.set(keyOf(change, before), result);
  }

  /** The type as it was seen, with what has been done here since. */
  since(change: TypeChange): ContentType {
    let seen = change.seen;
    for (let next = this.results.get(keyOf(change, seen.etag)); next !== undefined; next = this.results.get(keyOf(change, seen.etag)))
      seen = next;
    return seen;
  }
}

const keyOf = ({ kind, name }: TypeChange, etag: string): string => `${typeKey(kind, name)} ${etag}`;

/** The changes that are on their way, by kind and name: the screen shows them as if they were done. */
export function usePendingChanges(integrationId: string): ReadonlyMap<string, TypeChange['patch']> {
  const changes = useMutationState({
    filters: { mutationKey: mutationKey(integrationId), status: 'pending' },
    select: (mutation) => mutation.state.variables as TypeChange,
  });
  const pending = new Map<string, TypeChange['patch']>();
  for (const { kind, name, patch } of changes) pending.set(typeKey(kind, name), { ...pending.get(typeKey(kind, name)), ...patch });
  return pending;
}

export const typeKey = (kind: Kind, name: string): string => `${kind}/${name}`;

const send = (integrationId: string, { kind, name, patch }: TypeChange, etag: string): Promise<ContentType> =>
  browserApi.structure.updateContentType(integrationId, kind, name, patch, { ifMatch: etag });

async function reload(client: QueryClient, integrationId: string, { kind, name }: TypeChange): Promise<ContentType | undefined> {
  const query = contentTypesQuery(browserApi, integrationId);
  await client.cancelQueries({ queryKey: query.queryKey });
  const fresh = await client.query({ ...query, staleTime: 0 });
  return Object.hasOwn(fresh[kind], name) ? fresh[kind][name] : undefined;
}

/** What the type had of the settings that a patch is about. */
const settingsOf = (type: ContentType, patch: TypeChange['patch']): TypeChange['patch'] => ({
  ...(patch.enabled === undefined ? {} : { enabled: type.enabled }),
  ...(patch.fetch_limit === undefined ? {} : { fetch_limit: type.fetch_limit }),
});

const holds = (type: ContentType, settings: TypeChange['patch']): boolean =>
  (settings.enabled === undefined || settings.enabled === type.enabled) &&
  (settings.fetch_limit === undefined || settings.fetch_limit === type.fetch_limit);
