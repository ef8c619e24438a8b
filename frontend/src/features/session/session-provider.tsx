'use client';

import { notifyManager, QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore, type JSX, type ReactNode } from 'react';
import { browserApi } from '../api/browser-api';
import { browserSession } from '../api/browser-session';
import { makeQueryClient } from '../api/query-client';
import { isEditing } from './is-editing';
import { meQuery } from './queries';
import { SessionDialog } from './session-dialog';
import { listenToOtherTabs } from './session-news';

// A switch that is pressed must not flash back: what is pending is drawn before the browser draws the press itself.
notifyManager.setScheduler(queueMicrotask);

/** What all pages behind the sign-in share: the data that was loaded, and what happens when the session ends. */
export function SessionProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const ended = useSyncExternalStore(browserSession.listen, browserSession.current, () => undefined);
  const [client] = useState(() => makeQueryClient(browserSession));
  useEffect(
    () =>
      listenToOtherTabs((news) => {
        if (news === 'signed out') leave();
        else {
          goOn(client).catch(() => {
            // Nobody knows whose session it is now: so it is asked.
            browserSession.end('other');
          });
        }
      }),
    [client],
  );
  return (
    <QueryClientProvider client={client}>
      {children}
      <SessionDialog ended={ended} onSignedIn={() => goOn(client)} />
    </QueryClientProvider>
  );
}

/** After somebody signed out in another tab: nothing of them stays on the screen, but for what they are still typing. */
function leave(): void {
  if (browserSession.current() !== undefined || isEditing()) {
    browserSession.end('other');
    return;
  }
  const { pathname, search } = window.location;
  window.location.assign(`/sign-in?${new URLSearchParams({ next: `${pathname}${search}` }).toString()}`);
}

/** After somebody signed in, here or in another tab: the page goes on as it was, if they are who they were. */
async function goOn(client: QueryClient): Promise<void> {
  const before = client.getQueryData(meQuery(browserApi).queryKey);
  const now = await browserApi.auth.me();
  if (before?.user != null && now.user?.id !== before.user.id) {
    // Somebody else: nothing of what is on the screen is theirs.
    window.location.assign('/sites');
    return;
  }
  browserSession.goOn();
  await client.invalidateQueries();
}
