'use client';

import type { ApiKey } from '@igny8/sdk';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState, type JSX } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { LoadProblem, NotRenewed } from '../../ui/load-problem';
import { Page } from '../../ui/page';
import pageClasses from '../../ui/page.module.css';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { browserApi } from '../api/browser-api';
import { useSites } from '../sites/use-sites';
import classes from './api-keys-screen.module.css';
import { ApiKeysTable, type KeyAction } from './api-keys-table';
import { CreateKeyDialog } from './create-key-dialog';
import { apiKeysQuery } from './queries';
import { RotateKeyDialog } from './rotate-key-dialog';
import { useRevokeApiKey } from './use-api-keys';
import { API_KEYS_WORDS, REVOKE_WORDS } from './words';

export function ApiKeysScreen(): JSX.Element {
  const { data, error, dataUpdatedAt, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    apiKeysQuery(browserApi),
  );
  const { sites = [] } = useSites();
  const [isCreating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<{ action: KeyAction; key: ApiKey }>();
  const createButton = useRef<HTMLButtonElement>(null);
  /** Where one goes on after a dialog: at what was pressed, unless that goes away with the key. */
  const next = useRef<Element | null>(null);
  const keys = data?.pages.flatMap((page) => page.data);
  const siteNames = new Map(sites.flatMap((site) => (site.integration === null ? [] : [[site.integration.id, site.name] as const])));
  const done = (): void => {
    setChosen(undefined);
    if (next.current instanceof HTMLElement) next.current.focus();
  };
  return (
    <Page title={[API_KEYS_WORDS.title]}>
      <div className={pageClasses['head']}>
        <Title order={1}>{API_KEYS_WORDS.title}</Title>
        <Button
          ref={createButton}
          onClick={() => {
            setCreating(true);
          }}
        >
          {API_KEYS_WORDS.create}
        </Button>
      </div>
      {keys === undefined && error === null ? <RowsSkeleton rows={4} /> : null}
      {keys === undefined && error !== null ? (
        <LoadProblem what={API_KEYS_WORDS.notLoaded} error={error} reload={() => void refetch()} />
      ) : null}
      {keys !== undefined && error !== null ? <NotRenewed at={dataUpdatedAt} error={error} /> : null}
      {keys?.length === 0 ? <p>{API_KEYS_WORDS.none}</p> : null}
      {keys !== undefined && keys.length > 0 ? (
        <ApiKeysTable
          keys={keys}
          siteNames={siteNames}
          onAction={(action, key) => {
            setChosen({ action, key });
            next.current = document.activeElement;
          }}
        />
      ) : null}
      {hasNextPage ? (
        <Button variant="default" className={classes['more']} aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {API_KEYS_WORDS.showMore}
        </Button>
      ) : null}
      <CreateKeyDialog
        opened={isCreating}
        onClose={() => {
          setCreating(false);
        }}
      />
      {chosen?.action === 'rotate' ? <RotateKeyDialog apiKey={chosen.key} onClose={done} /> : null}
      {chosen?.action === 'revoke' ? (
        <RevokeKey
          apiKey={chosen.key}
          onRevoked={() => {
            next.current = createButton.current;
          }}
          onClose={done}
        />
      ) : null}
    </Page>
  );
}

interface RevokeProps {
  readonly apiKey: ApiKey;
  readonly onRevoked: () => void;
  readonly onClose: () => void;
}

function RevokeKey({ apiKey, onRevoked, onClose }: RevokeProps): JSX.Element {
  const revoke = useRevokeApiKey();
  const announce = useAnnounce();
  return (
    <ConfirmDialog
      opened
      title={REVOKE_WORDS.title(apiKey.name)}
      text={apiKey.integration_id === null ? REVOKE_WORDS.text : `${REVOKE_WORDS.text} ${REVOKE_WORDS.ofSite}`}
      action={REVOKE_WORDS.action}
      working={REVOKE_WORDS.working}
      failure={REVOKE_WORDS.failed}
      run={async () => {
        await revoke.mutateAsync(apiKey.id);
        announce(REVOKE_WORDS.done(apiKey.name));
        onRevoked();
      }}
      onClose={onClose}
    />
  );
}
