'use client';

import { MantineProvider } from '@mantine/core';
import { useState, type JSX, type ReactNode } from 'react';
import { Announcer } from './announcer';
import { ReaderProvider } from './reader';
import { cssVariables, theme } from './theme';

interface Props {
  readonly nonce: string;
  readonly locale: string;
  readonly now: number;
  readonly children: ReactNode;
}

/** What every page stands on. */
export function Providers({ nonce, locale, now, children }: Props): JSX.Element {
  // The policy of the document is that of its first answer: a later one brings another nonce, which it would not accept.
  const [documentNonce] = useState(nonce);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => documentNonce}>
      <ReaderProvider locale={locale} now={now}>
        <Announcer>{children}</Announcer>
      </ReaderProvider>
    </MantineProvider>
  );
}
