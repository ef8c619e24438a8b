import type { Browser } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import {
  addConnectedSite,
  addSpecifiedCounts,
  eventually,
  expectNoComplaints,
  inDatabase,
  isFocused,
  rowsOf,
  signedIn,
  SPECIFIED,
  untilAlive,
} from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the list of sites', () => {
  it('says what to do while it is empty', async () => {
    const { page, ...rest } = await signedIn(browser, stack);
    await page.goto('/');
    await page.waitForURL('**/sites');
    await page.getByText('Connect your first site in three steps.').waitFor();
    expect(await page.title()).toBe('Sites - IGNY8');
    await page.getByRole('link', { name: 'Add site' }).click();
    await page.waitForURL('**/sites/new');
    expectNoComplaints(rest);
  });

  it('shows how each site is and who has to do what', async () => {
    const { page, api, ...rest } = await signedIn(browser, stack);
    const never = await api.sites.create({ home_url: 'https://a.example.com', name: 'Never connected' });
    const ready = await addConnectedSite(api, { url: 'https://b.example.com', name: 'Ready' });
    await addSpecifiedCounts(stack, ready.integration.id);
    const inactive = await addConnectedSite(api, { url: 'https://c.example.com', name: 'Inactive' });
    await api.sites.update(inactive.site.id, { is_active: false });
    const gone = await addConnectedSite(api, { url: 'https://d.example.com', name: 'Gone' });
    await api.integrations.disconnect(gone.integration.id);
    await addConnectedSite(api, {
      url: 'https://e.example.com/blog',
      name: 'Off',
      structure: { ...SPECIFIED, plugin_connection_enabled: false },
    });
    const stale = await addConnectedSite(api, { url: 'https://f.example.com', name: 'Old' });
    await inDatabase(stack, "UPDATE site_integration SET last_structure_fetch = now() - interval '37 hours' WHERE id = $1", [
      stale.integration.id,
    ]);
    await page.goto('/sites');
    expect(await rowsOf(page, 'Sites')).toEqual([
      'Old f.example.com Stale 269 total · 0 synced Never Next in WordPress: Send structure now',
      'Off e.example.com/blog Sync off 269 total · 0 synced Never Next in WordPress: Open settings',
      'Gone d.example.com Disconnected 269 total · 0 synced Never Next in WordPress: Connect to IGNY8',
      'Inactive c.example.com Inactive 269 total · 0 synced Never Next in IGNY8: Activate site',
      'Ready b.example.com Connected 269 total · 150 synced just now',
      'Never connected a.example.com Not connected – Never Next in WordPress: Connect to IGNY8',
    ]);
    expect(await page.title()).toBe('(5) Sites - IGNY8');
    await eventually(async () => {
      expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/icon-needs-you.svg');
    });
    await page.getByRole('button', { name: 'Needs you 5' }).click();
    expect(await rowsOf(page, 'Sites')).toHaveLength(5);
    await page.getByRole('link', { name: 'Never connected' }).click();
    await page.waitForURL(`**/sites/${never.id}/content-types`);
    await eventually(async () => {
      expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/icon.svg');
    });
    expectNoComplaints(rest);
  });

  it('is searched once it is long', async () => {
    const { page, api, ...rest } = await signedIn(browser, stack);
    for (let i = 1; i <= 21; i++) await api.sites.create({ home_url: `https://site-${String(i)}.example.com` });
    await page.goto('/sites');
    await untilAlive(page);
    await page.getByRole('table', { name: 'Sites' }).waitFor();
    const field = page.getByRole('searchbox', { name: 'Search sites' });
    await eventually(async () => {
      await page.keyboard.press('/');
      expect(await isFocused(field)).toBe(true);
    });
    await page.keyboard.type('site-21');
    expect(await field.inputValue()).toBe('site-21');
    await eventually(async () => {
      expect(await rowsOf(page, 'Sites')).toHaveLength(1);
    });
    await field.fill('nothing like this');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await isFocused(field)).toBe(true);
    await eventually(async () => {
      expect(await rowsOf(page, 'Sites')).toHaveLength(21);
    });
    expectNoComplaints(rest);
  });

  it('prints nothing over each other on a narrow screen', async () => {
    const { page, api } = await signedIn(browser, stack, { viewport: { width: 320, height: 640 } });
    await addConnectedSite(api, {
      structure: { ...SPECIFIED, post_types: { post: { label: 'Posts', count: 9_877_939, enabled: true } } },
    });
    await page.goto('/sites');
    await page.getByText('9,878,040 total · 0 synced').waitFor();
    const tooWide = await page.evaluate<string[]>(
      `[...document.querySelectorAll('tbody td')].filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent)`,
    );
    expect(tooWide).toEqual([]);
  });

  it('shows all pages of a long list, and draws a part of it at a time', async () => {
    const { page, api, account, ...rest } = await signedIn(browser, stack);
    await api.sites.create({ home_url: 'https://first.example.com' });
    await inDatabase(
      stack,
      `INSERT INTO site (id, account_id, name, home_url, home_key)
       SELECT gen_random_uuid(), account_id, 'Site ' || n, 'https://s' || n || '.example.com', 's' || n || '.example.com'
       FROM app_user, generate_series(1, 229) n WHERE email = $1`,
      [account.email],
    );
    await page.goto('/sites');
    await untilAlive(page);
    await page.getByRole('button', { name: 'All 230' }).waitFor();
    expect(await rowsOf(page, 'Sites')).toHaveLength(100);
    await page.getByRole('button', { name: 'Show 100 more' }).click();
    await page.getByRole('button', { name: 'Show 30 more' }).click();
    expect(await rowsOf(page, 'Sites')).toHaveLength(230);
    expectNoComplaints(rest);
  });
});

