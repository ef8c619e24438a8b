import AxeBuilder from '@axe-core/playwright';
import { Igny8, type Integration, type Site, type UpdateStructureRequest } from '@igny8/sdk';
import { Client } from 'pg';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { openContext, type Complaints } from './browser.ts';
import { createAccount, type StackInfo, type TestAccount } from './stack.ts';

/** Somebody in front of the dashboard. */
export interface Visit {
  readonly account: TestAccount;
  readonly api: Igny8;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaints;
}

/** What the reader of the tests' texts is: their numbers and dates are compared to the letter. */
const READER: BrowserContextOptions = { locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 900 } };

/** An account of its own, with a client that speaks for it. */
export async function newAccount(stack: StackInfo): Promise<Pick<Visit, 'account' | 'api'>> {
  const account = await createAccount(stack);
  return { account, api: new Igny8({ baseUrl: stack.apiUrl, token: account.apiKey }) };
}

/** A browser that nobody is signed in with. */
export async function visit(browser: Browser, stack: StackInfo, options: BrowserContextOptions = {}): Promise<Visit> {
  const { account, api } = await newAccount(stack);
  return { account, api, ...(await openContext(browser, { baseURL: stack.dashboardUrl, ...READER, ...options })) };
}

/** A browser that somebody is signed in with, without the way through the form. */
export async function signedIn(browser: Browser, stack: StackInfo, options: BrowserContextOptions = {}): Promise<Visit> {
  const visitor = await visit(browser, stack, options);
  await signInQuietly(visitor, stack);
  return visitor;
}

export async function signInQuietly(
  { context, account: { email, password } }: Pick<Visit, 'context' | 'account'>,
  stack: StackInfo,
): Promise<void> {
  const response = await context.request.post('/api/session', {
    headers: { origin: stack.dashboardUrl },
    data: { email, password },
  });
  if (response.status() !== 204) throw new Error(`Sign-in answered ${String(response.status())}: ${await response.text()}`);
}

/** What the specification's own diagram sends. */
export const SPECIFIED: UpdateStructureRequest = {
  post_types: {
    post: { label: 'Posts', count: 123, enabled: true, statuses: { publish: 118, draft: 3, private: 2 } },
    page: { label: 'Pages', count: 45, enabled: true, statuses: { publish: 45 } },
    product: { label: 'Products', count: 67, enabled: false, statuses: { publish: 67 } },
  },
  taxonomies: {
    category: { label: 'Categories', count: 12, enabled: true },
    post_tag: { label: 'Tags', count: 89, enabled: true },
    product_cat: { label: 'Product Categories', count: 15, enabled: false },
  },
  plugin_connection_enabled: true,
  two_way_sync_enabled: true,
};

/** How much of it the diagram shows as synced. */
const SPECIFIED_COUNTS = [
  ['post_types', 'post', 45],
  ['post_types', 'page', 45],
  ['post_types', 'product', 12],
  ['taxonomies', 'category', 10],
  ['taxonomies', 'post_tag', 50],
] as const;

export interface ConnectedSite {
  readonly site: Site;
  readonly integration: Integration;
}

/** A site that has sent its structure. */
export async function addConnectedSite(
  api: Igny8,
  {
    url = 'https://example.com',
    name = 'Example shop',
    structure = SPECIFIED,
  }: { url?: string; name?: string; structure?: UpdateStructureRequest } = {},
): Promise<ConnectedSite> {
  const site = await api.sites.create({ home_url: url, name });
  const integration = await api.integrations.create({ site_id: site.id });
  await api.structure.update(integration.id, structure);
  return { site: await api.sites.get(site.id), integration };
}

/**
 * Lets a query reach the database: for what only time or another part of the product would bring about.
 * @returns how many rows it found
 */
export async function inDatabase(stack: StackInfo, text: string, values: readonly unknown[]): Promise<number | null> {
  const db = new Client({ connectionString: stack.databaseUrl });
  await db.connect();
  try {
    const { rowCount } = await db.query(text, [...values]);
    return rowCount;
  } finally {
    await db.end();
  }
}

/** Content as the diagram shows it: counted, and synced a moment ago. */
export async function addSpecifiedCounts(stack: StackInfo, integrationId: string): Promise<void> {
  for (const [kind, name, count] of SPECIFIED_COUNTS) {
    await inDatabase(stack, 'INSERT INTO content_count (integration_id, kind, name, synced_count) VALUES ($1, $2, $3, $4)', [
      integrationId,
      kind,
      name,
      count,
    ]);
  }
  await inDatabase(stack, 'UPDATE site_integration SET last_sync_at = now() WHERE id = $1', [integrationId]);
}

/** Tries an assertion until it holds, or gives its last failure. */
export async function eventually<Result>(assertion: () => Result | Promise<Result>, withinMs = 8_000): Promise<Result> {
  for (const since = Date.now(); ;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() - since > withinMs) throw error;
    }
    await sleep(50);
  }
}

/** The rows of a table, each as the lines that one reads. */
export async function rowsOf(page: Page, table: string): Promise<string[]> {
  const rows = page.getByRole('table', { name: table }).getByRole('row');
  const texts = await rows.allInnerTexts();
  return texts.slice(1).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/** Until the script of the page has taken over all that can be pressed: before that, pressing does what it does without a script. */
export async function untilAlive(page: Page): Promise<void> {
  // By React's own tree: an element has its handlers long before a slow machine has come to the end of bringing the page to life.
  const isAlive = `(() => {
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer'));
    const root = document[key]?.stateNode.current;
    const isWaiting = (part) => {
      for (let child = part.child; child !== null; child = child.sibling) {
        if ((child.memoizedState?.dehydrated ?? null) !== null || isWaiting(child)) return true;
      }
      return false;
    };
    return root?.memoizedState.isDehydrated === false && !isWaiting(root) && document.querySelector('main') !== null;
  })()`;
  // Not waitForFunction: it evaluates in the page, which the page's policy forbids.
  await eventually(async () => {
    expect(await page.evaluate<boolean>(isAlive)).toBe(true);
  });
}

export const isFocused = async (part: Locator): Promise<boolean> => (await part.and(part.page().locator(':focus')).count()) === 1;

/** Nothing on the page goes wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [needed, there] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  expect(needed).toBeLessThanOrEqual(there);
}

/**
 * No rule of WCAG 2.2 AA, and none of the good habits beside it, is broken: on the page, or in a part of it.
 * @param rules only these, where the rest was looked at already
 */
export async function expectAccessible(page: Page, part = 'html', rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).include(part);
  const { violations } = await (
    rules === undefined ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']) : axe.withRules(rules)
  ).analyze();
  expect(
    violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`) })),
  ).toEqual([]);
}

/**
 * The page complained of nothing: no error, no refused script or style, no request to anywhere else.
 * @param expected answers with an error that the test provoked; Chromium notes each in the console
 */
export function expectNoComplaints({ complaints }: Pick<Visit, 'complaints'>, ...expected: readonly number[]): void {
  const isExpected = (message: string): boolean =>
    expected.some((status) => message.startsWith('Failed to load resource') && message.includes(`status of ${String(status)} `));
  expect(complaints.messages.filter((message) => !isExpected(message))).toEqual([]);
}
