import { HydrationBoundary } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { SessionProvider } from '../../features/session/session-provider';
import { TopBar } from '../../features/session/top-bar';
import { requireSession } from '../../server/page-data';

export default async function SignedInLayout({ children }: { readonly children: ReactNode }): Promise<JSX.Element> {
  const state = await requireSession();
  return (
    <SessionProvider>
      <HydrationBoundary state={state}>
        <TopBar />
        {children}
      </HydrationBoundary>
    </SessionProvider>
  );
}
