import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Administrator, linkOf, signIn, textOf } from '../../testing/administrator.ts';
import { run } from '../../testing/process.ts';
import { PLUGIN, startWordPress, type WordPress } from '../../testing/wordpress.ts';
import { pluginVersion, pluginZip } from '../../tools/zip.ts';
import { versionUnderTest } from './version.ts';

/** The zip, and what an administrator does with it: installs it, updates it over itself, deletes it. */
const FILE = 'igny8-bridge/igny8-bridge.php';
const SUPPORT = fileURLToPath(new URL('../Support', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'bridge-zip-'));
const archive = pluginZip();
const upload = new File([new Uint8Array(archive)], `igny8-bridge-${pluginVersion()}.zip`, { type: 'application/zip' });
let site: WordPress;
let administrator: Administrator;

before(async () => {
  site = await startWordPress({
    version: versionUnderTest(),
    bare: true,
    apiUrl: 'http://127.0.0.1:9',
    appUrl: 'http://127.0.0.1:9',
    workDir: join(folder, 'site'),
    constants: { FS_METHOD: 'direct' },
  });
  administrator = await signIn(site);
});

after(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the same files give the same bytes, whenever and wherever they were written', () => {
  const copy = join(folder, 'copy');
  cpSync(PLUGIN, copy, { recursive: true });
  utimesSync(join(copy, 'igny8-bridge.php'), 1_000_000_000, 1_000_000_000);
  writeFileSync(join(copy, '.DS_Store'), 'x');
  mkdirSync(join(copy, '.git'));
  writeFileSync(join(copy, '.git/config'), 'x');
  assert.equal(pluginZip(copy).compare(archive), 0);
});

test('a file that no plugin ships is refused', () => {
  const copy = join(folder, 'dirty');
  cpSync(PLUGIN, copy, { recursive: true });
  writeFileSync(join(copy, 'src/Plugin.php.orig'), '');
  assert.throws(() => pluginZip(copy), /Plugin\.php\.orig is no file of a plugin/);
});

test('the command prints where the zip is, its size and its SHA-256', () => {
  const out = join(folder, 'out/plugin.zip');
  const said = run(process.execPath, [fileURLToPath(new URL('../../tools/zip.ts', import.meta.url)), out]);
  assert.match(said, new RegExp(`^${out}\n${String(archive.length)} bytes\nSHA-256 [0-9a-f]{64}\n$`));
  assert.equal(readFileSync(out).compare(archive), 0);
});

test('a bare WordPress takes the zip', async () => {
  const page = await administrator.send(await administrator.open('plugin-install.php?tab=upload'), 'action=upload-plugin', {
    pluginzip: upload,
  });
  assert.match(textOf(page), /Plugin installed successfully/);
  const page2 = await administrator.open(linkOf(page, 'action=activate'));
  assert.match(textOf(page2), /Plugin activated/);
  assert.doesNotMatch(textOf(page2), /unexpected output/);
  assert.deepEqual(complaints(), []);
});

test('the settings page opens', async () => {
  const page = textOf(await administrator.open(site.settingsUrl));
  assert.match(page, /Connect to IGNY8.*Connection Status.*Not connected/);
  assert.deepEqual(complaints(), []);
});

test('an update keeps the connection', async () => {
  assert.equal(await site.wpEval(CONNECT), 'ready');
  const kept = await stored();
  const question = await administrator.send(await administrator.open('plugin-install.php?tab=upload'), 'action=upload-plugin', {
    pluginzip: upload,
  });
  assert.match(textOf(question), /This plugin is already installed/);
  assert.match(textOf(await administrator.open(linkOf(question, 'overwrite=update-plugin'))), /Plugin updated successfully/);
  assert.match(textOf(await administrator.open(site.settingsUrl)), /Connected & Ready/);
  assert.deepEqual(await stored(), kept);
  assert.deepEqual(complaints(), []);
});

test('switched off it has no event left, and its settings stay', async () => {
  const page = await administrator.open(
    linkOf(await administrator.open('plugins.php'), `action=deactivate&plugin=${encodeURIComponent(FILE)}`),
  );
  assert.match(textOf(page), /Plugin deactivated/);
  assert.equal(
    (await site.sql("SELECT option_value AS value FROM wp_options WHERE option_name = 'cron' AND option_value LIKE '%igny8%'")).length,
    0,
  );
  assert.ok((await stored()).length > 0);
});

test('deleted it leaves nothing', async () => {
  const list = await administrator.open('plugins.php');
  const question = await administrator.open(linkOf(list, 'action=delete-selected'));
  assert.match(textOf(question), /IGNY8 Bridge.*also delete its data/);
  const page = await administrator.send(question, 'action=delete-selected');
  assert.match(textOf(page), /The selected plugin has been deleted/);
  assert.deepEqual(await traces(), []);
  assert.equal(existsSync(join(site.workDir, 'wp-content/plugins/igny8-bridge')), false);
  assert.deepEqual(complaints(), []);
});

/** Connects the site to the backend of the tests. */
const CONNECT = `
require '${SUPPORT}/FakeBackend.php';
$backend = new Igny8\\Bridge\\Tests\\Support\\FakeBackend();
$base    = new Igny8\\Bridge\\Foundation();
$base->connector( igny8_bridge()->collector() )->connect(
	new Igny8\\Bridge\\Connect\\Credentials( $backend::EMAIL, $backend::PASSWORD, $backend::KEY ),
	1,
	'run'
);
return $base->connections()->get()->state;
`;

/** What the plugin remembers. */
const stored = (): Promise<unknown[]> =>
  site.sql("SELECT option_name, option_value FROM wp_options WHERE option_name LIKE 'igny8%' ORDER BY option_name");

/** All that names the plugin anywhere in the database. WordPress's own memory of deleted plugins is not the plugin's. */
async function traces(): Promise<unknown[]> {
  const like = "LIKE '%igny8%'";
  const found = await Promise.all(
    [
      `SELECT option_name AS name FROM wp_options WHERE ( option_name ${like} OR option_value ${like} ) AND option_name NOT IN ( 'recently_activated', '_site_transient_update_plugins' )`,
      `SELECT meta_key AS name FROM wp_usermeta WHERE meta_key ${like}`,
      `SELECT meta_key AS name FROM wp_postmeta WHERE meta_key ${like} OR meta_value ${like}`,
      `SELECT post_title AS name FROM wp_posts WHERE post_title ${like}`,
      `SHOW TABLES ${like}`,
    ].map((query) => site.sql(query)),
  );
  return found.flat();
}

/** The lines of PHP's log that are about the plugin. Old versions of WordPress complain about themselves on newer PHP. */
function complaints(): string[] {
  const file = join(site.workDir, 'debug.log');
  if (!existsSync(file)) return [];
  const core = site.env['IGNY8_TEST_CORE'] ?? '';
  return readFileSync(file, 'utf8')
    .replaceAll(core, '')
    .split('\n')
    .filter((line) => /igny8/i.test(line));
}
