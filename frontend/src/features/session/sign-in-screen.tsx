'use client';

import { Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { PageTitle } from '../../ui/page-title';
import type { SessionEnd } from '../api/session-end';
import { SignInForm } from './sign-in-form';
import classes from './sign-in-screen.module.css';
import { SESSION_WORDS } from './words';

interface Props {
  readonly next: string;
  readonly ended: SessionEnd | undefined;
  readonly failed?: string | undefined;
}

export function SignInScreen({ next, ended, failed }: Props): JSX.Element {
  return (
    <main className={classes['screen']}>
      <PageTitle parts={[SESSION_WORDS.title]} />
      <p className={classes['brand']}>IGNY8</p>
      <Title order={1} mb="md">
        {SESSION_WORDS.title}
      </Title>
      {ended === undefined ? null : (
        <Text role="status" mb="md">
          {SESSION_WORDS.ended[ended]}
        </Text>
      )}
      <SignInForm
        next={next}
        {...(failed === undefined ? {} : { failed })}
        onSignedIn={() => {
          // A page of its own, so that nothing of an earlier session stays in memory.
          window.location.assign(next);
        }}
      />
    </main>
  );
}
