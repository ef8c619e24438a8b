import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Igny8 } from '@igny8/sdk';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { startWordPress, type WordPress } from '../../wp-plugin/testing/wordpress.ts';
import { launchBrowser, openContext } from './support/browser.ts';
import { type Interruption, InterruptingProxy } from './support/interrupting-proxy.ts';
import { reinstall, SettingsPage } from './support/settings-page.ts';
import { isSoak } from './support/soak.ts';
import { createAccount, Stack, type TestAccount } from './support/stack.ts';

jest.setTimeout(120_000);

let folder: string;
let stack: Stack;
let proxy: InterruptingProxy;
let wordpress: WordPress;
let browser: Browser;
let settings: SettingsPage;
let account: TestAccount;
let igny8: Igny8;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'igny8-connect-'));
  stack = await Stack.start({ withDashboard: false });
  proxy = await InterruptingProxy.start(stack.info.apiUrl);
  wordpress = await startWordPress({
    apiUrl: proxy.url,
    appUrl: stack.info.dashboardUrl,
    workDir: join(folder, 'wordpress'),
    content: 'demo',
  });
  browser = await launchBrowser();
  const { page } = await openContext(browser);
  settings = new SettingsPage(page, wordpress);
  await settings.signIn();
});
beforeEach(async () => {
  await stack.startBackend();
  await reinstall(wordpress);
  account = await createAccount(stack.info);
  igny8 = new Igny8({ baseUrl: stack.info.apiUrl, token: account.apiKey });
  proxy.reset();
  await settings.open();
});
// What a failed test left in the way of requests would fail all that follow.
afterEach(() => settings.page.unrouteAll({ behavior: 'ignoreErrors' }));
afterAll(async () => {
  await browser.close();
  await wordpress.stop();
  await proxy.stop();
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

const addSite = (): Promise<{ id: string }> => igny8.sites.create({ home_url: wordpress.url });

async function query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const db = new Client({ connectionString: stack.info.databaseUrl });
  await db.connect();
  try {
    return (await db.query<Row & Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await db.end();
  }
}

/** Both sides say Connected & Ready, and there is one integration, one working key, one secret. */
async function expectWhole(): Promise<void> {
  await settings.open();
  expect([await settings.status(), await settings.state()]).toEqual(['Connected', 'ready']);
  const integrations = await query<{ id: string; status: string; is_temporary: boolean; has_secret: boolean; has_old_secret: boolean }>(
    `SELECT i.id, i.status, i.is_temporary, i.signing_secret IS NOT NULL AS has_secret, i.previous_signing_secret IS NOT NULL AS has_old_secret
     FROM site_integration i WHERE i.account_id = $1`,
    [account.accountId],
  );
  expect(integrations).toMatchObject([{ status: 'ready', is_temporary: false, has_secret: true, has_old_secret: false }]);
  const keys = await query('SELECT FROM api_key WHERE integration_id = $1 AND revoked_at IS NULL', [integrations[0]?.id]);
  expect(keys).toHaveLength(1);
  expect(await query('SELECT FROM site_registration WHERE integration_id = $1', [integrations[0]?.id])).toEqual([]);
  // The key that the site holds is the one that works.
  expect(await wordpress.wpEval('return true === igny8_sync_site_structure_to_backend();')).toBe(true);
}

describe('connecting', () => {
  it('goes through, is shown on both sides, and needs no second press', async () => {
    await addSite();
    await settings.connect(account);
    expect(await settings.notice()).toContain('Connected. 3 post types, 3 taxonomies sent.');
    expect(await settings.steps()).toEqual([
      'Checking password done',
      'Checking API key done',
      'Finding site done',
      'Registering done',
      'Reading structure done',
      'Sending structure done',
    ]);
    await expectWhole();
    const [site] = (await igny8.sites.list()).data;
    const types = await igny8.structure.contentTypes(site?.integration?.id ?? '');
    expect(Object.values(types.post_types).map(({ label, count }) => [label, count])).toEqual([
      ['Posts', 123],
      ['Pages', 45],
      ['Products', 67],
    ]);
    expect(Object.values(types.taxonomies).map(({ label, count }) => [label, count])).toEqual([
      ['Categories', 12],
      ['Tags', 89],
      ['Product Categories', 15],
    ]);
  });

  it('makes a temporary integration when the site has none, and it stays', async () => {
    await addSite();
    await settings.connect(account);
    expect(proxy.seen.filter((request) => request === 'POST /integration/integrations/')).toHaveLength(1);
    expect((await igny8.integrations.list()).data).toMatchObject([{ is_temporary: false, status: 'ready' }]);
  });

  it('uses the integration that is there', async () => {
    const site = await addSite();
    const integration = await igny8.integrations.create({ site_id: site.id });
    await settings.connect(account);
    expect(proxy.seen).not.toContain('POST /integration/integrations/');
    expect((await igny8.integrations.list()).data).toMatchObject([{ id: integration.id, status: 'ready' }]);
  });

  it('again, on a connected site, ends in one connection too, and keeps the key out of the page', async () => {
    await addSite();
    await settings.connect(account);
    await settings.open();
    await settings.connect({ ...account, apiKey: '' });
    await expectWhole();
    expect(await settings.page.content()).not.toMatch(/igny8_[0-9A-Za-z]{20,}/);
  });
});

describe('what goes wrong is said', () => {
  it('a wrong password: Failed to connect', async () => {
    await addSite();
    await settings.connect({ ...account, password: 'wrong' });
    expect(await settings.notice()).toContain('Failed to connect');
    expect(await settings.notice()).toContain('Email or password is wrong.');
    expect(await settings.state()).toBe('not_connected');
    expect((await settings.steps())[0]).toBe('Checking password failed');
    expect(await settings.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
    expect(await settings.page.getByLabel('Email', { exact: true }).inputValue()).toBe(account.email);
  });

  it('a key of another account: Failed to connect', async () => {
    await addSite();
    const other = await createAccount(stack.info);
    await settings.connect({ ...account, apiKey: other.apiKey });
    expect(await settings.notice()).toContain('Failed to connect');
    expect(await settings.notice()).toContain('The API key is not valid for this account.');
  });

  it('a site that the account does not have: Site not found, with what to do', async () => {
    await settings.connect(account);
    expect(await settings.notice()).toContain('Site not found');
    expect(await settings.notice()).toContain(wordpress.url);
    const add = settings.page.getByRole('link', { name: 'Add this site' });
    expect(await add.getAttribute('href')).toBe(`${stack.info.dashboardUrl}/sites/new?url=${encodeURIComponent(wordpress.url)}`);
  });

  it('a backend that is down during the push: logged, tried again, and nothing half-connected', async () => {
    await addSite();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'before', meanwhile: () => stack.killBackend() });
    await settings.connect(account);
    expect(await settings.state()).not.toBe('ready');
    expect(await settings.status()).toContain('Connected');
    expect(await settings.page.locator('#igny8-bridge').innerText()).toContain(
      'Connected, delayed. 127.0.0.1 does not answer. Next try in',
    );
    await stack.startBackend();
    expect((await igny8.sites.list()).data[0]?.integration?.status ?? 'temporary').not.toBe('ready');
    await wordpress.runCron('igny8_bridge_retry');
    await expectWhole();
  });
});

describe('the page while the site connects', () => {
  it('that is loaded again goes on showing the steps, and then how it ended', async () => {
    await addSite();
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    await settings.fill(account);
    await settings.press();
    await until(() => proxy.isDone);
    await settings.open();
    await settings.page.getByText('Connected. Structure syncing...').waitFor();
    await settings.page.getByText('Sending structure running').waitFor();
    push.letGo();
    await settings.page.getByText('Connected. 3 post types, 3 taxonomies sent.').waitFor();
    expect((await settings.steps()).at(-1)).toBe('Sending structure done');
    await expectWhole();
  });

  it('of somebody else shows the status, and not how an attempt of their own ended long ago', async () => {
    await addSite();
    await settings.connect({ ...account, password: 'wrong' });
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    await settings.open();
    expect(await settings.status()).toBe('Connected. Structure syncing...');
    push.letGo();
    await connecting;
    await settings.page.locator('#igny8-status[data-state=ready]').waitFor({ timeout: 20_000 });
    expect(await settings.page.locator('.igny8-notice').count()).toBe(0);
  });

  it('with sync off is at rest', async () => {
    await addSite();
    await settings.page.getByLabel('Enable Sync Operations').uncheck();
    await settings.page.getByRole('button', { name: 'Save' }).click();
    await settings.page.getByText('Saved.').waitFor();
    await settings.connect(account);
    await settings.open();
    // A page that waits for an attempt asks how far it is before it has loaded.
    const asked: string[] = [];
    settings.page.on('request', (request) => asked.push(request.url()));
    await settings.open();
    expect([await settings.state(), await settings.status()]).toEqual(['structure_syncing', 'Enable Sync Operations is off.']);
    expect(asked).toContain(wordpress.settingsUrl);
    expect(asked.filter((url) => url.includes('action=igny8_bridge_progress'))).toEqual([]);
    expect(await settings.page.locator('.igny8-notice').count()).toBe(0);
  });

  it('leaves alone what somebody is changing while another one connects', async () => {
    await addSite();
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    await settings.open();
    await settings.page.getByLabel('Enable Two-Way Sync').check();
    push.letGo();
    await connecting;
    await settings.page.locator('#igny8-status[data-state=ready]').waitFor();
    expect(await settings.page.getByLabel('Enable Two-Way Sync').isChecked()).toBe(true);
    expect(await settings.spoken()).toBe('Connected');
    expect(await settings.page.locator('.igny8-notice').count()).toBe(0);
  });

  it('says how an attempt of their own ended also to whoever is changing something, and leaves that alone', async () => {
    const login = held();
    proxy.interrupt({ method: 'POST', path: '/auth/login/', lose: 'nothing', meanwhile: () => login.isOver });
    await settings.fill({ ...account, password: 'wrong' });
    await settings.press();
    await until(() => proxy.isDone);
    await settings.open();
    await settings.page.getByText('Checking password running').waitFor();
    const twoWay = settings.page.getByLabel('Enable Two-Way Sync');
    await twoWay.check();
    login.letGo();
    await settings.page.getByRole('button', { name: 'Copy request ID' }).waitFor();
    expect(await settings.notice()).toContain('Failed to connect. Email or password is wrong.');
    expect(await settings.spoken()).toBe('Failed to connect. Email or password is wrong.');
    expect([await settings.status(), (await settings.steps())[0]]).toEqual(['Not connected', 'Checking password failed']);
    expect([await twoWay.isChecked(), await twoWay.and(settings.page.locator(':focus')).count()]).toEqual([true, 1]);
  });

  it('says how an attempt of their own ended also when that was while the page loaded', async () => {
    const login = held();
    proxy.interrupt({ method: 'POST', path: '/auth/login/', lose: 'nothing', meanwhile: () => login.isOver });
    await settings.fill({ ...account, password: 'wrong' });
    await settings.press();
    await until(() => proxy.isDone);
    // The page that was pressed looks at the progress as well: only the one that is opened next shall meet the route.
    await settings.page.goto('about:blank');
    const ended = (): Promise<unknown> => wordpress.wpEval(`return ( new Igny8\\Bridge\\Foundation() )->progress()->of( 1 )['status'];`);
    await settings.page.route('**/admin-ajax.php?action=igny8_bridge_progress*', async (route) => {
      login.letGo();
      await until(async () => (await ended()) === 'failed');
      await route.continue();
    });
    await settings.open();
    await settings.page.getByRole('button', { name: 'Copy request ID' }).waitFor();
    await settings.page.unroute('**/admin-ajax.php?action=igny8_bridge_progress*');
    expect(await settings.notice()).toContain('Failed to connect. Email or password is wrong.');
  });

  it('goes on looking after a look that a proxy answered', async () => {
    await addSite();
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    await settings.open();
    await settings.page.getByLabel('Enable Two-Way Sync').focus();
    let looks = 0;
    await settings.page.route(wordpress.settingsUrl, async (route) => {
      looks += 1;
      await (looks === 1 ? route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }) : route.continue());
    });
    await until(() => looks > 1);
    expect(await settings.page.locator('.igny8-notice').count()).toBe(0);
    expect(await settings.status()).toBe('Connected. Structure syncing...');
    push.letGo();
    await connecting;
    await settings.page.locator('#igny8-status[data-state=ready]').waitFor();
    await settings.page.unroute(wordpress.settingsUrl);
    expect(await settings.page.locator('.igny8-notice').count()).toBe(0);
  });

  it('goes on looking also for somebody who was refused because of that, and leaves the refusal', async () => {
    await addSite();
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    // WordPress answers so after 20 s.
    await settings.page.route('**/admin-post.php', async (route) => {
      const page = await settings.page.request.get(`${wordpress.settingsUrl}&igny8-notice=not-connected`);
      await route.fulfill({ contentType: 'text/html', body: await page.text() });
    });
    await settings.connect(account);
    await settings.page.unroute('**/admin-post.php');
    const refusal = 'Failed to connect. Somebody else is connecting or disconnecting this site just now. Try again in a minute.';
    expect([await settings.notice(), await settings.status()]).toEqual([refusal, 'Connected. Structure syncing...']);
    push.letGo();
    await connecting;
    await settings.page.locator('#igny8-status[data-state=ready]').waitFor();
    expect(await settings.notice()).toBe(refusal);
  });

  it('says that the sign-in has ended, and moves nothing', async () => {
    await addSite();
    const push = held();
    proxy.interrupt({ method: 'POST', path: '/update-structure/', lose: 'nothing', meanwhile: () => push.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    await settings.open();
    const twoWay = settings.page.getByLabel('Enable Two-Way Sync');
    await twoWay.check();
    try {
      await settings.page.context().clearCookies();
      await settings.page.getByText('Your sign-in to WordPress has ended').waitFor();
      expect([await twoWay.isChecked(), await twoWay.and(settings.page.locator(':focus')).count()]).toEqual([true, 1]);
    } finally {
      push.letGo();
      await connecting;
      await settings.signIn();
    }
  });

  it('lets the request ID of a failure be copied', async () => {
    await settings.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await settings.connect({ ...account, password: 'wrong' });
    const copy = settings.page.getByRole('button', { name: 'Copy request ID' });
    const id = await settings.page.locator('.igny8-notice code').innerText();
    await copy.focus();
    await settings.page.keyboard.press('Enter');
    const copied = settings.page.getByRole('button', { name: 'Copied request ID' });
    await copied.waitFor();
    expect(await settings.page.evaluate('navigator.clipboard.readText()')).toBe(id);
    expect(await copied.and(settings.page.locator(':focus')).count()).toBe(1);
    await copy.waitFor();
  });

  it('selects the request ID of a failure when it cannot be copied', async () => {
    await settings.connect({ ...account, password: 'wrong' });
    await settings.page.evaluate('document.execCommand = () => false');
    await settings.page.getByRole('button', { name: 'Copy request ID' }).click();
    await settings.page.getByRole('button', { name: 'Not copied: the request ID is selected' }).waitFor();
    expect(await settings.page.evaluate('getSelection().toString()')).toBe(await settings.page.locator('.igny8-notice code').innerText());
    await settings.page.getByRole('button', { name: 'Copy request ID' }).waitFor();
  });

  it('lets the diagnostics be copied by keyboard, and unfolds nothing for that', async () => {
    await settings.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await settings.open();
    const copy = settings.page.getByRole('button', { name: 'Copy diagnostics' });
    const text = settings.page.locator('#igny8-diagnostics-text');
    await copy.focus();
    await settings.page.keyboard.press('Enter');
    const copied = settings.page.getByRole('button', { name: 'Copied diagnostics' });
    await copied.waitFor();
    expect(await settings.page.evaluate('navigator.clipboard.readText()')).toBe(await text.inputValue());
    expect(await copied.and(settings.page.locator(':focus')).count()).toBe(1);
    expect(await text.isVisible()).toBe(false);
    await copy.waitFor();
  });

  it('shows and selects the diagnostics when they cannot be copied', async () => {
    await settings.open();
    await settings.page.evaluate('document.execCommand = () => false');
    await settings.page.getByRole('button', { name: 'Copy diagnostics' }).click();
    await settings.page.getByRole('button', { name: 'Not copied: the diagnostics are selected' }).waitFor();
    const text = settings.page.getByRole('textbox', { name: 'Diagnostics' });
    expect(await text.isVisible()).toBe(true);
    expect(await settings.page.evaluate('getSelection().toString()')).toBe(await text.inputValue());
    await settings.page.getByRole('button', { name: 'Copy diagnostics' }).waitFor();
  });

  it('says when the web server does not take the form, and can be used again', async () => {
    await addSite();
    await settings.page.route('**/admin-post.php', (route) => route.fulfill({ status: 403, body: 'The link you followed has expired.' }));
    await settings.connect(account);
    expect(await settings.notice()).toBe(
      'Your sign-in to WordPress has ended, or this page is too old. Reload the page, sign in and try again.',
    );
    expect(await settings.state()).toBe('not_connected');
    expect(await settings.page.getByLabel('Email', { exact: true }).inputValue()).toBe(account.email);
    await settings.page.unroute('**/admin-post.php');
    await settings.connect(account);
    await expectWhole();
  });
});

describe('a disconnect while another one connects', () => {
  it('waits for that one, and then both sides say the same', async () => {
    await addSite();
    await settings.connect(account);
    const registration = held();
    proxy.interrupt({ method: 'POST', path: '/connect/', lose: 'nothing', meanwhile: () => registration.isOver });
    const connecting = connectAsAnother();
    await until(() => proxy.isDone);
    await settings.page.goto(`${wordpress.settingsUrl}&igny8-confirm=disconnect`);
    const pressed = settings.page.waitForRequest('**/admin-post.php');
    await Promise.all([pressed, settings.page.getByRole('button', { name: 'Disconnect site' }).click({ noWaitAfter: true })]);
    registration.letGo();
    await connecting;
    await settings.page.getByText('Disconnected. Content stays in IGNY8.').waitFor();
    expect(proxy.seen.at(-1)).toMatch(/\/disconnect\/$/);
    expect((await igny8.integrations.list()).data).toMatchObject([{ status: 'disconnected' }]);
    expect(
      await query('SELECT FROM api_key WHERE account_id = $1 AND integration_id IS NOT NULL AND revoked_at IS NULL', [account.accountId]),
    ).toEqual([]);
  });
});

describe('a site whose WP-Cron does not run', () => {
  it('is caught up when an administrator visits any page', async () => {
    await addSite();
    await settings.connect(account);
    await wordpress.wpEval(`
      ( new Igny8\\Bridge\\Foundation() )->connections()->change( function ( $connection ): void {
        $connection->last_sync = time() - 27 * HOUR_IN_SECONDS;
      } );
      return true;
    `);
    proxy.seen.length = 0;
    expect((await get(wordpress.url))?.ok).toBe(true);
    expect(proxy.seen).toEqual([]);
    await settings.page.goto(new URL('/wp-admin/edit.php', wordpress.url).href);
    await until(() => proxy.seen.some((request) => request.endsWith('/update-structure/')));
    await settings.open();
    await settings.page.getByText('Structure last sent: just now').waitFor();
  });
});

describe('what is done in IGNY8', () => {
  const integrationId = async (): Promise<string> => (await igny8.integrations.list()).data[0]?.id ?? '';
  const push = (): Promise<unknown> => wordpress.runCron('igny8_sync_site_structure');
  const connected = async (): Promise<void> => {
    await addSite();
    await settings.connect(account);
  };

  it('a disconnect is called one in WordPress', async () => {
    await connected();
    await igny8.integrations.disconnect(await integrationId());
    await push();
    await settings.open();
    expect(await settings.status()).toBe('Disconnected just now by IGNY8. Content stays in IGNY8.');
  });

  it('a site that was deleted is not known any more', async () => {
    await connected();
    for await (const site of igny8.sites.list()) await igny8.sites.delete(site.id);
    await push();
    await settings.open();
    expect(await settings.status()).toBe('Needs reconnect. IGNY8 does not know this connection any more. Nothing is sent.');
  });

  it('a deactivated site finds out by itself that it was activated', async () => {
    await connected();
    const [site] = (await igny8.sites.list()).data;
    await igny8.sites.update(site?.id ?? '', { is_active: false });
    await push();
    await settings.open();
    expect(await settings.status()).toMatch(/^Inactive\. IGNY8 accepts nothing from this site\. Next try in \d+ (s|min)\.$/);
    await igny8.sites.update(site?.id ?? '', { is_active: true });
    await wordpress.runCron('igny8_bridge_retry');
    await expectWhole();
  });
});

describe('a connect that is interrupted', () => {
  const STEPS: readonly (readonly [method: string, path: string])[] = [
    ['POST', '/auth/login/'],
    ['GET', '/auth/me/'],
    ['GET', '/sites/'],
    ['GET', '/integration/integrations/'],
    ['POST', '/integration/integrations/'],
    ['POST', '/connect/'],
    ['POST', '/auth/logout/'],
    ['POST', '/update-structure/'],
  ];
  const FAULTS: readonly (readonly [string, (step: readonly [string, string]) => Interruption])[] = [
    ['its answer is lost', ([method, path]) => ({ method, path, lose: 'answer' })],
    [
      'the backend is killed before it answers',
      ([method, path]) => ({ method, path, lose: 'before', meanwhile: () => stack.killBackend() }),
    ],
    [
      'the backend is killed after it has done it',
      ([method, path]) => ({ method, path, lose: 'answer', meanwhile: () => stack.killBackend() }),
    ],
    ['PHP is killed while it waits', ([method, path]) => ({ method, path, lose: 'before', meanwhile: () => wordpress.restartPhp() })],
    [
      'PHP is killed when it has been done',
      ([method, path]) => ({ method, path, lose: 'answer', meanwhile: () => wordpress.restartPhp() }),
    ],
  ];
  const all = STEPS.flatMap((step) => FAULTS.map(([fault, interruption]) => [`${step.join(' ')}: ${fault}`, step, interruption] as const));
  // In short: each step with one fault, and each fault.
  const cases = isSoak ? all : all.filter((_, i) => i % (FAULTS.length + 1) === 0);

  it.each(cases)('%s', async (name, step, interruption) => {
    await addSite();
    proxy.interrupt(interruption(step));
    await settings.fill(account);
    await settings.press();
    await until(() => proxy.isDone);
    if (name.includes('PHP is killed')) await sleepUntilPhpAnswers();
    else await settings.over();
    if (name.includes('backend is killed')) await stack.startBackend();
    // Once registered, waiting is enough; before that, somebody presses again.
    await wordpress.runCron('igny8_bridge_retry');
    await settings.open();
    if ((await settings.state()) !== 'ready') {
      await forgetLock();
      await settings.connect(account);
    }
    await expectWhole();
  });
});

/** Another user of WordPress connects from elsewhere. */
function connectAsAnother(): Promise<unknown> {
  return wordpress.wpEval(`
    $typed = new Igny8\\Bridge\\Connect\\Credentials( '${account.email}', '${account.password}', '${account.apiKey}' );
    ( new Igny8\\Bridge\\Foundation() )->connector( igny8_bridge()->collector() )->connect( $typed, 2, 'theirs' );
    return true;
  `);
}

/** A flow that was killed holds its lock until its lease ends; nobody waits for that in a test. */
async function forgetLock(): Promise<void> {
  await wordpress.sql(`DELETE FROM wp_options WHERE option_name = 'igny8_bridge_lock'`);
}

/** Something that takes until it is let go. */
function held(): { readonly isOver: Promise<void>; readonly letGo: () => void } {
  let letGo = (): void => undefined;
  const isOver = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { isOver, letGo };
}

async function sleepUntilPhpAnswers(): Promise<void> {
  await until(async () => (await get(wordpress.loginUrl))?.ok === true);
}

/** A page of a visitor, read to its end: what is left half read may fail later, in somebody else's turn. */
async function get(url: string): Promise<Response | undefined> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response;
  } catch {
    return undefined;
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const since = Date.now(); Date.now() - since < 40_000;) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come true within 40 s');
}
