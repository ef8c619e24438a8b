import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Igny8 } from '@igny8/sdk';
import type { Browser } from 'playwright-core';
import { startWordPress, type WordPress } from '../../wp-plugin/testing/wordpress.ts';
import { freePort } from '../lib/ports.ts';
import { launchBrowser, openContext } from './support/browser.ts';
import { InterruptingProxy } from './support/interrupting-proxy.ts';
import { SettingsPage } from './support/settings-page.ts';
import { createAccount, stack as runningStack, type TestAccount } from './support/stack.ts';

jest.setTimeout(90_000);

const IDENTITY = expect.stringMatching(/^POST \/integration\/integrations\/[^/]+\/identity\/$/) as string;
const PUSH = expect.stringMatching(/^POST \/integration\/integrations\/[^/]+\/update-structure\/$/) as string;

/** A WordPress, all that it sends to IGNY8, and somebody in front of its settings page. */
interface Place {
  readonly wordpress: WordPress;
  readonly sent: string[];
  readonly settings: SettingsPage;
}

let folder: string;
let browser: Browser;
let account: TestAccount;
let igny8: Igny8;
let siteId: string;
let original: Place;
let copy: Place;
const proxies: InterruptingProxy[] = [];
const started: WordPress[] = [];

/** A WordPress in a folder, new or with whatever is there, with a way of its own to IGNY8. */
async function start(name: string, constants: Record<string, string> = {}, port?: number): Promise<Omit<Place, 'settings'>> {
  const proxy = await InterruptingProxy.start(runningStack().apiUrl);
  proxies.push(proxy);
  const wordpress = await startWordPress({
    apiUrl: proxy.url,
    appUrl: runningStack().dashboardUrl,
    workDir: join(folder, name),
    content: 'demo',
    constants: { WP_ENVIRONMENT_TYPE: 'production', ...constants },
    ...(port === undefined ? {} : { port }),
  });
  started.push(wordpress);
  return { wordpress, sent: proxy.seen };
}

async function visit(place: Omit<Place, 'settings'>, javaScriptEnabled = true): Promise<Place> {
  const { page } = await openContext(browser, { reducedMotion: 'reduce', javaScriptEnabled });
  const settings = new SettingsPage(page, place.wordpress);
  await settings.signIn();
  return { ...place, settings };
}

/**
 * What WP-CLI's `search-replace` and hosts do: another host in every text of every table. (It is as long as the old one, so PHP can
 * still read what it serialised.)
 */
const searchReplace = (wordpress: WordPress, from: string): Promise<unknown> =>
  wordpress.wpEval(`
    global $wpdb;
    $columns = $wpdb->get_results( "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE() AND data_type IN ( 'varchar', 'text', 'mediumtext', 'longtext' )" );
    foreach ( $columns as $column ) {
      $wpdb->query( $wpdb->prepare( "UPDATE IGNORE \`$column->t\` SET \`$column->c\` = REPLACE( \`$column->c\`, %s, %s )", '${new URL(from).host}', '${new URL(wordpress.url).host}' ) );
    }
    return true;
  `);

/** Keeps what the plugin stored, as a backup does. */
const keep = async ({ wordpress }: Omit<Place, 'settings'>): Promise<void> => {
  await wordpress.sql(`CREATE TABLE kept AS SELECT option_name, option_value, autoload FROM wp_options WHERE option_name LIKE 'igny8\\_%'`);
};

const restore = async ({ wordpress, sent }: Place): Promise<void> => {
  await wordpress.sql(`DELETE FROM wp_options WHERE option_name LIKE 'igny8\\_%'`);
  await wordpress.sql(`INSERT INTO wp_options ( option_name, option_value, autoload ) SELECT * FROM kept`);
  sent.length = 0;
};

const push = ({ wordpress }: Pick<Place, 'wordpress'>): Promise<unknown> =>
  wordpress.wpEval('return igny8_sync_site_structure_to_backend();');

