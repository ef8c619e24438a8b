import type { JSX } from 'react';
import { AddSiteScreen } from '../../../../features/sites/add-site-screen';

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function AddSitePage({ searchParams }: Props): Promise<JSX.Element> {
  const { url } = await searchParams;
  return <AddSiteScreen url={[url].flat()[0] ?? ''} />;
}
