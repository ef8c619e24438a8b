import { readFileSync } from 'node:fs';
import type { Release } from './changelog.ts';
import { samplesOf, type Samples } from './emit-samples.ts';
import { anchor, Html, html, Markdown, none } from './html.ts';
import type { Contract, Field, Model, Operation, Parameter, ProblemHelp, Response, Type } from './model.ts';

/**
 * The API reference as static pages that need no script and no network: for a newcomer's first request, and for looking
 * things up. Returns file name → text. Links are relative, so that the pages work from a disk, below /docs of a backend
 * and at any other address.
 */
export async function emitReference(contract: Contract, releases: readonly Release[]): Promise<Map<string, string>> {
  const samples = new Map<string, Samples>();
  for (const operation of contract.operations) samples.set(operation.id, await samplesOf(contract, operation));
  const reference = new Reference(contract, samples);
  return new Map([
    ['index.html', reference.operationsPage()],
    ['objects.html', reference.objectsPage()],
    ['changelog.html', reference.changelogPage(releases)],
    ['problems/index.html', reference.problemsPage()],
    ...contract.problems.map((problem): [string, string] => [`problems/${problem.code}.html`, reference.problemPage(problem)]),
    ['reference.css', asset('reference.css')],
    ['copy.js', asset('copy.js')],
  ]);
}

const asset = (name: string): string => readFileSync(new URL(`reference/${name}`, import.meta.url), 'utf8');

class Reference {
  private readonly contract: Contract;
  private readonly samples: ReadonlyMap<string, Samples>;

  constructor(contract: Contract, samples: ReadonlyMap<string, Samples>) {
    this.contract = contract;
    this.samples = samples;
  }

  // ------------------------------------------------------------------------------------------------- pages

