import { PageLink } from '../ui/page-link';
import type { JSX } from 'react';
import { WholePage } from '../ui/whole-page';

export default function NotFoundPage(): JSX.Element {
  return (
    <WholePage title="Page not found">
      <p>There is nothing at this address. It may have been deleted, or it belongs to another account.</p>
      <PageLink href="/sites">Open Sites</PageLink>
    </WholePage>
  );
}
