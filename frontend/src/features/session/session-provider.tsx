'use client';

import { notifyManager, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type JSX, type ReactNode } from 'react';
import { makeQueryClient } from '../api/query-client';
import { SessionDialog } from './session-dialog';
import { listenToOtherTabs } from './session-news';

// A switch that is pressed must not flash back: what is pending is drawn before the browser draws the press itself.
notifyManager.setScheduler(queueMicrotask);

/** What all pages behind the sign-in share: the data that was loaded, and what happens when the session ends. */
export function SessionProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [hasEnded, setEnded] = useState(false);
  const [client] = useState(() =>
    makeQueryClient(() => {
      setEnded(true);
    }),
  );
  useEffect(
    () =>
      listenToOtherTabs((news) => {
        if (news === 'signed out') window.location.assign('/sign-in');
        else {
          setEnded(false);
          void client.invalidateQueries();
        }
      }),
    [client],
  );
  return (
    <QueryClientProvider client={client}>
      {children}
      <SessionDialog
        opened={hasEnded}
        onSignedIn={() => {
          setEnded(false);
        }}
      />
    </QueryClientProvider>
  );
}
