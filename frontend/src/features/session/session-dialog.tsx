'use client';

import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type JSX } from 'react';
import { Dialog } from '../../ui/dialog';
import { browserApi } from '../api/browser-api';
import { meQuery } from './queries';
import { SignInForm } from './sign-in-form';
import { SESSION_WORDS } from './words';

interface Props {
  readonly opened: boolean;
  readonly onSignedIn: () => Promise<void>;
}

/** Over a page whose session has ended: signs in again, and the page goes on as it was. */
export function SessionDialog({ opened, onSignedIn }: Props): JSX.Element {
  const client = useQueryClient();
  const me = client.getQueryData(meQuery(browserApi).queryKey);

  // What is still on its way belongs to the old session: its refusal must not end the new one.
  useEffect(() => {
    if (opened) void client.cancelQueries();
  }, [opened, client]);

  return (
    <Dialog opened={opened} title={SESSION_WORDS.title}>
      <Text mb="md">
        {SESSION_WORDS.ended} {SESSION_WORDS.kept}
      </Text>
      <SignInForm email={me?.user?.email ?? ''} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
