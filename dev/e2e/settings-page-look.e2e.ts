import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Igny8 } from '@igny8/sdk';
import type { Browser, Page } from 'playwright-core';
import { startWordPress, type WordPress } from '../../wp-plugin/testing/wordpress.ts';
import { type Complaints, launchBrowser, openContext } from './support/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/dashboard.ts';
import { InterruptingProxy } from './support/interrupting-proxy.ts';
import { SettingsPage } from './support/settings-page.ts';
import { createAccount, stack as runningStack, type TestAccount } from './support/stack.ts';

jest.setTimeout(90_000);

const PAGE = '#igny8-bridge';
const LOG = '#igny8-log-screen';
const CONNECTION = 'igny8_bridge_connection';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 800 };

/** What a site can be like, switched by an option: no types or very many, some with a long name; right to left. And the colours. */
const SITE = `<?php
add_filter( 'get_user_option_admin_color', function ( $colours ) {
	return sanitize_key( $_GET['colours'] ?? $colours );
} );
add_filter( 'gettext_with_context', function ( $translation, $text, $context ) {
	return 'text direction' === $context && 'rtl' === get_option( 'test_site' ) ? 'rtl' : $translation;
}, 10, 3 );
add_action( 'init', function () {
	if ( 'none' === get_option( 'test_site' ) ) {
		add_filter( 'igny8_post_types', '__return_empty_array' );
		add_filter( 'igny8_taxonomies', '__return_empty_array' );
	}
	for ( $number = 1; 'many' === get_option( 'test_site' ) && $number <= 510; $number++ ) {
		$long  = array( 7 => str_repeat( 'Donaudampfschifffahrt', 9 ), 8 => str_repeat( 'all the long names ', 10 ) );
		$label = $long[ $number ] ?? "Type $number";
		register_post_type( "type_$number", array( 'label' => $label, 'public' => true, 'show_ui' => false ) );
		register_taxonomy( "sort_$number", "type_$number", array( 'label' => $label, 'public' => true ) );
	}
} );
`;

const now = Math.floor(Date.now() / 1000);
const trouble = { next_try: now + 360, request_id: '0df49830-92da-45ca-afa5-21948f5fc45b' };
const nothing = { sealed_key: null, key_hint: null, sealed_secret: null, registration: null };
/** States that take long to come about by themselves: what is stored then, other than on a site that was just connected. */
const STATES = {
  'not connected': { ...nothing, state: 'not_connected', integration_id: null, site_id: null, home: null, connected_by: null },
  ready: {},
  degraded: { ...trouble, state: 'degraded', trouble: 'timeout' },
  'structure refused': {
    ...trouble,
    state: 'structure_refused',
    trouble: 'validation_failed',
    trouble_detail: 'A long reason. '.repeat(12),
  },
  'needs reconnect': { state: 'needs_reconnect', trouble: 'key_expired' },
  'safe mode': { state: 'safe_mode', trouble: 'moved', home: btoa(`https://${'long-'.repeat(12)}name.example.com`) },
  'another environment': { state: 'safe_mode', trouble: 'environment_changed', environment_type: 'production' },
  inactive: { ...trouble, state: 'inactive', trouble: 'site_inactive' },
  disconnected: { ...nothing, state: 'disconnected', disconnected_at: now - 60, disconnected_by: 1 },
};

let folder: string;
let proxy: InterruptingProxy;
let wordpress: WordPress;
let browser: Browser;
let settings: SettingsPage;
let page: Page;
let complaints: Complaints;
let account: TestAccount;
/** What is stored of a site that was just connected. */
let ready: object;

const store = (option: string, value: string): Promise<unknown> =>
  wordpress.sql(
    `INSERT INTO wp_options ( option_name, option_value, autoload ) VALUES ( '${option}', FROM_BASE64( '${btoa(value)}' ), 'off' )
     ON DUPLICATE KEY UPDATE option_value = VALUES( option_value )`,
  );
