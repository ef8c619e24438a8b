import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { launchBrowser, openContext } from './support/browser.ts';
import {
  addConnectedSite,
  eventually,
  expectNoComplaints,
  inDatabase,
  isFocused,
  newAccount,
  signedIn,
  untilAlive,
  visit,
} from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const COOKIE = 'igny8_session';

/** As if twelve hours had passed without a request: once the backend has written down the use of before, and has forgotten it. */
async function leaveSessionIdle(email: string): Promise<void> {
  await eventually(async () => {
    const changed = await inDatabase(
      stack,
      `UPDATE session SET last_used_at = now() - interval '12 hours 1 minute'
       WHERE user_id = (SELECT id FROM app_user WHERE email = $1) AND last_used_at > created_at`,
      [email],
    );
    expect(changed).toBe(1);
  }, 15_000);
  await inDatabase(stack, 'UPDATE access_version SET version = version + 1', []);
  // For so long the backend believes that nothing has changed.
  await setTimeout(1_100);
}

/** As if it had been ended somewhere else. */
const endSession = (email: string): Promise<unknown> =>
  inDatabase(stack, 'DELETE FROM session WHERE user_id = (SELECT id FROM app_user WHERE email = $1)', [email]);

describe('signing in', () => {
  it('leads to the page that one wanted', async () => {
    const { page, account, context, ...rest } = await visit(browser, stack);
    await page.goto('/sites/new?url=https%3A%2F%2Fexample.com');
    await page.waitForURL('**/sign-in?next=*');
    expect(await page.title()).toBe('Sign in - IGNY8');
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/sites/new?url=*');
    expect(await page.getByLabel('Site address').inputValue()).toBe('https://example.com');
    const cookie = (await context.cookies()).find(({ name }) => name === COOKIE);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expectNoComplaints(rest);
  });

  it('says that e-mail or password is wrong, keeps the e-mail and asks for the password again', async () => {
    const { page, account, ...rest } = await visit(browser, stack);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Email or password is wrong.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(account.email);
    expect(await page.getByLabel('Password').inputValue()).toBe('');
    expect(await isFocused(page.getByLabel('Password'))).toBe(true);
    expectNoComplaints(rest, 401);
  });

  it('works before the script of the page does, and leads nowhere else', async () => {
    const { page, account, context } = await visit(browser, stack, { javaScriptEnabled: false });
    await page.goto('/sign-in?next=https://evil.example/');
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Email or password is wrong.').waitFor();
    expect(page.url()).not.toContain('wrong');
    expect(page.url()).not.toContain(encodeURIComponent(account.email));
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${stack.dashboardUrl}/sites`);
    expect((await context.cookies()).map(({ name }) => name)).toContain(COOKIE);
  });

  it('is not asked of somebody who is signed in already', async () => {
    const { page } = await signedIn(browser, stack);
    await page.goto('/sign-in?next=/api-keys');
    await page.waitForURL('**/api-keys');
  });

  it('says how long to wait after too many tries', async () => {
    const { page, ...rest } = await visit(browser, stack);
    await page.goto('/sign-in');
    await untilAlive(page);
    await page.route('**/api/session', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '2' },
        json: { code: 'rate_limited', status: 429, detail: 'Too many.', request_id: 'r' },
      }),
    );
    await page.getByLabel('Email').fill('ana@example.com');
    await page.getByLabel('Password').fill('secret');
    const button = page.getByRole('button', { name: 'Sign in' });
    await button.click();
    await page.getByText('Too many tries. Wait 1 s.').waitFor();
    // It is said once; the seconds tick in silence.
    await page.getByRole('alert').filter({ hasText: 'Too many tries. Wait 2 s.' }).waitFor();
    expect(await page.locator('[aria-hidden=true]').filter({ hasText: 'Wait 1 s.' }).count()).toBe(1);
    expect(await button.isDisabled()).toBe(true);
    await eventually(async () => {
      expect(await button.isEnabled()).toBe(true);
    });
    expectNoComplaints(rest, 429);
  });
});

describe('a session', () => {
  it('is nothing that a page could read', async () => {
    const { page, api, context } = await signedIn(browser, stack);
    const { site } = await addConnectedSite(api);
    const token = (await context.cookies()).find(({ name }) => name === COOKIE)?.value ?? '';
    expect(token).toMatch(/^session_/);
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByRole('table', { name: 'Post Types' }).waitFor();
    const readable = await page.evaluate<string>(
      `[document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.documentElement.outerHTML].join(' ')`,
    );
    expect(readable).not.toContain(token);
    expect(readable).not.toContain('session_');
    expect(readable).not.toContain(stack.apiUrl);
  });

  it('that has ended asks to sign in again and keeps what was typed', async () => {
    const { page, api, account, ...rest } = await signedIn(browser, stack);
    const { site } = await addConnectedSite(api);
    await page.goto(`/sites/${site.id}/general`);
    await untilAlive(page);
    await page.getByLabel('Name').fill('A name that took long to think of');
    await endSession(account.email);
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByText('Your session has ended. What you typed is kept.').waitFor();
    expect(await dialog.getByLabel('Email').inputValue()).toBe(account.email);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByLabel('Password').fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name').inputValue()).toBe('A name that took long to think of');
    // What was to be saved is saved by itself.
    await page.getByRole('heading', { level: 1, name: 'A name that took long to think of' }).waitFor();
    expectNoComplaints(rest, 401);
  });

  it('that has ended only delays a limit that was typed', async () => {
    const { page, api, account, ...rest } = await signedIn(browser, stack);
    const { site, integration } = await addConnectedSite(api);
    await page.goto(`/sites/${site.id}/content-types`);
    await untilAlive(page);
    const limit = page.getByRole('button', { name: /, Limit for Posts$/ });
    await limit.click();
    await page.getByRole('textbox', { name: 'Limit for Posts' }).fill('77');
    await leaveSessionIdle(account.email);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByText('Signed out after 12 h without activity. What you typed is kept.').waitFor();
    await dialog.getByLabel('Password').fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: 'Limit for Posts: 77. Saved.' }).waitFor({ state: 'attached' });
    expect(await limit.textContent()).toBe('Limit: 77');
    expect((await api.structure.contentTypes(integration.id)).post_types['post']?.fetch_limit).toBe(77);
    expectNoComplaints(rest, 401);
  });

  it('that could not be gone on with is asked for again', async () => {
    const { page, api, account } = await signedIn(browser, stack);
    const { site } = await addConnectedSite(api);
    await page.goto(`/sites/${site.id}/general`);
    await untilAlive(page);
    await endSession(account.email);
    await page.getByRole('button', { name: 'Save' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.waitFor();
    await page.route('**/api/igny8/auth/me/', (route) => route.fulfill({ status: 418, body: 'Something else' }));
    await dialog.getByLabel('Password').fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Sign-in did not work.' }).waitFor();
    await page.unroute('**/api/igny8/auth/me/');
    await dialog.getByLabel('Password').fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('of somebody else in another tab leaves nothing of the first one’s on the screen', async () => {
    const { page, context } = await signedIn(browser, stack);
    const { account } = await newAccount(stack);
    await page.goto('/api-keys');
    await page.getByRole('button', { name: 'Create key' }).waitFor();
    await untilAlive(page);
    const other = await context.newPage();
    await other.goto('/sign-in?ended=other');
    await untilAlive(other);
    await other.getByLabel('Email').fill(account.email);
    await other.getByLabel('Password').fill(account.password);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/sites');
    await page.getByRole('button', { name: `Account ${account.email}` }).waitFor();
  });

  it('that has ended leads from a new page to the sign-in, which says why', async () => {
    const { page, account, context } = await signedIn(browser, stack);
    await endSession(account.email);
    await page.goto('/api-keys');
    await page.waitForURL('**/sign-in?next=%2Fapi-keys&ended=other');
    await page.getByText('Your session has ended.').waitFor();
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/api-keys');
    await context.close();
  });

  it('ends in all tabs at once, on the server too', async () => {
    const { page, context, ...rest } = await signedIn(browser, stack);
    const token = (await context.cookies()).find(({ name }) => name === COOKIE)?.value ?? '';
    const other = await context.newPage();
    await page.goto('/sites');
    await untilAlive(page);
    await other.goto('/api-keys');
    await other.getByRole('heading', { name: 'API keys' }).waitFor();
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await Promise.all([page.waitForURL('**/sign-in'), other.waitForURL('**/sign-in?next=%2Fapi-keys')]);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain(COOKIE);
    const me = await fetch(`${stack.apiUrl}/auth/me/`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
    expectNoComplaints(rest);
  });

  it('that ends in another tab keeps what is being typed', async () => {
    const { page, context, api, account } = await signedIn(browser, stack);
    const { site } = await addConnectedSite(api);
    const [general, other] = [await context.newPage(), await context.newPage()];
    await page.goto(`/sites/${site.id}/content-types`);
    await untilAlive(page);
    await page.getByRole('button', { name: /, Limit for Posts$/ }).click();
    const limit = page.getByRole('textbox', { name: 'Limit for Posts' });
    await limit.fill('77');
    await general.goto(`/sites/${site.id}/general`);
    await untilAlive(general);
    await general.getByLabel('Name').fill('Another name');
    await other.goto('/api-keys');
    await untilAlive(other);
    await other.getByRole('button', { name: /^Account/ }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await general.getByText('Your session has ended. What you typed is kept.').waitFor();
    await dialog.getByText('Your session has ended. What you typed is kept.').waitFor();
    await dialog.getByLabel('Password').fill(account.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await limit.inputValue()).toBe('77');
    await general.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await general.getByLabel('Name').inputValue()).toBe('Another name');
  });

  it('is not kept alive by a page that only polls', async () => {
    const { page, api } = await signedIn(browser, stack);
    const site = await api.sites.create({ home_url: 'https://example.com' });
    const background: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith(`/api/igny8/sites/${site.id}/`)) background.push(request.headers()['igny8-background']);
    });
    await page.goto(`/sites/${site.id}/content-types`);
    await eventually(() => {
      expect(background.length).toBeGreaterThan(1);
    }, 10_000);
    expect(new Set(background)).toEqual(new Set(['true']));
  });
});

describe('the theme', () => {
  it('is the system’s, can be chosen, and is there before the first paint', async () => {
    const { context, page, complaints } = await openContext(browser, { baseURL: stack.dashboardUrl, colorScheme: 'dark' });
    const { account } = await visit(browser, stack);
    const scheme = (): Promise<string | null> => page.locator('html').getAttribute('data-mantine-color-scheme');
    await context.request.post('/api/session', { headers: { origin: stack.dashboardUrl }, data: account });
    await page.goto('/sites');
    await untilAlive(page);
    expect(await scheme()).toBe('dark');
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitemradio', { name: 'Light' }).click();
    expect(await scheme()).toBe('light');
    // The script that sets it stands before the body.
    await page.reload({ waitUntil: 'commit' });
    await page.waitForSelector('body', { state: 'attached' });
    expect(await scheme()).toBe('light');
    expectNoComplaints({ complaints });
  });
});
