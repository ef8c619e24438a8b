import type { JSX } from 'react';
import { RowsSkeleton } from '../../../../ui/rows-skeleton';

/** Between two tabs: the frame stays. */
export default function Loading(): JSX.Element {
  return <RowsSkeleton rows={6} />;
}
