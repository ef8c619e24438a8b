'use client';

import type { Integration, Site } from '@igny8/sdk';
import { Button, Tooltip } from '@mantine/core';
import { useEffect, useRef, type JSX } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { ProblemMessage, RequestId } from '../../ui/problem-message';
import { useNow, useReader } from '../../ui/reader';
import { Status } from '../../ui/status';
import { TimeAgo } from '../../ui/time-ago';
import { exactTime, type Reader } from '../../ui/time';
import { CONNECTION_WORDS, connectionOf, nextWords, type ConnectionState } from '../sites/connection';
import classes from './status-line.module.css';
import { useUpdateSite } from './use-site';
import { STATUS_WORDS } from './words';

const LINE_ID = 'site-status';

/** Where whoever pressed something that goes away goes on: what came of it stands there. */
export const focusStatusLine = (): void => document.getElementById(LINE_ID)?.focus();

/** How a site's connection is, why, and who has to do what about it. */
export function StatusLine({ site }: { readonly site: Site }): JSX.Element {
  const state = connectionOf(site, useNow());
  const { kind, next } = CONNECTION_WORDS[state];
  const refusal = state === 'structure_refused' ? site.integration?.structure_refusal : undefined;
  useAnnouncedChange(state);
  return (
    <div id={LINE_ID} tabIndex={-1} className={classes['line']}>
      <Status kind={kind}>
        <StatusText site={site} state={state} />
      </Status>
      {next === undefined || next.side === 'IGNY8' ? null : <p className={classes['next']}>{nextWords(next)}</p>}
      {refusal == null ? null : <RequestId id={refusal.request_id} />}
      {state === 'inactive' ? <Activate siteId={site.id} /> : null}
    </div>
  );
}

/** What changed while one looked elsewhere is said. */
function useAnnouncedChange(state: ConnectionState): void {
  const announce = useAnnounce();
  const known = useRef(state);
  useEffect(() => {
    if (known.current !== state) announce(CONNECTION_WORDS[state].word);
    known.current = state;
  }, [state, announce]);
}

function StatusText({ site, state }: { readonly site: Site; readonly state: ConnectionState }): JSX.Element {
  switch (state) {
    case 'inactive':
      return <>{STATUS_WORDS.inactive}</>;
    case 'not_connected':
      return <>{STATUS_WORDS.notConnected}</>;
    case 'disconnected':
      return <Disconnected integration={site.integration} />;
    case 'needs_reconnect':
      return <>{STATUS_WORDS.needsReconnect(site.integration?.lost_key)}</>;
    case 'sync_off':
      return <>{STATUS_WORDS.syncOff}</>;
    case 'structure_refused':
      return (
        <>
          {STATUS_WORDS.refused(site.integration?.structure_refusal?.detail ?? '')} {STATUS_WORDS.refusedNext}
        </>
      );
    case 'structure_syncing':
      return <>{STATUS_WORDS.syncing}</>;
    case 'stale':
      return <>{STATUS_WORDS.stale}</>;
    case 'ready':
      return <Ready integration={site.integration} />;
  }
}

function Disconnected({ integration }: { readonly integration: Integration | null }): JSX.Element {
  const [at, by] = [integration?.disconnected_at, integration?.disconnected_by];
  return (
    <>
      Disconnected
      {at == null ? null : (
        <>
          {' '}
          <TimeAgo at={at} />
        </>
      )}
      {by == null ? null : (
        <>
          {' '}
          by <bdi>{by.name}</bdi>
        </>
      )}
      . {STATUS_WORDS.staysHere}
    </>
  );
}

function Ready({ integration }: { readonly integration: Integration | null }): JSX.Element {
  const reader = useReader();
  return (
    <Tooltip label={readyDetail(integration, reader)} events={{ hover: true, focus: true, touch: true }} multiline maw={320}>
      <button type="button" className={classes['ready']}>
        {STATUS_WORDS.ready}
      </button>
    </Tooltip>
  );
}

function readyDetail(integration: Integration | null, reader: Reader): string {
  const since = integration?.connected_at == null ? '' : ` since ${exactTime(Date.parse(integration.connected_at), reader)}`;
  const versions = integration?.versions;
  const runs = versions == null ? '' : ` WordPress ${versions.wordpress}, PHP ${versions.php}, IGNY8 Bridge ${versions.plugin}.`;
  return `${STATUS_WORDS.readyDetail}${since}.${runs}`;
}

function Activate({ siteId }: { readonly siteId: string }): JSX.Element {
  const update = useUpdateSite(siteId);
  return (
    <>
      <Button
        aria-disabled={update.isPending}
        onClick={() => {
          if (!update.isPending) void update.mutateAsync({ is_active: true }).then(focusStatusLine, () => undefined);
        }}
      >
        {update.isPending ? STATUS_WORDS.activating : STATUS_WORDS.activate}
      </Button>
      {update.error === null ? null : <ProblemMessage what={STATUS_WORDS.notActivated} error={update.error} />}
    </>
  );
}