const be = (state: keyof typeof STATES): Promise<unknown> => store(CONNECTION, JSON.stringify({ ...ready, ...STATES[state] }));
const site = (kind: '' | 'rtl' | 'none' | 'many'): Promise<unknown> => store('test_site', kind);
const openLog = (): Promise<unknown> => page.goto(`${wordpress.settingsUrl}-log`);
const openWith = async (query: string): Promise<void> => {
  await page.goto(`${wordpress.settingsUrl}&${query}`);
};
/** The same in one of WordPress's darker colour schemes: there only the colours are others. */
const openInMidnight = async (query = ''): Promise<void> => {
  await openWith(`colours=midnight${query}`);
  expect(await page.locator('body.admin-color-midnight').count()).toBe(1);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-look-'));
  const stack = runningStack();
  proxy = await InterruptingProxy.start(stack.apiUrl);
  wordpress = await startWordPress({ apiUrl: proxy.url, appUrl: stack.dashboardUrl, workDir: folder, content: 'demo' });
  mkdirSync(join(folder, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(join(folder, 'wp-content/mu-plugins/test-site.php'), SITE);
  account = await createAccount(stack);
  await new Igny8({ baseUrl: stack.apiUrl, token: account.apiKey }).sites.create({ home_url: wordpress.url });
  browser = await launchBrowser();
  ({ page, complaints } = await openContext(browser, { reducedMotion: 'reduce' }));
  settings = new SettingsPage(page, wordpress);
  await settings.signIn();
  await settings.open();
  await settings.connect(account);
  expect(await settings.notice()).toContain('Connected.');
  const [row] = await wordpress.sql(`SELECT option_value FROM wp_options WHERE option_name = '${CONNECTION}'`);
  ready = JSON.parse(String(row?.['option_value'])) as object;
});
afterAll(async () => {
  await browser.close();
  await wordpress.stop();
  await proxy.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  complaints.messages.length = 0;
  await page.setViewportSize(WIDE);
  await be('ready');
  await site('');
});
afterEach(() => {
  expect(complaints.messages.filter((message) => !message.startsWith('asked for'))).toEqual([]);
});

interface Box {
  getBoundingClientRect(): { readonly left: number; readonly right: number; readonly width: number; readonly height: number };
  readonly outerHTML: string;
}

/** Nothing that the plugin shows is outside the window, and a finger hits what can be pressed. WordPress's own bars are its own. */
async function expectRoom(): Promise<void> {
  const { width } = page.viewportSize() ?? WIDE;
  const parts = page.locator(
    '#wpbody-content .wrap :not(.screen-reader-text, .screen-reader-text *, thead, thead *, template, template *)',
  );
  const outside = await parts.evaluateAll(
    (boxes: Box[], edge) =>
      boxes
        .filter((box) => {
          const { left, right, width: own } = box.getBoundingClientRect();
          return own > 0 && (left < 0 || right > edge);
        })
        .map((box) => box.outerHTML.slice(0, 200)),
    width,
  );
  expect(outside).toEqual([]);
  if (width > 782) return;
  const pressed = page.locator('#wpbody-content .wrap :is(.button, summary, .igny8-choices label):visible');
  expect(
    await pressed.evaluateAll((boxes: Box[]) => Math.min(...boxes.map((box) => box.getBoundingClientRect().height))),
  ).toBeGreaterThanOrEqual(44);
}

/** How well the text of a filled button is to be read; axe does not look through a ground of two layers. */
async function contrastOfFilledButton(): Promise<number> {
  const styles = await page.evaluate<string[]>(
    `(({ color, backgroundColor, backgroundImage }) => [color, backgroundColor, backgroundImage])(
      getComputedStyle(document.querySelector('#wpbody-content .button-primary')),
    )`,
  );
  const [text = [], ground = [], [, , , veil = 0] = []] = styles.map((style) =>
    [...style.matchAll(/[\d.]+/g)].map(([number]) => Number(number)),
  );
  const luminance = (colour: number[]): number =>
    colour
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  return (luminance(text) + 0.05) / (luminance(ground.map((value) => value * (1 - veil))) + 0.05);
}

describe('nothing is hard to read, to reach or too wide', () => {
  test.each(Object.keys(STATES) as (keyof typeof STATES)[])('%s', async (state) => {
    await be(state);
    await settings.open();
    if (state === 'ready') await page.locator('.igny8-log summary').click();
    await expectAccessible(page, PAGE);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    await expectRoom();
    await openInMidnight();
    await expectAccessible(page, PAGE, ['color-contrast']);
  });

  test('the activity log', async () => {
    await openLog();
    await expectAccessible(page, LOG);
    await page.setViewportSize(NARROW);
    await expectAccessible(page, LOG);
    await expectNoSidewaysScroll(page);
    await expectRoom();
    await page.goto(`${wordpress.settingsUrl}-log&colours=midnight&level=warning`);
    await page.getByText('Nothing matches.').waitFor();
    await expectAccessible(page, LOG, ['color-contrast']);
  });

  test('the question before the site is disconnected', async () => {
    await openWith('igny8-confirm=disconnect');
    await expectAccessible(page, PAGE);
    await openInMidnight('&igny8-confirm=disconnect');
    await page.getByRole('heading', { name: 'Disconnect this site from IGNY8?' }).waitFor();
    await expectAccessible(page, PAGE, ['color-contrast']);
    expect(await contrastOfFilledButton()).toBeGreaterThan(4.5);
    await page.setViewportSize(NARROW);
    await expectRoom();
  });

  test('the steps while it connects, and how it failed', async () => {
    await be('not connected');
    await openInMidnight();
    const login = Promise.withResolvers<undefined>();
    proxy.interrupt({ method: 'POST', path: '/auth/login/', lose: 'nothing', meanwhile: () => login.promise });
    await settings.fill({ ...account, password: 'wrong' });
    await settings.press();
    await page.getByText('Checking password running').waitFor();
    expect(await contrastOfFilledButton()).toBeGreaterThan(4.5);
    await expectAccessible(page, PAGE);
    login.resolve(undefined);
    await settings.over();
    expect(await settings.notice()).toContain('Email or password is wrong.');
    await expectAccessible(page, PAGE);
    await page.setViewportSize(NARROW);
    await expectRoom();
  });
});

test('from right to left all is mirrored', async () => {
  await site('rtl');
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await settings.open();
    expect(await page.locator('html[dir=rtl]').count()).toBe(1);
    const row = page.getByRole('table', { name: 'Post Types' }).locator('tbody tr').first().locator('th, td');
    const [type = 0, kept = 0, limit = 0] = await row.evaluateAll((cells: Box[]) => cells.map((cell) => cell.getBoundingClientRect().left));
    expect(type).toBeGreaterThan(kept);
    expect(kept).toBeGreaterThan(limit);
    const icon = (await page.locator('#igny8-status .dashicons').boundingBox())?.x ?? 0;
    expect(icon).toBeGreaterThan((await page.locator('#igny8-status-text').boundingBox())?.x ?? Infinity);
    await expectRoom();
    await openLog();
    await expectRoom();
  }
  await be('safe mode');
  await settings.open();
  await expectRoom();
  await expectAccessible(page, PAGE);
});

