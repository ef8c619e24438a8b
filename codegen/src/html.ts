import { Marked } from 'marked';

/** HTML that is safe to put into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | Html | readonly Content[];

/** A template of HTML: texts in it are escaped, HTML and lists of either are put in as they are. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(String.raw({ raw: parts }, ...contents.map(render)));

export const none = new Html('');

function render(content: Content): string {
  if (content instanceof Html) return content.text;
  return typeof content === 'string' ? escaped(content) : content.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** `Keys and sessions` → `keys-and-sessions`. */
export const anchor = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Whether it leads to a page. One with `javascript:` would run in this one. */
const isAddress = (href: string): boolean =>
  ['https:', 'http:', 'mailto:'].includes(URL.parse(href, 'https://page.example')?.protocol ?? '');

/** Turns the contract's Markdown into HTML. */
export class Markdown {
  private readonly marked: Marked;

  /** @param linkOf where a word that is set as code leads, if anywhere */
  constructor(linkOf: (word: string) => string | undefined) {
    this.marked = new Marked({
      renderer: {
        // Markdown takes `<type>` for HTML: in a contract it is a text.
        html: ({ text }) => escaped(text),
        heading: ({ text }) => html`<h2 id="${anchor(text)}">${text}</h2>`.text,
        link({ href, tokens }) {
          const text = new Html(this.parser.parseInline(tokens));
          return (isAddress(href) ? html`<a href="${href}">${text}</a>` : text).text;
        },
        codespan: ({ text }) => {
          const link = linkOf(text);
          return (link === undefined ? html`<code>${text}</code>` : html`<a href="${link}"><code>${text}</code></a>`).text;
        },
      },
    });
  }

  block(text: string): Html {
    return new Html(this.marked.parse(text, { async: false }).trimEnd());
  }

  inline(text: string): Html {
    return new Html(this.marked.parseInline(text, { async: false }));
  }
}
