'use client';

import type { ApiKey } from '@igny8/sdk';
import { Button, VisuallyHidden } from '@mantine/core';
import { useId, useState, type JSX } from 'react';
import { clsx } from '../../ui/clsx';
import { useNow, useReader } from '../../ui/reader';
import { Status } from '../../ui/status';
import { Cell, ColumnHead, Row, RowHead, Table } from '../../ui/table';
import { TimeAgo } from '../../ui/time-ago';
import { clock, date } from '../../ui/time';
import { counted } from '../../ui/words';
import classes from './api-keys-table.module.css';
import { keyState } from './key-state';
import { API_KEYS_WORDS, SCOPE_WORDS } from './words';

export type KeyAction = 'rotate' | 'revoke';

interface Props {
  readonly keys: readonly ApiKey[];
  /** Of the sites, by their integration. */
  readonly siteNames: ReadonlyMap<string, string>;
  readonly onAction: (action: KeyAction, key: ApiKey) => void;
}

export function ApiKeysTable({ keys, siteNames, onAction }: Props): JSX.Element {
  const { columns } = API_KEYS_WORDS;
  return (
    <Table
      aria-label={API_KEYS_WORDS.title}
      head={Object.values(columns).map((column) => (
        <ColumnHead key={column}>
          {column === columns.actions ? <VisuallyHidden component="span">{column}</VisuallyHidden> : column}
        </ColumnHead>
      ))}
    >
      {keys.map((key) => (
        <TableRow key={key.id} apiKey={key} siteName={siteNames.get(key.integration_id ?? '')} onAction={onAction} />
      ))}
    </Table>
  );
}

interface RowProps {
  readonly apiKey: ApiKey;
  readonly siteName: string | undefined;
  readonly onAction: Props['onAction'];
}

function TableRow({ apiKey, siteName, onAction }: RowProps): JSX.Element {
  const [now, reader] = [useNow(), useReader()];
  const state = keyState(apiKey, now);
  const hasEnded = state.state !== 'works';
  return (
    <Row className={clsx(classes['row'], hasEnded && classes['ended'])}>
      <RowHead className={classes['name']}>
        <bdi>{apiKey.name}</bdi>
      </RowHead>
      <Cell className={classes['key']}>
        <code>{apiKey.prefix}…</code>
      </Cell>
      <Cell className={classes['scopes']}>
        <Scopes scopes={apiKey.scopes} />
      </Cell>
      <Cell className={classes['site']}>
        {apiKey.integration_id === null ? API_KEYS_WORDS.allSites : <bdi>{siteName ?? API_KEYS_WORDS.aSite}</bdi>}
      </Cell>
      <Cell className={classes['used']}>
        <span className={classes['phoneOnly']}>{API_KEYS_WORDS.columns.lastUsed}: </span>
        {apiKey.last_used_at === null ? API_KEYS_WORDS.never : <TimeAgo at={apiKey.last_used_at} />}
      </Cell>
      <Cell className={classes['ends']}>
        {state.state === 'revoked' ? <Status kind="off">{API_KEYS_WORDS.revoked(clock(state.at, now, reader))}</Status> : null}
        {state.state === 'expired' ? <Status kind="off">{API_KEYS_WORDS.expired(date(state.at, reader))}</Status> : null}
        {state.state === 'works' ? (
          <>
            <span className={classes['phoneOnly']}>{API_KEYS_WORDS.columns.ends}: </span>
            {apiKey.expires_at === null ? API_KEYS_WORDS.never : clock(Date.parse(apiKey.expires_at), now, reader)}
          </>
        ) : null}
      </Cell>
      <Cell className={classes['actions']}>
        {hasEnded ? null : (
          <>
            <ActionButton
              words={API_KEYS_WORDS.rotate}
              name={apiKey.name}
              onClick={() => {
                onAction('rotate', apiKey);
              }}
            />
            <ActionButton
              words={API_KEYS_WORDS.revoke}
              name={apiKey.name}
              onClick={() => {
                onAction('revoke', apiKey);
              }}
            />
          </>
        )}
      </Cell>
    </Row>
  );
}

const ActionButton = ({
  words,
  name,
  onClick,
}: {
  readonly words: string;
  readonly name: string;
  readonly onClick: () => void;
}): JSX.Element => (
  <Button size="compact-sm" variant="default" aria-label={`${words} ${name}`} onClick={onClick}>
    {words}
  </Button>
);

/** How many there are; which, when one wants to know. */
function Scopes({ scopes }: { readonly scopes: ApiKey['scopes'] }): JSX.Element {
  const { locale } = useReader();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={classes['open']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {counted(scopes.length, 'scope', 'scopes', locale)}
      </button>
      <ul id={id} className={classes['list']} hidden={!isOpen}>
        {isOpen ? scopes.map((scope) => <li key={scope}>{Object.hasOwn(SCOPE_WORDS, scope) ? SCOPE_WORDS[scope] : scope}</li>) : null}
      </ul>
    </>
  );
}
