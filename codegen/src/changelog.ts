import { lexer, type Tokens } from 'marked';

/** What a release changed in the API. */
export interface Release {
  /** Such as `0.1.0 (2025-12-01)`, or `Unreleased`. */
  readonly name: string;
  readonly changes: readonly { readonly kind: string; readonly text: string }[];
}

const PREFIX = 'API: ';

/** The API's part of CHANGELOG.md: the entries that begin with `API: `, in Markdown, by release, the newest first. */
export function readReleases(changelog: string): readonly Release[] {
  const releases: { name: string; changes: { kind: string; text: string }[] }[] = [];
  let kind = '';
  for (const token of lexer(changelog)) {
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      if (depth === 2) releases.push({ name: text.replaceAll(/[[\]]/g, ''), changes: [] });
      if (depth === 3) kind = text;
    }
    if (token.type === 'list') {
      const texts = (token as Tokens.List).items.map(({ text }) => text).filter((text) => text.startsWith(PREFIX));
      releases.at(-1)?.changes.push(...texts.map((text) => ({ kind, text: text.slice(PREFIX.length) })));
    }
  }
  return releases.filter(({ changes }) => changes.length > 0);
}
