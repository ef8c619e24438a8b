'use client';

import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { WholePage } from '../ui/whole-page';

interface Props {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

/** What is shown when a page breaks while it is drawn. */
export default function ErrorPage({ error, reset }: Props): JSX.Element {
  return (
    <WholePage title="This page could not be shown">
      <p role="alert">Something unexpected happened here. Try again, or load the page again.</p>
      {error.digest === undefined ? null : (
        <p>
          Error ID <code>{error.digest}</code>
        </p>
      )}
      <Button onClick={reset}>Try again</Button>
    </WholePage>
  );
}