/** All that sends by itself or when a program asks. */
async function letItTry(place: Pick<Place, 'wordpress'>): Promise<void> {
  expect(await push(place)).not.toBe(true);
  await place.wordpress.runCron('igny8_sync_site_structure');
  await place.wordpress.runCron('igny8_bridge_retry');
}

const safeMode = (place: Pick<Place, 'wordpress'>): string =>
  `Safe mode. Connected as ${original.wordpress.url}, now at ${place.wordpress.url}. Nothing is sent.`;

async function choose({ settings }: Place, choice: string): Promise<void> {
  await settings.open();
  await settings.page.getByLabel(choice).check();
  await settings.page.getByRole('button', { name: 'Save choice' }).click();
  await settings.page.locator('.igny8-notice').waitFor();
}

/** On both sides, and it can send. */
async function expectConnected({ settings, wordpress }: Place, site = siteId): Promise<void> {
  expect(await push({ wordpress })).toBe(true);
  await settings.open();
  expect([await settings.state(), await settings.status()]).toEqual(['ready', 'Connected']);
  expect(await igny8.sites.get(site)).toMatchObject({ home_url: wordpress.url, integration: { status: 'ready' } });
}

function becomeEnvironment({ wordpress }: Place, type: string): Promise<void> {
  const file = join(wordpress.workDir, 'wp-config.php');
  const config = readFileSync(file, 'utf8');
  writeFileSync(file, config.replace(/'WP_ENVIRONMENT_TYPE', '\w+'/, `'WP_ENVIRONMENT_TYPE', '${type}'`));
  return wordpress.restartPhp();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-safe-mode-'));
  const stack = runningStack();
  browser = await launchBrowser();
  account = await createAccount(stack);
  igny8 = new Igny8({ baseUrl: stack.apiUrl, token: account.apiKey });
  const first = await start('original');
  siteId = (await igny8.sites.create({ home_url: first.wordpress.url })).id;
  const { settings } = await visit(first);
  await settings.open();
  await settings.connect(account);
  expect(await settings.notice()).toContain('Connected.');
  await keep(first);
  // A database is copied while nobody writes to it.
  await first.wordpress.stop();
  for (const name of ['copy', 'clone']) cpSync(join(folder, 'original'), join(folder, name), { recursive: true, verbatimSymlinks: true });
  original = await visit(await start('original', {}, Number(new URL(first.wordpress.url).port)));
  const second = await start('copy');
  await searchReplace(second.wordpress, original.wordpress.url);
  copy = await visit(second);
});
afterAll(async () => {
  await browser.close();
  await Promise.all(started.map((wordpress) => wordpress.stop()));
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await restore(original);
  await restore(copy);
});
// Whatever became of the copy, and whatever somebody chose there.
afterEach(() => expectConnected(original));

test('a copy whose database was searched for the address and changed sends nothing and asks what it is', async () => {
  await letItTry(copy);
  await copy.settings.open();
  expect([await copy.settings.state(), await copy.settings.status()]).toEqual(['safe_mode', safeMode(copy)]);
  for (const choice of ['This site has moved', 'This is a copy', 'Stay off']) {
    expect(await copy.settings.page.getByLabel(choice).isChecked()).toBe(false);
  }
  expect(copy.sent).toEqual([]);
});

test('a copy that has its address from wp-config.php sends nothing and asks what it is', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const clone = await visit(await start('clone', { WP_HOME: url, WP_SITEURL: url }, port));
  await letItTry(clone);
  await clone.settings.open();
  expect([await clone.settings.state(), await clone.settings.status()]).toEqual(['safe_mode', safeMode(clone)]);
  expect(clone.sent).toEqual([]);
});

