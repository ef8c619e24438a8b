import { redirect } from 'next/navigation';

interface Props {
  readonly params: Promise<{ readonly site_id: string }>;
}

export default async function SitePage({ params }: Props): Promise<never> {
  const { site_id } = await params;
  redirect(`/sites/${encodeURIComponent(site_id)}/content-types`);
}
