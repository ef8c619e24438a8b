'use client';

import { Igny8Error } from '@igny8/sdk';
import { Anchor, Button, Stack, TextInput, Title } from '@mantine/core';
import { PageLink } from '../../ui/page-link';
import { useRouter } from 'next/navigation';
import { useState, type JSX, type SubmitEvent } from 'react';
import { formText } from '../../ui/form-text';
import { Page } from '../../ui/page';
import pageClasses from '../../ui/page.module.css';
import { ProblemMessage } from '../../ui/problem-message';
import { fieldErrors } from '../../ui/reason';
import { useCreateSite } from './use-create-site';
import { ADD_SITE_WORDS } from './words';

/** @param url the address to fill in: WordPress links here with its own */
export function AddSiteScreen({ url }: { readonly url: string }): JSX.Element {
  const router = useRouter();
  const create = useCreateSite();
  const [isMissing, setMissing] = useState(false);
  const addressError = isMissing ? ADD_SITE_WORDS.missing : addressProblem(create.error);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const address = formText(event.currentTarget, 'address').trim();
    setMissing(address === '');
    if (address === '' || create.isPending) return;
    create.mutate(address, {
      onSuccess: (site) => {
        router.push(`/sites/${site.id}/content-types`);
      },
    });
  }

  return (
    <Page title={[ADD_SITE_WORDS.title]}>
      <Title order={1} mb="lg">
        {ADD_SITE_WORDS.title}
      </Title>
      <form onSubmit={submit} className={pageClasses['form']} noValidate>
        <Stack>
          <TextInput
            label={ADD_SITE_WORDS.address}
            description={ADD_SITE_WORDS.addressHelp}
            inputMode="url"
            autoComplete="url"
            autoCapitalize="off"
            spellCheck={false}
            name="address"
            defaultValue={url}
            onChange={() => {
              setMissing(false);
              create.reset();
            }}
            error={addressError}
            errorProps={{ role: 'alert' }}
          />
          <CreateProblem error={create.error} />
          <div>
            <Button type="submit" aria-disabled={create.isPending}>
              {create.isPending || create.isSuccess ? ADD_SITE_WORDS.working : ADD_SITE_WORDS.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

function addressProblem(error: unknown): string | undefined {
  const problem = fieldErrors(error)['home_url'];
  return problem === undefined ? undefined : `${ADD_SITE_WORDS.address} ${problem}.`;
}

function CreateProblem({ error }: { readonly error: unknown }): JSX.Element | null {
  if (error === null || addressProblem(error) !== undefined) return null;
  const existing = error instanceof Igny8Error && error.code === 'site_exists' ? error.problem.existing_id : undefined;
  if (existing === undefined) return <ProblemMessage what={ADD_SITE_WORDS.failed} error={error} />;
  return (
    <div role="alert">
      {(error as Igny8Error).message}{' '}
      <Anchor component={PageLink} href={`/sites/${existing}/content-types`}>
        {ADD_SITE_WORDS.open}
      </Anchor>
    </div>
  );
}
