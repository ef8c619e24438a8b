import { redirect } from 'next/navigation';
import type { JSX } from 'react';
import { returnPath } from '../../features/session/return-path';
import { SignInScreen } from '../../features/session/sign-in-screen';
import { isSignedIn } from '../../server/page-data';

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SignInPage({ searchParams }: Props): Promise<JSX.Element> {
  const query = await searchParams;
  const one = (name: string): string | undefined => [query[name]].flat()[0];
  const next = returnPath(one('next'));
  const [why, failed] = [one('ended'), one('failed')];
  const ended = why === undefined ? undefined : why === 'expired' ? 'expired' : 'other';
  if (ended === undefined && failed === undefined && (await isSignedIn())) redirect(next);
  return <SignInScreen next={next} ended={ended} failed={failed} />;
}