describe('adding a site', () => {
  it('leads through three steps to its content types, which open by themselves', async () => {
    const { page, api, context, ...rest } = await signedIn(browser, stack);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/sites/new');
    await untilAlive(page);
    await page.getByLabel('Site address').fill(' Example.com/ ');
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByText('Saved as https://example.com.').waitFor();
    const steps = page.getByRole('listitem');
    const download = page.waitForEvent('download');
    await steps.nth(0).getByRole('link', { name: 'Download plugin' }).click();
    expect((await download).suggestedFilename()).toBe('igny8-bridge.zip');
    await steps.nth(0).getByText('Done').waitFor();
    await steps.nth(1).getByRole('button', { name: 'Create key' }).click();
    await steps.nth(1).getByText('Copy this key now; it is not shown again.').waitFor();
    await steps.nth(1).getByRole('button', { name: 'Copy API key' }).click();
    const key = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(key).toMatch(/^igny8_\w{38}$/);
    await steps.nth(1).getByRole('button', { name: 'I have stored it' }).click();
    await steps.nth(1).getByText('Done').waitFor();
    expect(await isFocused(page.locator('#site-status'))).toBe(true);
    expect(await page.content()).not.toContain(key);
    // WordPress connects.
    const [site] = (await api.sites.list({ url: 'example.com' })).data;
    const integration = await api.integrations.create({ site_id: site?.id ?? '', is_temporary: true });
    await api.structure.update(integration.id, SPECIFIED);
    await page.getByRole('table', { name: 'Post Types' }).waitFor({ timeout: 8_000 });
    await page.getByText('Last structure fetch: just now').waitFor();
    await page.getByRole('button', { name: 'Connected' }).waitFor();
    expectNoComplaints(rest);
  });

  it('leads to a site that is here already', async () => {
    const { page, api, ...rest } = await signedIn(browser, stack);
    const site = await api.sites.create({ home_url: 'https://example.com' });
    await page.goto('/sites/new?url=http%3A%2F%2Fexample.com%2F');
    await untilAlive(page);
    expect(await page.getByLabel('Site address').inputValue()).toBe('http://example.com/');
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByText('https://example.com is already here.').waitFor();
    await page.getByRole('link', { name: 'Open site' }).click();
    await page.waitForURL(`**/sites/${site.id}/content-types`);
    expectNoComplaints(rest, 409);
  });

  it('says what is wrong with an address', async () => {
    const { page, ...rest } = await signedIn(browser, stack);
    await page.goto('/sites/new');
    await untilAlive(page);
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByText('Type the address of the site.').waitFor();
    await page.getByLabel('Site address').fill('ftp://example.com');
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByText('Site address is not a web address.').waitFor();
    expect(await page.getByLabel('Site address').inputValue()).toBe('ftp://example.com');
    expectNoComplaints(rest, 422);
  });
});