  operationsPage(): string {
    const { info, tags } = this.contract;
    const markdown = this.markdown('');
    const headings = [...info.description.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title);
    const contents = html`<ul>
        ${headings.map((title) => html`<li><a href="#${anchor(title)}">${title}</a></li> `)}
        <li><a href="#samples">The samples</a></li>
      </ul>
      ${tags.map(
        ({ name }) =>
          html`<h2>${name}</h2>
            <ul>
              ${this.operationsOf(name).map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li> `)}
            </ul> `,
      )}`;
    const main = html`<h1>${info.title} <small>${info.version}</small></h1>
      <p class="lead">${info.summary}</p>
      ${markdown.block(info.description)} ${SAMPLES_EXPLAINED}
      ${tags.map(
        ({ name, description }) =>
          html`<section>
            <h2 id="${anchor(name)}">${name}</h2>
            <p>${markdown.inline(description)}</p>
            ${this.operationsOf(name).map((operation) => this.operation(operation, markdown))}
          </section> `,
      )}`;
    return page({ title: info.title, root: '', contents, main });
  }

  objectsPage(): string {
    const markdown = this.markdown('');
    const { models } = this.contract;
    return page({
      title: 'Objects',
      root: '',
      contents: html`<ul>
        ${models.map(({ name }) => html`<li><a href="#${name}">${name}</a></li> `)}
      </ul>`,
      main: html`<h1>Objects</h1>
        <p class="lead">
          What operations take and give. An answer may hold more fields and values than are listed here: ignore those that you do not know.
        </p>
        ${models.map((model) => objectSection(model, markdown))}`,
    });
  }

  changelogPage(releases: readonly Release[]): string {
    const markdown = this.markdown('');
    return page({
      title: 'Changes of the API',
      root: '',
      main: html`<h1>Changes of the API</h1>
        <p class="lead">Fields, operations and codes are added; none is removed or given another meaning.</p>
        ${releases.map(
          ({ name, changes }) =>
            html`<h2 id="${anchor(name)}">${name}</h2>
              <ul>
                ${changes.map(({ kind, text }) => html`<li><b>${kind}</b>: ${markdown.inline(text)}</li> `)}
              </ul> `,
        )}`,
    });
  }

  problemsPage(): string {
    return page({
      title: 'Problems',
      root: '../',
      main: html`<h1>Problems</h1>
        <p class="lead">Every error has a <code>code</code>. Each has a page that says what it means and what to do.</p>
        ${table(
          'All problems',
          ['Code', 'Status', 'In words'],
          this.contract.problems.map(({ code, status, title }) => [
            html`<a href="${code}.html"><code>${code}</code></a>`,
            String(status),
            title,
          ]),
        )}`,
    });
  }

  problemPage(problem: ProblemHelp): string {
    const { code, title, status, meaning, remedy } = problem;
    const markdown = this.markdown('../');
    return page({
      title,
      root: '../',
      main: html`<p><a href="index.html">Problems</a></p>
        <h1>${title}</h1>
        <p class="lead"><code>${code}</code>, HTTP status ${String(status)}</p>
        <h2 id="meaning">What it means</h2>
        <p>${markdown.inline(meaning)}</p>
        <h2 id="remedy">What to do</h2>
        <p>${markdown.inline(remedy)}</p>
        <h2 id="when">When it happens</h2>
        ${this.occurrences(code)}
        <h2 id="example">An example</h2>
        ${codeBlock(`example of ${code}`, 'json', JSON.stringify(exampleOf(problem), null, 2))}`,
    });
  }

  // ------------------------------------------------------------------------------------------------- parts

  private operationsOf(tag: string): Operation[] {
    return this.contract.operations.filter((operation) => operation.tag === tag);
  }

  /** @param root from the page to the folder of all pages */
  private markdown(root: string): Markdown {
    const codes = new Set(this.contract.problems.map(({ code }) => code));
    return new Markdown((word) => (codes.has(word) ? `${root}problems/${word}.html` : undefined));
  }

  private operation(operation: Operation, markdown: Markdown): Html {
    const { id, method, path, summary, description, parameters, body, responses } = operation;
    return html`<article id="${id}">
      <h3><a href="#${id}">${summary}</a></h3>
      <p class="address"><b>${method}</b> <code>${path}</code></p>
      ${markdown.block(description)}
      <p>${access(operation)}</p>
      ${parameters.length === 0 ? none : parametersTable(summary, parameters, markdown)}
      ${body !== undefined ? this.bodyTable(summary, body.name, markdown) : none} ${this.sampleBlocks(operation)}
      <h4>Answers</h4>
      ${responsesTable(summary, responses, markdown)} ${responses.map((response) => answerExample(summary, response))}
    </article> `;
  }

  private bodyTable(of: string, name: string, markdown: Markdown): Html {
    const model = this.contract.models.find((candidate) => candidate.name === name);
    return html`<h4>Body: <a href="objects.html#${name}">${name}</a></h4>
      ${model === undefined ? none : fieldsTable(`Body of ${of}`, model.fields, markdown)}`;
  }

  /** Only one of the three is open at a time; a browser that does not know that opens what is asked for. */
  private sampleBlocks({ id, summary }: Operation): Html {
    const { curl, typescript, php } = this.samples.get(id) ?? { curl: '', typescript: '', php: '' };
    const block = (name: string, language: string, text: string): Html =>
      html`<details name="${id}" ${language === 'sh' ? new Html(' open') : none} data-sample="${id}">
        <summary>${name}</summary>
        ${codeBlock(`${name} sample of ${summary}`, language, text)}
      </details> `;
    return html`<div class="samples">${block('curl', 'sh', curl)}${block('TypeScript', 'ts', typescript)}${block('PHP', 'php', php)}</div>`;
  }

  /** The operations that can answer with a code. */
  private occurrences(code: string): Html {
    const { operations } = this.contract;
    const found = operations.filter(({ responses }) => responses.some(({ problems }) => problems.includes(code)));
    if (found.length === operations.length) return html`<p>Every operation can answer with it.</p>`;
    return html`<p>These operations can answer with it:</p>
      <ul>
        ${found.map(
          ({ id, method, path, summary }) =>
            html`<li><a href="../index.html#${id}">${summary}</a> <span class="quiet">${method} ${path}</span></li> `,
        )}
      </ul>`;
  }
}

const SAMPLES_EXPLAINED = html`<h2 id="samples">The samples</h2>
  <p>
    Each operation is shown in three ways. All send the same request to the backend that <code>npm start</code> runs, and take the API key
    from the environment variable <code>IGNY8_API_KEY</code>. The ids in them are examples: put yours in their place.
  </p>
  <ul>
    <li><b>curl</b> for a shell.</li>
    <li>
      <b>TypeScript</b> with <code>@igny8/sdk</code>, for Node.js from version 20 and for browsers. It adds idempotency keys, tries again
      where that is safe, and goes through all pages of a list.
    </li>
    <li>
      <b>PHP</b> with the HTTP functions of WordPress, for plugins and themes: nothing has to be installed. The plugin IGNY8 Bridge has a
      client with a class for every object; it is part of that plugin and not meant for others.
    </li>
  </ul>
  <p>
    For tools a running backend gives the contract itself, OpenAPI 3.1, at <code>/docs/openapi.yaml</code> and
    <code>/docs/openapi.json</code>.
  </p>`;

function access({ scope }: Operation): Html {
  if (scope === 'public') return html`Works without a key.`;
  return scope === 'signed_in' ? html`Works with any valid key or session.` : html`Needs the scope <code>${scope}</code>.`;
}

const parametersTable = (of: string, parameters: readonly Parameter[], markdown: Markdown): Html =>
  html`<h4>Parameters</h4>
    ${table(
      `Parameters of ${of}`,
      ['Name', 'Type', 'What it is'],
      parameters.map((parameter) => [
        html`<code>${parameter.name}</code><br /><span class="quiet">${parameter.in}${parameter.required ? ', required' : ''}</span>`,
        typeText(parameter.type),
        explained(parameter, markdown),
      ]),
    )}`;

const fieldsTable = (name: string, fields: readonly Field[], markdown: Markdown): Html =>
  table(
    name,
    ['Field', 'Type', 'What it is'],
    fields.map((field) => [
      html`<code>${field.name}</code>${field.required ? none : html`<br /><span class="quiet">optional</span>`}`,
      typeText(field.type),
      explained(field, markdown),
    ]),
  );

/** A wide one scrolls on a narrow screen, so it can be focused, as code can. */
const table = (name: string, heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html =>
  html`<div class="table" role="group" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th> `)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td> `)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;