test('a site that has moved is the connected one, the old place asks, and may become it again', async () => {
  try {
    await choose(copy, 'This site has moved');
    expect(await copy.settings.notice()).toContain('Saved.');
    expect(copy.sent).toEqual([IDENTITY, PUSH]);
    await expectConnected(copy);
    expect(await push(original)).not.toBe(true);
    await original.settings.open();
    expect(await original.settings.state()).toBe('safe_mode');
    original.sent.length = 0;
    await letItTry(original);
    expect(original.sent).toEqual([]);
    expect(await igny8.sites.get(siteId)).toMatchObject({ home_url: copy.wordpress.url, integration: { status: 'ready' } });
  } finally {
    await original.settings.open();
    if ((await original.settings.state()) === 'safe_mode') await choose(original, 'This site has moved');
  }
  await expectConnected(original);
  expect(await push(copy)).not.toBe(true);
  await copy.settings.open();
  expect(await copy.settings.state()).toBe('safe_mode');
});

describe.each([
  ['with', true],
  ['without', false],
])('%s JavaScript', (_, javaScriptEnabled) => {
  test('a copy becomes a site of its own, with an integration of its own', async () => {
    const place = await visit(copy, javaScriptEnabled);
    await choose(place, 'This is a copy');
    expect(await place.settings.notice()).toBe('Saved. The original stays connected. Connect this copy as a site of its own.');
    expect([await place.settings.state(), await place.settings.status()]).toEqual(['not_connected', 'Not connected']);
    expect(copy.sent).toEqual([IDENTITY]);
    await letItTry(place);
    expect(copy.sent).toEqual([IDENTITY]);
    await expectConnected(original);

    const own = await igny8.sites.create({ home_url: copy.wordpress.url });
    try {
      await place.settings.open();
      await place.settings.connect(account);
      expect(await place.settings.notice()).toContain('Connected. 3 post types, 3 taxonomies sent.');
      await expectConnected(place, own.id);
      const integrations = (await igny8.integrations.list()).data.map(({ id, site_id }) => ({ id, site_id }));
      expect(new Set(integrations.map(({ id }) => id)).size).toBe(2);
      expect(new Set(integrations.map(({ site_id }) => site_id))).toEqual(new Set([siteId, own.id]));
    } finally {
      await igny8.sites.delete(own.id);
      await place.settings.page.context().close();
    }
  });
});

test('a copy that stays off sends nothing until somebody chooses otherwise', async () => {
  await choose(copy, 'Stay off');
  expect(await copy.settings.notice()).toContain('Saved.');
  await letItTry(copy);
  expect(copy.sent).toEqual([]);
  await copy.settings.open();
  expect([await copy.settings.state(), await copy.settings.status()]).toEqual(['safe_mode', safeMode(copy)]);
  expect(await copy.settings.page.getByLabel('Stay off').isChecked()).toBe(true);
  await choose(copy, 'This is a copy');
  expect(await copy.settings.state()).toBe('not_connected');
});

test('a copy can be disconnected, and IGNY8 hears nothing of that', async () => {
  const { page } = copy.settings;
  await copy.settings.open();
  await page.getByRole('link', { name: 'Disconnect site' }).click();
  await page.getByRole('button', { name: 'Disconnect site' }).click();
  await page.locator('#igny8-status[data-state=disconnected]').waitFor();
  expect(await copy.settings.notice()).toBe('Disconnected. Content stays in IGNY8.');
  await letItTry(copy);
  expect(copy.sent).toEqual([]);
});

test('a production site that becomes a staging site sends nothing until somebody allows it', async () => {
  const { settings } = original;
  try {
    await becomeEnvironment(original, 'staging');
    await letItTry(original);
    await settings.open();
    expect([await settings.state(), await settings.status()]).toEqual([
      'safe_mode',
      'Safe mode. This site became a staging site. Nothing is sent.',
    ]);
    expect(original.sent).toEqual([]);
    await settings.page.getByRole('button', { name: 'Allow sync' }).click();
    await settings.page.locator('#igny8-status[data-state=ready]').waitFor();
    expect(await settings.notice()).toBe('Saved.');
    expect(original.sent).toEqual([PUSH]);
    await expectConnected(original);
  } finally {
    await restore(original);
    await becomeEnvironment(original, 'production');
  }
});
