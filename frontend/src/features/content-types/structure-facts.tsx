'use client';

import type { ContentTypes } from '@igny8/sdk';
import { Tooltip } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useNow, useReader } from '../../ui/reader';
import { Status } from '../../ui/status';
import { date, exactTime, timeAgo } from '../../ui/time';
import type { ConnectionState } from '../sites/connection';
import classes from './structure-facts.module.css';
import { StructureHistory } from './structure-history';
import { CONTENT_TYPES_WORDS } from './words';

interface Props {
  readonly integrationId: string;
  readonly types: ContentTypes;
  readonly fetchedAt: string;
  readonly connection: ConnectionState;
}

/** In these states the tables are what they were when the structure was fetched last. */
const NOT_READY: ReadonlySet<ConnectionState> = new Set([
  'inactive',
  'not_connected',
  'disconnected',
  'needs_reconnect',
  'sync_off',
  'structure_refused',
]);

/** When the structure was fetched, and how the switches in WordPress are. */
export function StructureFacts({ integrationId, types, fetchedAt, connection }: Props): JSX.Element {
  const [now, reader] = [useNow(), useReader()];
  const [isOpen, setOpen] = useState(false);
  const at = Date.parse(fetchedAt);
  return (
    <div className={classes['facts']}>
      <Tooltip label={exactTime(at, reader)} events={{ hover: true, focus: true, touch: true }}>
        <button
          type="button"
          className={classes['fetch']}
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
        >
          {CONTENT_TYPES_WORDS.lastFetch}
          <time dateTime={fetchedAt} className={classes['time']}>
            {timeAgo(at, now, reader)}
          </time>
        </button>
      </Tooltip>
      {types.stale_at !== null && Date.parse(types.stale_at) < now ? <Status kind="act">{CONTENT_TYPES_WORDS.stale}</Status> : null}
      {NOT_READY.has(connection) ? <p className={classes['fact']}>{CONTENT_TYPES_WORDS.asOf(date(at, reader))}</p> : null}
      <p className={classes['fact']}>{CONTENT_TYPES_WORDS.sync(types.plugin_connection_enabled)}</p>
      <p className={classes['fact']}>{CONTENT_TYPES_WORDS.twoWay(types.two_way_sync_enabled)}</p>
      <StructureHistory
        integrationId={integrationId}
        opened={isOpen}
        onClose={() => {
          setOpen(false);
        }}
      />
    </div>
  );
}
