'use client';

import type { Site } from '@igny8/sdk';
import { PageLink } from '../../ui/page-link';
import { memo, type JSX } from 'react';
import { useReader } from '../../ui/reader';
import { Status } from '../../ui/status';
import { Cell, ColumnHead, Row, RowHead, Table } from '../../ui/table';
import { TimeAgo } from '../../ui/time-ago';
import { formatNumber, UNKNOWN } from '../../ui/words';
import { CONNECTION_WORDS, nextWords, type ConnectionState } from './connection';
import type { SiteRow } from './site-row';
import classes from './sites-table.module.css';
import { SITES_WORDS } from './words';

/** The sites, a row each, that leads to its content types. */
export function SitesTable({ rows }: { readonly rows: readonly SiteRow[] }): JSX.Element {
  const { columns } = SITES_WORDS;
  return (
    <Table
      aria-label={SITES_WORDS.title}
      head={
        <>
          <ColumnHead>{columns.site}</ColumnHead>
          <ColumnHead>{columns.status}</ColumnHead>
          <ColumnHead isNumber>{columns.items}</ColumnHead>
          <ColumnHead>{columns.lastSync}</ColumnHead>
          <ColumnHead>{columns.next}</ColumnHead>
        </>
      }
    >
      {rows.map(({ site, state }) => (
        <TableRow key={site.id} site={site} state={state} />
      ))}
    </Table>
  );
}

const TableRow = memo(function TableRow({ site, state }: { readonly site: Site; readonly state: ConnectionState }): JSX.Element {
  const { locale } = useReader();
  const { kind, word, next } = CONNECTION_WORDS[state];
  const totals = site.integration?.totals;
  return (
    <Row className={classes['row']}>
      <RowHead className={classes['site']}>
        <PageLink href={`/sites/${site.id}/content-types`} className={classes['name']}>
          <bdi>{site.name}</bdi>
        </PageLink>
        <span className={classes['address']}>{addressWords(site)}</span>
      </RowHead>
      <Cell className={classes['status']}>
        <Status kind={kind}>{word}</Status>
      </Cell>
      <Cell isNumber className={classes['items']}>
        {totals == null ? UNKNOWN : SITES_WORDS.items(formatNumber(totals.count, locale), formatNumber(totals.synced_count, locale))}
      </Cell>
      <Cell className={classes['lastSync']}>
        <span className={classes['phoneOnly']}>{columnsOnPhone.lastSync}</span>
        {site.integration?.last_sync_at == null ? SITES_WORDS.never : <TimeAgo at={site.integration.last_sync_at} />}
      </Cell>
      <Cell className={classes['next']}>{nextWords(next)}</Cell>
    </Row>
  );
});

/** Where there is no head above it, a value says itself what it is. */
const columnsOnPhone = { lastSync: `${SITES_WORDS.columns.lastSync}: ` };

/** The address without what is the same everywhere. */
const addressWords = ({ home_url }: Site): string => home_url.replace(/^https:\/\//, '');