test('enlarged to 200 % and to 400 % it needs no sideways scroll', async () => {
  for (const width of [WIDE.width / 2, WIDE.width / 4]) {
    await page.setViewportSize({ width, height: 450 });
    await settings.open();
    await page.locator('.igny8-log summary').click();
    await expectRoom();
  }
});

test('500 types of a kind with long names stay readable, on a telephone too', async () => {
  await site('many');
  await settings.open();
  for (const table of ['Post Types', 'Taxonomies']) {
    expect(await page.getByRole('table', { name: table }).locator('tbody tr').count()).toBe(500);
  }
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await expectRoom();
  const widths = await page
    .locator('.igny8-types :is(th, td)')
    .evaluateAll((cells: Box[]) => cells.map((cell) => cell.getBoundingClientRect().width));
  expect(Math.min(...widths)).toBeGreaterThan(40);
});

test('a site without types says so', async () => {
  await site('none');
  await settings.open();
  await page.getByText('No post types found.').waitFor();
  await page.getByText('No taxonomies found.').waitFor();
  await expectAccessible(page, PAGE);
});

describe('by keyboard', () => {
  const nameOfFocused = (): Promise<string> =>
    page.evaluate('((part) => (part.labels?.[0] ?? part).textContent.trim())(document.activeElement)');
  const isSeen = (): Promise<boolean> =>
    page.evaluate(
      '(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none")(getComputedStyle(document.activeElement))',
    );

  test('everything is reached in the order in which it is read, and where the focus is can be seen', async () => {
    await settings.open();
    await page.getByLabel('Email', { exact: true }).focus();
    const order: string[] = [];
    while (order.length < 20) {
      order.push((await nameOfFocused()).replace(/^just now$|^\d+ min ago$/, 'When the structure was sent'));
      expect([order.at(-1), await isSeen()]).toEqual([order.at(-1), true]);
      if (order.at(-1) === 'Disconnect site') break;
      await page.keyboard.press('Tab');
    }
    expect(order).toEqual([
      'Email',
      'API Key',
      'Password',
      'Connect to IGNY8',
      'When the structure was sent',
      'Open Content Types',
      'Enable Sync Operations',
      'Enable Two-Way Sync',
      'Save',
      'Send structure now',
      'Activity log',
      'Copy diagnostics',
      'Show diagnostics',
      'Disconnect site',
    ]);
  });

  test('how a button ended has the focus, and is seen to have it', async () => {
    await settings.open();
    const press = async (name: string, text: string): Promise<void> => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.igny8-notice:focus').getByText(text).waitFor();
      expect(await isSeen()).toBe(true);
    };
    await page.getByLabel('Enable Two-Way Sync').focus();
    await page.keyboard.press('Space');
    await press('Save', 'Saved.');
    expect(await page.getByLabel('Enable Two-Way Sync').isChecked()).toBe(true);
    await press('Send structure now', 'Structure sent.');
    await settings.fill({ ...account, apiKey: '', password: 'wrong' });
    await page.keyboard.press('Enter');
    await page.locator('.igny8-notice[role=alert]:focus').waitFor();
    await settings.fill({ ...account, apiKey: '' });
    await page.keyboard.press('Enter');
    await page.locator('#igny8-status:focus').waitFor();
    expect(await settings.status()).toBe('Connected');
    expect(await isSeen()).toBe(true);
    await page.getByRole('link', { name: 'Disconnect site' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    expect(await settings.status()).toBe('Connected');
  });

  test('the choices of safe mode are one stop, gone through by arrows, and Enter saves', async () => {
    await be('safe mode');
    await settings.open();
    await page.getByRole('button', { name: 'Connect to IGNY8' }).focus();
    await page.keyboard.press('Tab');
    expect(await nameOfFocused()).toBe('This site has moved');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect([await nameOfFocused(), await isSeen()]).toEqual(['Stay off', true]);
    await page.keyboard.press('Enter');
    await page.locator('.igny8-notice:focus').getByText('Saved.').waitFor();
    expect(await page.getByLabel('Stay off').isChecked()).toBe(true);
    expect(await settings.state()).toBe('safe_mode');
  });
});
