'use client';

import type { ContentTypes, Integration, Kind } from '@igny8/sdk';
import { Button, Title } from '@mantine/core';
import { useDeferredValue, useMemo, useRef, useState, type JSX } from 'react';
import { LoadProblem, NotRenewed } from '../../ui/load-problem';
import { PageTitle } from '../../ui/page-title';
import { useNow } from '../../ui/reader';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SearchField } from '../../ui/search-field';
import { useOpenSite } from '../site-settings/use-site';
import { SITE_WORDS } from '../site-settings/words';
import { connectionOf, type ConnectionState } from '../sites/connection';
import { ConnectSteps } from './connect-steps';
import classes from './content-types-screen.module.css';
import { StructureFacts } from './structure-facts';
import { typeLabel } from './type-label';
import { TypesTable, type NamedType } from './types-table';
import { useContentTypes } from './use-content-types';
import { useKeptRows, type KeptRows } from './use-kept-rows';
import { typeKey, usePendingChanges, useUpdateType } from './use-update-type';
import { CONTENT_TYPES_WORDS } from './words';

const KINDS = ['post_types', 'taxonomies'] as const satisfies readonly Kind[];
/** With more types than these one rather searches than looks. */
const TYPES_WITHOUT_FILTER = 20;

export function ContentTypesScreen(): JSX.Element {
  const site = useOpenSite();
  const connection = connectionOf(site, useNow());
  return (
    <>
      <PageTitle parts={[SITE_WORDS.tabs['content-types'], site.name]} />
      {site.integration?.last_structure_fetch == null ? (
        <NoStructure integration={site.integration} connection={connection} />
      ) : (
        <Structure
          integration={site.integration}
          fetchedAt={site.integration.last_structure_fetch}
          connection={connection}
          isLocked={!site.is_active}
        />
      )}
    </>
  );
}

function NoStructure({
  integration,
  connection,
}: {
  readonly integration: Integration | null;
  readonly connection: ConnectionState;
}): JSX.Element | null {
  if (connection === 'not_connected' || connection === 'structure_syncing')
    return <ConnectSteps isConnected={connection === 'structure_syncing'} />;
  // Inactive, disconnected, refused: the line above says what to do.
  if (integration === null || connection !== 'ready') return <p>{CONTENT_TYPES_WORDS.noStructure}</p>;
  return (
    <p>
      {CONTENT_TYPES_WORDS.noStructure} {CONTENT_TYPES_WORDS.noStructureNext}
    </p>
  );
}

interface StructureProps {
  readonly integration: Integration;
  readonly fetchedAt: string;
  readonly connection: ConnectionState;
  readonly isLocked: boolean;
}

function Structure({ integration, fetchedAt, connection, isLocked }: StructureProps): JSX.Element {
  const { data: types, error, dataUpdatedAt, refetch } = useContentTypes(integration.id);
  return (
    <>
      <Title order={2}>{CONTENT_TYPES_WORDS.title}</Title>
      {types === undefined ? (
        error === null ? (
          <RowsSkeleton rows={6} />
        ) : (
          <LoadProblem what={CONTENT_TYPES_WORDS.notLoaded} error={error} reload={() => void refetch()} />
        )
      ) : (
        <>
          <StructureFacts
            integrationId={integration.id}
            types={types}
            fetchedAt={types.last_structure_fetch ?? fetchedAt}
            connection={connection}
          />
          {error === null ? null : <NotRenewed at={dataUpdatedAt} error={error} />}
          <Tables integrationId={integration.id} types={types} hasSynced={integration.last_sync_at !== null} isLocked={isLocked} />
        </>
      )}
    </>
  );
}

interface TablesProps {
  readonly integrationId: string;
  readonly types: ContentTypes;
  readonly hasSynced: boolean;
  readonly isLocked: boolean;
}

function Tables({ integrationId, types, hasSynced, isLocked }: TablesProps): JSX.Element {
  const [filter, setFilter] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const { kept, onEditing, forget } = useKeptRows();
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const { mutateAsync } = useUpdateType(integrationId);
  const pending = usePendingChanges(integrationId);
  const all = useMemo(() => ({ post_types: named(types.post_types), taxonomies: named(types.taxonomies) }), [types]);
  const ambiguous = useMemo(() => repeatedLabels([...all.post_types, ...all.taxonomies]), [all]);
  const count = all.post_types.length + all.taxonomies.length;
  const found = {
    post_types: matching('post_types', all.post_types, wanted, kept),
    taxonomies: matching('taxonomies', all.taxonomies, wanted, kept),
  };
  const isNothing = wanted !== '' && KINDS.every((kind) => found[kind].length === 0);
  return (
    <>
      {count > TYPES_WITHOUT_FILTER ? (
        <div className={classes['filter']}>
          <SearchField
            ref={searchField}
            label={CONTENT_TYPES_WORDS.filter}
            value={filter}
            onChange={(typed) => {
              setFilter(typed);
              forget();
            }}
          />
        </div>
      ) : null}
      {isNothing ? (
        <div>
          <p role="status">{CONTENT_TYPES_WORDS.nothing}</p>
          <Button
            variant="default"
            onClick={() => {
              setFilter('');
              searchField.current?.focus();
            }}
          >
            {CONTENT_TYPES_WORDS.clear}
          </Button>
        </div>
      ) : null}
      {KINDS.map((kind) =>
        found[kind].length > 0 ? (
          <TypesTable
            key={kind}
            kind={kind}
            types={found[kind]}
            pending={pending}
            ambiguous={ambiguous}
            hasSynced={hasSynced}
            isLocked={isLocked}
            save={mutateAsync}
            onEditing={onEditing}
          />
        ) : all[kind].length === 0 ? (
          <section key={kind} className={classes['none']}>
            <Title order={3}>{CONTENT_TYPES_WORDS.kinds[kind]}</Title>
            <p>{CONTENT_TYPES_WORDS.none[kind]}</p>
          </section>
        ) : null,
      )}
    </>
  );
}

const named = (types: ContentTypes[Kind]): readonly NamedType[] =>
  Object.entries(types).map(([name, type]) => {
    const label = typeLabel(name, type.label);
    return { name, type: label === type.label ? type : { ...type, label } };
  });

const matching = (kind: Kind, types: readonly NamedType[], wanted: string, kept: KeptRows): readonly NamedType[] =>
  types.filter(
    ({ name, type }) => type.label.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted) || kept.has(typeKey(kind, name)),
  );

function repeatedLabels(types: readonly NamedType[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { type } of types) (seen.has(type.label) ? repeated : seen).add(type.label);
  return repeated;
}
