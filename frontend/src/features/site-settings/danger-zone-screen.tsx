'use client';

import type { Site } from '@igny8/sdk';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type JSX } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { PageTitle } from '../../ui/page-title';
import { useReader } from '../../ui/reader';
import { counted } from '../../ui/words';
import { browserApi } from '../api/browser-api';
import { contentTypesQuery } from '../content-types/queries';
import { isConnected } from '../sites/connection';
import classes from './danger-zone-screen.module.css';
import { focusStatusLine } from './status-line';
import { useDeleteSite, useDisconnectSite, useOpenSite, useUpdateSite } from './use-site';
import { DANGER_WORDS, SITE_WORDS, STATUS_WORDS } from './words';

export function DangerZoneScreen(): JSX.Element {
  const site = useOpenSite();
  return (
    <>
      <PageTitle parts={[SITE_WORDS.tabs['danger-zone'], site.name]} />
      <DisconnectSection site={site} />
      <ActivitySection site={site} />
      <DeleteSection site={site} />
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly text: string;
  readonly children?: JSX.Element | null;
}

const Section = ({ title, text, children }: SectionProps): JSX.Element => (
  <section className={classes['section']}>
    <div>
      <Title order={2}>{title}</Title>
      <p className={classes['text']}>{text}</p>
    </div>
    {children}
  </section>
);

function DisconnectSection({ site }: { readonly site: Site }): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const disconnect = useDisconnectSite(site.id, site.integration?.id);
  const announce = useAnnounce();
  const words = DANGER_WORDS.disconnect;
  return (
    <Section title={words.action} text={isConnected(site) ? words.text : words.none}>
      {isConnected(site) || isAsking ? (
        <>
          <DangerButton
            label={words.action}
            onClick={() => {
              setAsking(true);
            }}
          />
          <ConfirmDialog
            opened={isAsking}
            title={words.question(site.name)}
            text={words.text}
            action={words.action}
            working={words.working}
            failure={words.failed}
            run={async () => {
              await disconnect.mutateAsync();
              announce(words.done);
              focusStatusLine();
            }}
            onClose={() => {
              setAsking(false);
            }}
          />
        </>
      ) : null}
    </Section>
  );
}

function ActivitySection({ site }: { readonly site: Site }): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const update = useUpdateSite(site.id);
  const announce = useAnnounce();
  const words = DANGER_WORDS.deactivate;
  // The way back is the one filled button, in the line that says how the site is.
  if (!site.is_active && !isAsking) return <Section title={words.action} text={STATUS_WORDS.inactive} />;
  return (
    <Section title={words.action} text={words.text}>
      <>
        <DangerButton
          label={words.action}
          onClick={() => {
            setAsking(true);
          }}
        />
        <ConfirmDialog
          opened={isAsking}
          title={words.question(site.name)}
          text={words.text}
          action={words.action}
          working={words.working}
          failure={words.failed}
          run={async () => {
            await update.mutateAsync({ is_active: false });
            announce(words.done);
            focusStatusLine();
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      </>
    </Section>
  );
}

function DeleteSection({ site }: { readonly site: Site }): JSX.Element {
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteSite(site.id);
  const announce = useAnnounce();
  const router = useRouter();
  const text = DANGER_WORDS.delete.text(useStoredWords(site));
  const words = DANGER_WORDS.delete;
  return (
    <Section title={words.action} text={text}>
      <>
        <DangerButton
          label={words.action}
          onClick={() => {
            setAsking(true);
          }}
        />
        <ConfirmDialog
          opened={isAsking}
          title={words.question(site.name)}
          text={text}
          action={words.action}
          working={words.working}
          failure={words.failed}
          mustType={site.home_url.replace(/^https?:\/\//, '')}
          run={async () => {
            await remove.mutateAsync();
            announce(words.done(site.name));
            router.push('/sites');
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      </>
    </Section>
  );
}

/** How much is stored of a site, also of types that it does not have any more. */
function useStoredWords({ integration }: Site): string {
  const { locale } = useReader();
  const { data } = useQuery({ ...contentTypesQuery(browserApi, integration?.id ?? ''), enabled: integration !== null });
  if (integration !== null && data === undefined) return DANGER_WORDS.delete.everything;
  const types = data === undefined ? [] : [...Object.values(data.post_types), ...Object.values(data.taxonomies)];
  return counted(
    types.reduce((sum, { synced_count }) => sum + synced_count, 0),
    'item',
    'items',
    locale,
  );
}

const DangerButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }): JSX.Element => (
  <Button variant="outline" color="red.9" className={classes['button']} onClick={onClick}>
    {label}
  </Button>
);
