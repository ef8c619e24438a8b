import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the API reference, as it is in docs/api. */
export const page = (name: string): string => readFileSync(join(process.cwd(), '../docs/api', name), 'utf8');

const unescaped = (html: string): string =>
  html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&');

/** The first piece of code in a page after a place in it: what a reader would copy there. */
export function codeAfter(text: string, place: string): string {
  const [, code] = /<code class="\w+">(.*?)<\/code>/s.exec(text.slice(text.indexOf(place))) ?? [];
  if (code === undefined || !text.includes(place)) throw new Error(`The page has no code after ${place}`);
  return unescaped(code);
}
