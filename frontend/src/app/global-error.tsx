'use client';

import type { JSX } from 'react';

/** The last resort, when not even the frame of the pages can be drawn: no styles, no components. */
export default function GlobalErrorPage({ reset }: { readonly reset: () => void }): JSX.Element {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown - IGNY8</title>
        <main>
          <h1>This page could not be shown</h1>
          <p role="alert">Something unexpected happened here. Try again, or load the page again.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
