/** An address that came from elsewhere, if a link may lead to it: a page of the web and nothing else. */
export function webLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
