'use client';

import { Button, Title } from '@mantine/core';
import { PageLink } from '../../ui/page-link';
import { useDeferredValue, useRef, useState, type JSX } from 'react';
import { LoadProblem, NotRenewed } from '../../ui/load-problem';
import { Page } from '../../ui/page';
import pageClasses from '../../ui/page.module.css';
import { useNow, useReader } from '../../ui/reader';
import { RowsSkeleton } from '../../ui/rows-skeleton';
import { SearchField } from '../../ui/search-field';
import { formatNumber } from '../../ui/words';
import { connectionOf, needsSomebody } from './connection';
import { SiteFilter, type Filter } from './site-filter';
import { matchesSearch, type SiteRow } from './site-row';
import classes from './sites-screen.module.css';
import { SitesTable } from './sites-table';
import { useFavicon } from './use-favicon';
import { useSites } from './use-sites';
import { SITES_WORDS } from './words';

/** With more than these one rather searches than looks. */
const ROWS_WITHOUT_SEARCH = 20;
/** So many rows are drawn at once. */
const ROWS_AT_ONCE = 100;

export function SitesScreen(): JSX.Element {
  const { sites, isComplete, error, loadedAt, reload } = useSites();
  const now = useNow();
  const rows = sites?.map((site): SiteRow => ({ site, state: connectionOf(site, now) }));
  const waiting = rows?.filter(({ state }) => needsSomebody(state)) ?? [];
  useFavicon(waiting.length > 0);
  return (
    <Page title={[waiting.length > 0 ? `(${String(waiting.length)}) ${SITES_WORDS.title}` : SITES_WORDS.title]}>
      <div className={pageClasses['head']}>
        <Title order={1}>{SITES_WORDS.title}</Title>
        {rows !== undefined && rows.length > 0 ? <AddSite /> : null}
      </div>
      {rows === undefined && error === null ? <RowsSkeleton rows={5} /> : null}
      {rows === undefined && error !== null ? <LoadProblem what={SITES_WORDS.notLoaded} error={error} reload={reload} /> : null}
      {rows !== undefined && error !== null ? <NotRenewed at={loadedAt} error={error} /> : null}
      {rows?.length === 0 ? <NoSites /> : null}
      {rows !== undefined && rows.length > 0 ? <SiteList rows={rows} waiting={waiting} isComplete={isComplete} /> : null}
    </Page>
  );
}

const AddSite = (): JSX.Element => (
  <Button component={PageLink} href="/sites/new">
    {SITES_WORDS.add}
  </Button>
);

const NoSites = (): JSX.Element => (
  <div className={classes['empty']}>
    <p>{SITES_WORDS.empty}</p>
    <AddSite />
  </div>
);

interface ListProps {
  readonly rows: readonly SiteRow[];
  readonly waiting: readonly SiteRow[];
  readonly isComplete: boolean;
}

function SiteList({ rows, waiting, isComplete }: ListProps): JSX.Element {
  const { locale } = useReader();
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const searchField = useRef<HTMLInputElement>(null);
  const allButton = useRef<HTMLButtonElement>(null);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const wanted = useDeferredValue(search.trim());
  const found = (filter === 'all' ? rows : waiting).filter(({ site }) => matchesSearch(site, wanted));
  // A number that is still growing is not shown.
  const count = (counted: readonly SiteRow[]): string => (isComplete ? formatNumber(counted.length, locale) : '');
  return (
    <>
      <div className={classes['filters']}>
        <SiteFilter
          allRef={allButton}
          value={filter}
          onChange={setFilter}
          labels={{ all: SITES_WORDS.all(count(rows)), needs_you: SITES_WORDS.needsYou(count(waiting)) }}
        />
        {rows.length > ROWS_WITHOUT_SEARCH ? (
          <SearchField ref={searchField} label={SITES_WORDS.search} value={search} onChange={setSearch} />
        ) : null}
      </div>
      {found.length === 0 ? (
        <div className={classes['empty']}>
          <p role="status">{SITES_WORDS.nothing}</p>
          <Button
            variant="default"
            onClick={() => {
              setFilter('all');
              setSearch('');
              (searchField.current ?? allButton.current)?.focus();
            }}
          >
            {SITES_WORDS.clear}
          </Button>
        </div>
      ) : (
        <SitesTable rows={found.slice(0, limit)} />
      )}
      <div className={classes['more']}>
        {isComplete ? null : <p role="status">{SITES_WORDS.loadingMore}</p>}
        {found.length > limit ? (
          <Button
            variant="default"
            onClick={() => {
              setLimit(limit + ROWS_AT_ONCE);
            }}
          >
            {SITES_WORDS.showMore(formatNumber(Math.min(ROWS_AT_ONCE, found.length - limit), locale))}
          </Button>
        ) : null}
      </div>
    </>
  );
}
