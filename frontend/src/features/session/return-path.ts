const HERE = 'http://here';
const HOME = '/sites';

/**
 * Where to go after signing in: a page of this dashboard, else the list of sites. What came in an address cannot lead elsewhere.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (wanted == null || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) return HOME;
  const { origin, pathname, search } = new URL(wanted, HERE);
  // What is left after `/.` and `/x/..` may begin with two slashes, which browsers read as another host.
  const isPage = origin === HERE && !/^\/([/\\]|(api|_next|sign-in)(\/|$)|$)/.test(pathname);
  return isPage ? `${pathname}${search}` : HOME;
}
