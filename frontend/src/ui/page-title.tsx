import type { JSX } from 'react';

/** The title of the document: from the most special to the most general. */
export function PageTitle({ parts }: { readonly parts: readonly string[] }): JSX.Element {
  return <title>{[...parts, 'IGNY8'].join(' - ')}</title>;
}