const explained = ({ description, rules }: Field | Parameter, markdown: Markdown): Html =>
  html`${markdown.inline(description)}${rules.length === 0 ? none : html` <span class="quiet">${markdown.inline(rules.join('; '))}</span>`}`;

function typeText(type: Type): Html {
  const or = type.nullable ? ' or null' : '';
  switch (type.kind) {
    case 'model':
      return html`<a href="objects.html#${type.name}">${type.name}</a>${or}`;
    case 'array':
      return html`list of ${typeText(type.of)}${or}`;
    case 'map':
      return html`map of ${typeText(type.of)}${or}`;
    case 'any':
      return html`anything`;
    default:
      return html`${type.kind}${or}`;
  }
}

const responsesTable = (of: string, responses: readonly Response[], markdown: Markdown): Html =>
  table(
    `Answers of ${of}`,
    ['Status', 'When', 'Body'],
    responses.map(({ status, description, type }) => [
      status === 'default' ? 'others' : status,
      markdown.inline(description),
      type === undefined ? 'none' : typeText(type),
    ]),
  );

const answerExample = (of: string, { status, example }: Response): Html =>
  status.startsWith('2') && example !== undefined
    ? html`<details>
        <summary>What ${status} looks like</summary>
        ${codeBlock(`${status} answer of ${of}`, 'json', JSON.stringify(example, null, 2))}
      </details> `
    : none;

const objectSection = ({ name, description, fields, example }: Model, markdown: Markdown): Html =>
  html`<section id="${name}">
    <h2><a href="#${name}">${name}</a></h2>
    <p>${markdown.inline(description)}</p>
    ${fieldsTable(`Fields of ${name}`, fields, markdown)}
    <details>
      <summary>Example</summary>
      ${codeBlock(`example of ${name}`, 'json', JSON.stringify(example, null, 2))}
    </details>
  </section> `;

const exampleOf = ({ code, title, status, example }: ProblemHelp): object => ({
  type: `/docs/problems/${code}`,
  title,
  status,
  detail: '',
  instance: '/sites/019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21/',
  code,
  request_id: '019aa5e2-7c3b-7d7e-9a41-0c5d8e7f6a21',
  ...example,
});

/**
 * Long lines scroll, so it can be focused: a keyboard scrolls only what has the focus.
 * @param name what is copied with its button
 */
const codeBlock = (name: string, language: string, text: string): Html =>
  html`<pre tabindex="0" role="group" aria-label="${name}"><code class="${language}">${text}</code></pre>`;

interface Page {
  readonly title: string;
  /** From the page to the folder of all pages. */
  readonly root: string;
  readonly contents?: Html;
  readonly main: Html;
}

/** What a backend serves the pages with, for wherever else they lie; of who may frame them only a header can say. */
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'";

const page = ({ title, root, contents = none, main }: Page): string =>
  html`<!doctype html>
    <!-- Generated from openapi.yaml; do not edit. Make it anew with: npm run codegen -->
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === 'IGNY8 API' ? title : `${title} – IGNY8 API`}</title>
        <link rel="stylesheet" href="${root}reference.css" />
        <script src="${root}copy.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        <nav aria-label="Contents">
          <ul>
            <li>
              <a href="${root}index.html"><b>IGNY8 API</b></a>
            </li>
            <li><a href="${root}objects.html">Objects</a></li>
            <li><a href="${root}problems/index.html">Problems</a></li>
            <li><a href="${root}changelog.html">Changes</a></li>
          </ul>
          ${contents}
        </nav>
        <main id="main">${main}</main>
      </body>
    </html> `.text;
