import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import {
  addConnectedSite,
  addSpecifiedCounts,
  eventually,
  expectAccessible,
  signedIn,
  untilAlive,
  type Visit,
} from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
/** Nothing fades: what is measured is what stays. */
const STILL = { reducedMotion: 'reduce' } as const;
let browser: Browser;
let empty: Visit;
let full: Visit;
let site: string;
let unconnected: string;

beforeAll(async () => {
  browser = await launchBrowser();
  empty = await signedIn(browser, stack, STILL);
  full = await signedIn(browser, stack, STILL);
  const connected = await addConnectedSite(full.api);
  await addSpecifiedCounts(stack, connected.integration.id);
  site = `/sites/${connected.site.id}`;
  unconnected = `/sites/${(await full.api.sites.create({ home_url: 'https://new.example.com' })).id}`;
});
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

interface Screen {
  readonly name: string;
  readonly path: () => string;
  /** What is done there before one looks. */
  readonly act?: (page: Page) => Promise<void>;
}

const SCREENS: readonly Screen[] = [
  { name: 'the sign-in, after a wrong password', path: () => '/sign-in?ended=true&failed=credentials_invalid' },
  { name: 'the list of sites', path: () => '/sites' },
  { name: 'the account menu', path: () => '/sites', act: (page) => press(page, /^Account/) },
  { name: 'adding a site, without an address', path: () => '/sites/new', act: (page) => press(page, 'Add site') },
  { name: 'the first steps', path: () => `${unconnected}/content-types` },
  {
    name: 'Content Types, with a number opened',
    path: () => `${site}/content-types`,
    act: (page) => press(page, '45 synced'),
  },
  {
    name: 'Content Types, with a wrong limit',
    path: () => `${site}/content-types`,
    act: async (page) => {
      await press(page, /Limit for Posts$/);
      await page.getByRole('textbox', { name: 'Limit for Posts' }).fill('0');
      await press(page, 'Save');
      await page.getByText('Limit must be a number').waitFor();
    },
  },
  {
    name: 'the history of the structure',
    path: () => `${site}/content-types`,
    act: async (page) => {
      await press(page, /^Last structure fetch/);
      await page.getByText('Product Categories added').waitFor();
    },
  },
  { name: 'General of a connected site', path: () => `${site}/general` },
  {
    name: 'General, without a name',
    path: () => `${unconnected}/general`,
    act: async (page) => {
      await page.getByLabel('Name').fill('');
      await press(page, 'Save');
    },
  },
  { name: 'the danger zone', path: () => `${site}/danger-zone` },
  { name: 'a question of the danger zone', path: () => `${site}/danger-zone`, act: (page) => press(page, 'Delete site') },
  { name: 'API keys', path: () => '/api-keys' },
  {
    name: 'the dialog for a new key, with nothing chosen',
    path: () => '/api-keys',
    act: async (page) => {
      await press(page, 'Create key');
      await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click();
    },
  },
  { name: 'a page that is not there', path: () => '/nothing-here' },
];

async function expectBothThemesAccessible(page: Page, part?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await eventually(async () => {
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(colorScheme);
    });
    await expectAccessible(page, part);
  }
}

describe('in light and in dark nothing that axe knows is wrong with', () => {
  it.each(SCREENS)('$name', async ({ path, act }) => {
    await full.page.goto(path());
    await untilAlive(full.page);
    await act?.(full.page);
    await expectBothThemesAccessible(full.page);
  });

  it('the list of sites while it is empty', async () => {
    await empty.page.goto('/sites');
    await untilAlive(empty.page);
    await expectBothThemesAccessible(empty.page);
  });
});

it('an exact time can be read in light and in dark', async () => {
  const { page } = full;
  await page.goto(`${site}/content-types`);
  await untilAlive(page);
  await page.getByRole('button', { name: /^Last structure fetch/ }).hover();
  await page.getByRole('tooltip').waitFor();
  await expectBothThemesAccessible(page, '[role=tooltip]');
});

it('the items of a menu show which of them has the focus', async () => {
  const { page } = full;
  await page.goto('/sites');
  await untilAlive(page);
  await page.getByRole('button', { name: /^Account/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await eventually(async () => {
    expect(
      await page.evaluate<string[]>("[document.activeElement.getAttribute('role'), getComputedStyle(document.activeElement).outlineStyle]"),
    ).toEqual([expect.stringMatching(/^menuitem/), 'solid']);
  });
});
