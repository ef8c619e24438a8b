'use client';

import { VisuallyHidden } from '@mantine/core';
import { createContext, use, useCallback, useState, type JSX, type ReactNode } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Says to whoever listens what others see happen: that something was saved, that a step is done. */
export const useAnnounce = (): ((text: string) => void) => use(AnnounceContext);

export function Announcer({ children }: { readonly children: ReactNode }): JSX.Element {
  const [said, setSaid] = useState({ text: '', times: 0 });
  const announce = useCallback((text: string) => {
    setSaid(({ times }) => ({ text, times: times + 1 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status">
        {/* The same text a second time is news too: a new element makes it heard. */}
        <span key={said.times}>{said.text}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
}
