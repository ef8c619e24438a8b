import type { JSX } from 'react';
import { LoadingPage } from '../../ui/loading-page';

export default function Loading(): JSX.Element {
  return <LoadingPage />;
}
