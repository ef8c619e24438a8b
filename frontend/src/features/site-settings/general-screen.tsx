'use client';

import type { SiteUpdate } from '@igny8/sdk';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Igny8Error } from '@igny8/sdk';
import Link from 'next/link';
import { useState, type JSX, type SubmitEvent } from 'react';
import { useAnnounce } from '../../ui/announcer';
import pageClasses from '../../ui/page.module.css';
import { PageTitle } from '../../ui/page-title';
import { ProblemMessage } from '../../ui/problem-message';
import { fieldErrors } from '../../ui/reason';
import { ADD_SITE_WORDS } from '../sites/words';
import { useOpenSite, useUpdateSite } from './use-site';
import { GENERAL_WORDS, SITE_WORDS } from './words';

export function GeneralScreen(): JSX.Element {
  const site = useOpenSite();
  const update = useUpdateSite(site.id);
  const announce = useAnnounce();
  const [name, setName] = useState(site.name);
  const [address, setAddress] = useState(site.home_url);
  const isConnected = site.integration !== null && ['structure_syncing', 'ready'].includes(site.integration.status);
  const errors = fieldErrors(update.error);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (update.isPending || name.trim() === '') return;
    update.mutate(changesOf(), {
      onSuccess: (saved) => {
        setName(saved.name);
        setAddress(saved.home_url);
        announce(GENERAL_WORDS.saved);
      },
    });
  }

  /** Only what was changed here, so that what somebody else changes meanwhile stays. */
  function changesOf(): SiteUpdate {
    return {
      ...(name.trim() === site.name ? {} : { name: name.trim() }),
      ...(isConnected || address.trim() === site.home_url ? {} : { home_url: address.trim() }),
    };
  }

  return (
    <form onSubmit={submit} className={pageClasses['form']} noValidate>
      <PageTitle parts={[SITE_WORDS.tabs.general, site.name]} />
      <Stack>
        <TextInput
          label={GENERAL_WORDS.name}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            update.reset();
          }}
          maxLength={200}
          autoComplete="off"
          error={name.trim() === '' ? GENERAL_WORDS.nameMissing : words(GENERAL_WORDS.name, errors['name'])}
          errorProps={{ role: 'alert' }}
        />
        <TextInput
          label={GENERAL_WORDS.address}
          description={isConnected ? GENERAL_WORDS.addressFixed : GENERAL_WORDS.addressHelp}
          value={isConnected ? site.home_url : address}
          readOnly={isConnected}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            update.reset();
          }}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          error={words(GENERAL_WORDS.address, errors['home_url'])}
          errorProps={{ role: 'alert' }}
        />
        <SaveProblem error={update.error} />
        <Group>
          <Button type="submit" aria-disabled={update.isPending}>
            {update.isPending ? GENERAL_WORDS.saving : GENERAL_WORDS.save}
          </Button>
          {update.isSuccess ? <Text>{GENERAL_WORDS.saved}</Text> : null}
        </Group>
      </Stack>
    </form>
  );
}

const words = (label: string, problem: string | undefined): string | undefined =>
  problem === undefined ? undefined : `${label} ${problem}.`;

function SaveProblem({ error }: { readonly error: unknown }): JSX.Element | null {
  const errors = fieldErrors(error);
  if (error === null || errors['name'] !== undefined || errors['home_url'] !== undefined) return null;
  const existing = error instanceof Igny8Error && error.code === 'site_exists' ? error.problem.existing_id : undefined;
  return (
    <ProblemMessage what={GENERAL_WORDS.failed} error={error}>
      {existing === undefined ? undefined : (
        <Anchor component={Link} href={`/sites/${existing}/content-types`}>
          {ADD_SITE_WORDS.open}
        </Anchor>
      )}
    </ProblemMessage>
  );
}
