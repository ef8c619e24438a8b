import type { Browser } from 'playwright-core';
import { launchBrowser, openContext } from './support/browser.ts';
import { expectAccessible } from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** With what is looked at closely: the parts of the two large pages are all alike, and axe takes a minute for the whole. */
const PAGES = [
  ['/docs', '#createSite'],
  ['/docs/objects', '#Integration'],
  ['/docs/changelog', 'html'],
  ['/docs/problems', 'html'],
  ['/docs/problems/not_found', 'html'],
] as const;

it.each(PAGES)('%s can be read by everybody, in light and in dark, and complains of nothing', async (path, part) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { context, page, complaints } = await openContext(browser, { colorScheme });
    await page.goto(`${stack.apiUrl}${path}`);
    await expectAccessible(page, part);
    expect(complaints.messages).toEqual([]);
    await context.close();
  }
});

it.each(PAGES)('%s fits on a narrow screen, and what scrolls in it can be focused', async (path, part) => {
  const { context, page } = await openContext(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(`${stack.apiUrl}${path}`);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  await expectAccessible(page, part);
  await context.close();
});

it('leads from the page of a problem to an operation, whose sample is copied with a button', async () => {
  const { context, page } = await openContext(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(`${stack.apiUrl}/docs/problems/site_exists/`);
  await page.getByRole('link', { name: 'Add a site' }).click();
  expect(new URL(page.url())).toMatchObject({ pathname: '/docs/index.html', hash: '#createSite' });
  const operation = page.locator('#createSite');
  await operation.getByText('TypeScript', { exact: true }).click();
  await operation.getByRole('button', { name: 'Copy the TypeScript sample of Add a site', exact: true }).click();
  await page.getByRole('status').getByText('Copied: the TypeScript sample of Add a site', { exact: true }).waitFor();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain('igny8.sites.create(');
  await context.close();
});

it.each([
  ['/docs', 'Add a site', '/docs/#createSite'],
  ['/docs/objects', 'Integration', '/docs/objects#Integration'],
  ['/docs/problems/not_found/', 'Skip to the text', '/docs/problems/not_found#main'],
])('%s keeps to its page where a link says so (%s)', async (path, link, there) => {
  const { context, page } = await openContext(browser, {});
  await page.goto(`${stack.apiUrl}${path}`);
  await page.evaluate('window.isTheSame = true');
  await page.getByRole('link', { name: link, exact: true }).first().press('Enter');
  await page.waitForURL(`${stack.apiUrl}${there}`);
  expect(await page.evaluate<boolean>('window.isTheSame')).toBe(true);
  await context.close();
});

it('needs no script', async () => {
  const { context, page } = await openContext(browser, { javaScriptEnabled: false });
  await page.goto(`${stack.apiUrl}/docs`);
  const operation = page.locator('#createSite');
  await operation.getByText('PHP', { exact: true }).click();
  expect(await operation.getByText('wp_remote_request(').isVisible()).toBe(true);
  await context.close();
});
