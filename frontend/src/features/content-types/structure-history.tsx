'use client';

import type { StructureChange } from '@igny8/sdk';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { Dialog } from '../../ui/dialog';
import { LoadProblem } from '../../ui/load-problem';
import { useReader } from '../../ui/reader';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { exactTime } from '../../ui/time';
import { browserApi } from '../api/browser-api';
import { changeLines } from './change-lines';
import { structureChangesQuery } from './queries';
import classes from './structure-history.module.css';
import { HISTORY_WORDS } from './words';

interface Props {
  readonly integrationId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How the structure changed: when, through whom, and what. */
export function StructureHistory({ integrationId, opened, onClose }: Props): JSX.Element {
  return (
    <Dialog opened={opened} title={HISTORY_WORDS.title} onClose={onClose} size="lg">
      <History integrationId={integrationId} />
    </Dialog>
  );
}

function History({ integrationId }: Pick<Props, 'integrationId'>): JSX.Element {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    structureChangesQuery(browserApi, integrationId),
  );
  if (data === undefined) {
    if (error === null) return <RowsSkeleton rows={4} />;
    return <LoadProblem what={HISTORY_WORDS.notLoaded} error={error} reload={() => void refetch()} />;
  }
  const changes = data.pages.flatMap((page) => page.data);
  if (changes.length === 0) return <p className={classes['empty']}>{HISTORY_WORDS.empty}</p>;
  return (
    <>
      <ol className={classes['list']}>
        {changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button variant="default" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {HISTORY_WORDS.more}
        </Button>
      ) : null}
    </>
  );
}

function Change({ change }: { readonly change: StructureChange }): JSX.Element {
  const reader = useReader();
  return (
    <li className={classes['change']}>
      <p className={classes['when']}>
        <time dateTime={change.occurred_at}>{exactTime(Date.parse(change.occurred_at), reader)}</time>,{' '}
        {HISTORY_WORDS.by(change.actor.name)}
      </p>
      <ul className={classes['lines']}>
        {changeLines(change, reader.locale).map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ul>
    </li>
  );
}
