'use client';

import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type JSX } from 'react';
import { Dialog } from '../../ui/dialog';
import { browserApi } from '../api/browser-api';
import type { SessionEnd } from '../api/session-end';
import { meQuery } from './queries';
import { SignInForm } from './sign-in-form';
import { SESSION_WORDS } from './words';

interface Props {
  /** Undefined while the session goes on. */
  readonly ended: SessionEnd | undefined;
  readonly onSignedIn: () => Promise<void>;
}

/** Over a page whose session has ended: signs in again, and the page goes on as it was. */
export function SessionDialog({ ended, onSignedIn }: Props): JSX.Element {
  const opened = ended !== undefined;
  const client = useQueryClient();
  const me = client.getQueryData(meQuery(browserApi).queryKey);

  // What is still on its way belongs to the old session: its refusal must not end the new one.
  useEffect(() => {
    if (opened) void client.cancelQueries();
  }, [opened, client]);

  return (
    <Dialog opened={opened} title={SESSION_WORDS.title}>
      <Why ended={ended ?? 'other'} />
      <SignInForm email={me?.user?.email ?? ''} onSignedIn={onSignedIn} />
    </Dialog>
  );
}

/** Says the same until the dialog has faded out. */
function Why({ ended }: { readonly ended: SessionEnd }): JSX.Element {
  const [first] = useState(ended);
  return (
    <Text mb="md">
      {SESSION_WORDS.ended[first]} {SESSION_WORDS.kept}
    </Text>
  );
}
