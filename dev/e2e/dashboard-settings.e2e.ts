import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { addConnectedSite, eventually, expectNoComplaints, isFocused, signedIn, untilAlive } from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the General tab', () => {
  it('saves what was changed there, and leaves what somebody else changed meanwhile', async () => {
    const { page, api, ...rest } = await signedIn(browser, stack);
    const site = await api.sites.create({ home_url: 'https://example.com', name: 'First name' });
    await page.goto(`/sites/${site.id}/general`);
    await untilAlive(page);
    await api.sites.update(site.id, { name: 'Renamed elsewhere' });
    await page.getByRole('heading', { level: 1, name: 'Renamed elsewhere' }).waitFor();
    await page.getByLabel('Site address').fill('https://example.com/blog');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).first().waitFor();
    expect(await api.sites.get(site.id)).toMatchObject({ name: 'Renamed elsewhere', home_url: 'https://example.com/blog' });
    expect(await page.getByLabel('Name').inputValue()).toBe('Renamed elsewhere');
    expectNoComplaints(rest);
  });
});

describe('the danger zone', () => {
  it('leads from what it did to how the site is now', async () => {
    const { page, api, ...rest } = await signedIn(browser, stack);
    const { site } = await addConnectedSite(api);
    await page.goto(`/sites/${site.id}/danger-zone`);
    await untilAlive(page);
    for (const [action, result] of [
      ['Disconnect site', /^Disconnected just now/],
      ['Deactivate site', /^Inactive\./],
    ] as const) {
      await page.getByRole('button', { name: action }).click();
      await page.getByRole('dialog').getByRole('button', { name: action }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const line = page.locator('#site-status');
      await line.getByText(result).waitFor();
      expect(await isFocused(line)).toBe(true);
    }
    expectNoComplaints(rest);
  });
});

describe('API keys', () => {
  /** Holds back the answer to the next change until it is let go. */
  async function holdBack(page: Page): Promise<() => void> {
    const held = Promise.withResolvers<undefined>();
    await page.route(/\/api-keys\//, async (route) => {
      if (route.request().method() === 'POST') await held.promise;
      await route.continue();
    });
    return () => {
      held.resolve(undefined);
    };
  }

  it('are shown once, whatever was pressed while they were made', async () => {
    const { page, ...rest } = await signedIn(browser, stack);
    await page.goto('/api-keys');
    await untilAlive(page);
    const dialog = page.getByRole('dialog');
    const create = page.getByRole('main').getByRole('button', { name: 'Create key' });
    const rotate = page.getByRole('button', { name: 'Rotate Mine' });
    const ways = [
      [create, 'Create key', 'Creating key…'],
      [rotate, 'Rotate key', 'Rotating key…'],
    ] as const;
    for (const [trigger, action, working] of ways) {
      await trigger.click();
      if (trigger === create) {
        await dialog.getByLabel('Name').fill('Mine');
        await dialog.getByLabel('See sites').check();
      }
      const letGo = await holdBack(page);
      await dialog.getByRole('button', { name: action }).click();
      await dialog.getByRole('button', { name: working }).waitFor();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Cancel' }).click({ force: true });
      letGo();
      await dialog.getByText(/^igny8_\w{38}$/).waitFor();
      await dialog.getByRole('button', { name: 'I have stored it' }).click();
      await dialog.waitFor({ state: 'detached' });
      await eventually(async () => {
        expect(await isFocused(trigger.last())).toBe(true);
      });
      await page.unrouteAll();
    }
    // What was pressed to revoke a key goes away with it.
    await page.getByRole('button', { name: 'Revoke Mine' }).first().click();
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Revoked/).waitFor();
    expect(await isFocused(create)).toBe(true);
    expectNoComplaints(rest);
  });
});
