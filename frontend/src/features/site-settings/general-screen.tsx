'use client';

import type { SiteUpdate } from '@igny8/sdk';
import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Igny8Error } from '@igny8/sdk';
import { PageLink } from '../../ui/page-link';
import { useState, type JSX, type SubmitEvent } from 'react';
import { useAnnounce } from '../../ui/announcer';
import { formText, setFormText } from '../../ui/form-text';
import pageClasses from '../../ui/page.module.css';
import { PageTitle } from '../../ui/page-title';
import { ProblemMessage } from '../../ui/problem-message';
import { fieldErrors } from '../../ui/reason';
import { isConnected } from '../sites/connection';
import { ADD_SITE_WORDS } from '../sites/words';
import { useOpenSite, useUpdateSite } from './use-site';
import { GENERAL_WORDS, SITE_WORDS } from './words';

export function GeneralScreen(): JSX.Element {
  const site = useOpenSite();
  const update = useUpdateSite(site.id);
  const announce = useAnnounce();
  const [isNameMissing, setNameMissing] = useState(false);
  /** The site as it is in the fields: what is polled meanwhile is not what was changed here. */
  const [drawn, setDrawn] = useState(site);
  const errors = fieldErrors(update.error);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const [name, address] = [formText(form, 'name').trim(), formText(form, 'address').trim()];
    setNameMissing(name === '');
    if (name === '' || update.isPending) return;
    // Only what was changed here, so that what somebody else changes meanwhile stays.
    const changes: SiteUpdate = {
      ...(name === drawn.name ? {} : { name }),
      ...(isConnected(site) || address === drawn.home_url ? {} : { home_url: address }),
    };
    update.mutate(changes, {
      onSuccess: (saved) => {
        setDrawn(saved);
        setFormText(form, 'name', saved.name);
        setFormText(form, 'address', saved.home_url);
        announce(GENERAL_WORDS.saved);
      },
    });
  }

  function onChange(): void {
    setNameMissing(false);
    update.reset();
  }

  return (
    <form onSubmit={submit} className={pageClasses['form']} noValidate>
      <PageTitle parts={[SITE_WORDS.tabs.general, site.name]} />
      <Stack>
        <TextInput
          label={GENERAL_WORDS.name}
          name="name"
          defaultValue={drawn.name}
          onChange={onChange}
          maxLength={200}
          autoComplete="off"
          error={isNameMissing ? GENERAL_WORDS.nameMissing : words(GENERAL_WORDS.name, errors['name'])}
          errorProps={{ role: 'alert' }}
        />
        <TextInput
          label={GENERAL_WORDS.address}
          description={isConnected(site) ? GENERAL_WORDS.addressFixed : GENERAL_WORDS.addressHelp}
          // A site that connects meanwhile says itself what its address is.
          key={String(isConnected(site))}
          name="address"
          defaultValue={isConnected(site) ? site.home_url : drawn.home_url}
          readOnly={isConnected(site)}
          onChange={onChange}
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
        <Anchor component={PageLink} href={`/sites/${existing}/content-types`}>
          {ADD_SITE_WORDS.open}
        </Anchor>
      )}
    </ProblemMessage>
  );
}
