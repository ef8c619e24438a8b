import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../testing/process.ts';

/** WordPress's own functions for texts, as xgettext takes them: which argument is the text, its plural, its context. */
const FUNCTIONS = [
  ...['__', '_e', 'esc_html__', 'esc_attr__', 'esc_html_e', 'esc_attr_e'].map((name) => `${name}:1`),
  ...['_x', '_ex', 'esc_html_x', 'esc_attr_x'].map((name) => `${name}:1,2c`),
  '_n:1,2',
  '_n_noop:1,2',
  '_nx:1,2,4c',
  '_nx_noop:1,2,3c',
];
/** The texts of the plugin's header that WordPress translates. */
const HEADERS = ['Description'];

const PLUGIN = fileURLToPath(new URL('../igny8-bridge', import.meta.url));
const LANGUAGES = join(PLUGIN, 'languages');
const TEMPLATE = 'igny8-bridge.pot';

/**
 * Makes the template from the sources, brings every translation (`.po`) up to it and compiles it (`.mo`).
 * @param into the folder to write to
 * @returns what is wrong with the translations, in words
 */
function make(into: string): string[] {
  const template = join(into, TEMPLATE);
  writeFileSync(template, templateOf(sources()));
  return translations().flatMap((name) => {
    const translation = join(into, name);
    const merged = run('msgmerge', ['--quiet', '--no-fuzzy-matching', '--no-wrap', join(LANGUAGES, name), template]);
    writeFileSync(translation, merged);
    run('msgfmt', ['--check', '--output-file', translation.replace(/po$/, 'mo'), translation]);
    const missing = run('msgattrib', ['--untranslated', '--no-wrap', translation]);
    const obsolete = run('msgattrib', ['--only-obsolete', '--no-wrap', translation]);
    return [
      ...(missing === '' ? [] : [`${name} lacks texts:\n${missing}`]),
      ...(obsolete === '' ? [] : [`${name} has texts that nobody says any more:\n${obsolete}`]),
    ];
  });
}

function templateOf(files: readonly string[]): string {
  const extracted = run(
    'xgettext',
    [
      '--files-from=-',
      '--language=PHP',
      '--from-code=UTF-8',
      ...['--keyword', ...FUNCTIONS.map((name) => `--keyword=${name}`)],
      '--add-comments=translators',
      '--add-location=file',
      '--no-wrap',
      '--package-name=IGNY8 Bridge',
      '--output=-',
    ],
    { cwd: PLUGIN, input: files.join('\n') },
  );
  const main = readFileSync(join(PLUGIN, 'igny8-bridge.php'), 'utf8');
  const headers = HEADERS.map((name) => {
    const text = new RegExp(`^ \\* ${name}:\\s+(.+)$`, 'm').exec(main)?.[1];
    if (text === undefined) throw new Error(`igny8-bridge.php has no ${name}.`);
    return `\n#. ${name} of the plugin\n#: igny8-bridge.php\nmsgid ${JSON.stringify(text)}\nmsgstr ""\n`;
  });
  // The day on which it was made would change the file each time.
  const unsaid = /^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To): .*\n/gm;
  return (
    extracted
      .replace(/^(#.*\n)+/, '')
      .replace('charset=CHARSET', 'charset=UTF-8')
      .replace(unsaid, '') + headers.join('')
  );
}

/** The plugin's own sources; what is made from the contract says nothing to people. */
const sources = (): string[] =>
  readdirSync(PLUGIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.php'))
    .sort();

const translations = (): string[] =>
  readdirSync(LANGUAGES)
    .filter((file) => file.endsWith('.po'))
    .sort();

/** @returns why the plugin's template and translations are not those of its sources */
export function wrongTranslations(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'igny8-languages-'));
  try {
    const wrong = make(folder);
    const made = readdirSync(folder).sort();
    const there = readdirSync(LANGUAGES).sort();
    const old = made.filter(
      (name) => !there.includes(name) || !readFileSync(join(folder, name)).equals(readFileSync(join(LANGUAGES, name))),
    );
    const foreign = there.filter((name) => !made.includes(name));
    return [
      ...wrong,
      ...old.map((name) => `languages/${name} is not what the sources say: run npm run translations -w wp-plugin.`),
      ...foreign.map((name) => `languages/${name} belongs to no translation.`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === 'translations.ts') {
  for (const complaint of make(LANGUAGES)) console.log(complaint);
}
