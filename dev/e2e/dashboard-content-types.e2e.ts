import { randomUUID } from 'node:crypto';
import { Igny8, type UpdateStructureRequest } from '@igny8/sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import {
  addConnectedSite,
  addSpecifiedCounts,
  eventually,
  expectNoComplaints,
  expectNoSidewaysScroll,
  untilAlive,
  inDatabase,
  isFocused,
  newAccount,
  rowsOf,
  signedIn,
  signInQuietly,
  SPECIFIED,
  type Visit,
} from './support/dashboard.ts';
import { stack as runningStack } from './support/stack.ts';

const stack = runningStack();
let browser: Browser;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const rowOf = (page: Page, label: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });

async function openTab(visitor: Visit, siteId: string): Promise<void> {
  await visitor.page.goto(`/sites/${siteId}/content-types`);
  await visitor.page.getByRole('table', { name: 'Post Types' }).waitFor();
  await untilAlive(visitor.page);
}

const limitButton = (page: Page, label: string): Locator => rowOf(page, label).getByRole('button', { name: /^Limit: / });

/** Presses the limit of a type and types another. */
async function typeLimit(page: Page, label: string, limit: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `Limit for ${label}` });
  await limitButton(page, label).click();
  await field.fill(limit);
  await field.press('Enter');
}

const turn = (page: Page, label: string, isOn: boolean): Promise<void> =>
  page.getByRole('switch', { name: `Sync ${label}`, exact: true }).setChecked(isOn);

describe('the Content Types tab', () => {
  it('shows what the specification draws', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await addSpecifiedCounts(stack, integration.id);
    await openTab(visitor, site.id);
    expect(await page.title()).toBe('Content Types - Example shop - IGNY8');
    await page.getByRole('heading', { level: 2, name: 'WordPress Content Types' }).waitFor();
    await page.getByRole('button', { name: 'Last structure fetch: just now' }).waitFor();
    await page.getByText('Sync operations: on, set in WordPress').waitFor();
    await page.getByText('Two-way sync: on, set in WordPress').waitFor();
    expect(await page.locator('[data-status=good]').count()).toBe(1);
    await page.getByText('Connected', { exact: true }).waitFor();
    expect(await rowsOf(page, 'Post Types')).toEqual([
      'Posts 123 total · 45 synced 55 to come. Enabled Limit: 100',
      'Pages 45 total · 45 synced Enabled Limit: 100',
      'Products 67 total · 12 synced Disabled. Not kept current. Enable Products Disabled Limit: 100',
    ]);
    expect(await rowsOf(page, 'Taxonomies')).toEqual([
      'Categories 12 total · 10 synced 2 to come. Enabled Limit: 100',
      'Tags 89 total · 50 synced 39 to come. Enabled Limit: 100',
      'Product Categories 15 total · 0 synced Disabled. Not kept current. Enable Product Categories Disabled Limit: 100',
    ]);
    expectNoComplaints(visitor);
  });

  it('comes with the first answer, before the page asks for anything', async () => {
    const visitor = await signedIn(browser, stack);
    const { site } = await addConnectedSite(visitor.api);
    const html = await (await visitor.context.request.get(`/sites/${site.id}/content-types`)).text();
    for (const text of ['>Posts<', '>Product Categories<', 'Sync Tags', 'Limit: 100']) expect(html).toContain(text);
  });

  it('ages by itself and says exactly when on focus', async () => {
    const visitor = await signedIn(browser, stack, { timezoneId: 'Asia/Tokyo' });
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await inDatabase(stack, "UPDATE site_integration SET last_structure_fetch = '2025-11-22T22:30:05Z' WHERE id = $1", [integration.id]);
    await page.clock.install({ time: new Date('2025-11-22T22:30:30Z') });
    await openTab(visitor, site.id);
    const fetched = page.getByRole('button', { name: /^Last structure fetch/ });
    await page.getByText('Last structure fetch: just now').waitFor();
    await page.clock.fastForward(5 * MINUTE);
    await page.getByText('Last structure fetch: 5 min ago').waitFor();
    await page.clock.fastForward(3 * HOUR);
    await page.getByText('Last structure fetch: 3 h ago').waitFor();
    await fetched.focus();
    await page.getByRole('tooltip', { name: '23 Nov 2025, 07:30:05 GMT+9' }).waitFor();
    await page.clock.fastForward(36 * HOUR);
    await page.getByText('Last structure fetch: 1 day ago').waitFor();
    await page.getByText('Stale: over 36 h.', { exact: true }).waitFor();
    await page.getByText('Next in WordPress: Send structure now').waitFor();
    await page.clock.fastForward(240 * HOUR);
    await page.getByText('Last structure fetch: 23 Nov 2025').waitFor();
    expectNoComplaints(visitor);
  });

  it('opens each number to how it was made', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await addSpecifiedCounts(stack, integration.id);
    await openTab(visitor, site.id);
    const posts = rowOf(page, 'Posts');
    await posts.getByRole('button', { name: '123 total' }).click();
    await posts.getByText('118 published, 3 draft, 2 private').waitFor();
    await posts.getByRole('button', { name: '45 synced' }).click();
    await posts.getByText('45 of at most 100, 2 private left out').waitFor();
    // Where the site did not say how a total was made, there is nothing to press.
    expect(await rowOf(page, 'Tags').getByRole('button', { name: '89 total' }).count()).toBe(0);
    expectNoComplaints(visitor);
  });

  it('opens the history of the structure', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await api.structure.update(integration.id, {
      ...SPECIFIED,
      post_types: { ...SPECIFIED.post_types, post: { label: 'Articles', count: 124 } },
    });
    await openTab(visitor, site.id);
    const dialog = page.getByRole('dialog', { name: 'Structure history' });
    await page.getByRole('button', { name: /^Last structure fetch/ }).click();
    await dialog.getByText('Posts renamed to Articles').waitFor();
    await dialog.getByText('Articles: 123 → 124').waitFor();
    await dialog.getByText('Product Categories added (15)').waitFor();
    await dialog.getByText('by First key').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await isFocused(page.getByRole('button', { name: /^Last structure fetch/ }))).toBe(true);
    expectNoComplaints(visitor);
  });

  it('says what a site does not have', async () => {
    const visitor = await signedIn(browser, stack);
    const { site } = await addConnectedSite(visitor.api, { structure: { post_types: SPECIFIED.post_types ?? {}, taxonomies: {} } });
    await openTab(visitor, site.id);
    await visitor.page.getByText('No taxonomies found.').waitFor();
    expectNoComplaints(visitor);
  });

  it('keeps a type that vanished, and says so', async () => {
    const visitor = await signedIn(browser, stack);
    const { site, integration } = await addConnectedSite(visitor.api);
    await visitor.api.structure.update(integration.id, { ...SPECIFIED, taxonomies: { category: { label: 'Categories', count: 12 } } });
    await openTab(visitor, site.id);
    expect(await rowsOf(visitor.page, 'Taxonomies')).toContain(
      'Product Categories – total · 0 synced Not in the last structure. Kept, not current. Disabled Limit: 100',
    );
    expectNoComplaints(visitor);
  });
});

describe('the state of the connection', () => {
  it('says why a structure was refused, until one is accepted', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    const wrong = { post_types: { post: { label: 'Posts', count: -1 } } } as unknown as UpdateStructureRequest;
    await expect(api.structure.update(integration.id, wrong)).rejects.toMatchObject({ code: 'validation_failed' });
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByText(/^Connected\. IGNY8 did not accept the structure: .+count.+ WordPress tries again by itself\.$/).waitFor();
    await page.getByText('Next in WordPress: Try again now').waitFor();
    await page.getByText(/^Request ID/).waitFor();
    expect(await page.locator('[data-status=failed]').count()).toBe(1);
    // The table stays as it was, and says when that was.
    expect(await rowsOf(page, 'Post Types')).toHaveLength(3);
    await page.getByText(/^As of \d+ \w+ \d{4}$/).waitFor();
    expectNoComplaints(visitor);
  });

  it('names who disconnected, and when', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await api.integrations.disconnect(integration.id);
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByText('Disconnected just now by First key. Content stays in IGNY8.').waitFor();
    await page.getByText('Next in WordPress: Connect to IGNY8').waitFor();
    expect(await rowsOf(page, 'Taxonomies')).toHaveLength(3);
    expectNoComplaints(visitor);
  });

  it('asks for a new connection when the key of the site was revoked', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    const { api_key: siteKey } = await api.integrations.connect(integration.id, {
      attempt_id: randomUUID(),
      site_uuid: randomUUID(),
      home_url: site.home_url,
      rest_url: `${site.home_url}/wp-json/`,
      environment_type: 'production',
      versions: { wordpress: '6.8', php: '8.2', plugin: '0.1.0' },
    });
    const asSite = new Igny8({ baseUrl: stack.apiUrl, token: siteKey });
    await asSite.structure.update(integration.id, SPECIFIED);
    const { api_key: key } = await asSite.auth.me();
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByText('Connected', { exact: true }).waitFor();
    await api.apiKeys.revoke(key?.id ?? '');
    await page.reload();
    await page.getByText('Needs reconnect. The API key was revoked. Nothing is sent.').waitFor();
    await page.getByText('Next in WordPress: Connect to IGNY8').waitFor();
    expect(await page.locator('[data-status=good]').count()).toBe(0);
    expect(await rowsOf(page, 'Post Types')).toHaveLength(3);
    await page.goto('/sites');
    await page.getByText('Needs you 1').waitFor();
    expectNoComplaints(visitor);
  });

  it('says that sync is off in WordPress', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api, {
      structure: { ...SPECIFIED, plugin_connection_enabled: false, two_way_sync_enabled: false },
    });
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByText('Enable Sync Operations is off.').waitFor();
    await page.getByText('Next in WordPress: Open settings').waitFor();
    await page.getByText('Sync operations: off, set in WordPress').waitFor();
    await page.getByText('Two-way sync: off, set in WordPress').waitFor();
    expectNoComplaints(visitor);
  });

  it('locks what an inactive site does not take, until it is activated here', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api);
    await api.sites.update(site.id, { is_active: false });
    await openTab(visitor, site.id);
    await page.getByText('Inactive. IGNY8 accepts nothing from this site.').waitFor();
    expect(await page.getByRole('switch', { name: 'Sync Posts' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Limit:/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Activate site' }).click();
    await eventually(async () => {
      expect(await page.getByRole('switch', { name: 'Sync Posts' }).isEnabled()).toBe(true);
      expect(await isFocused(page.locator('#site-status'))).toBe(true);
    });
    await page.getByRole('button', { name: 'Connected', exact: true }).waitFor();
    expectNoComplaints(visitor);
  });

  it('says that there is no structure yet', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const site = await api.sites.create({ home_url: 'https://example.com' });
    const integration = await api.integrations.create({ site_id: site.id });
    await api.integrations.disconnect(integration.id);
    await page.goto(`/sites/${site.id}/content-types`);
    await page.getByText('No structure yet.').waitFor();
    expectNoComplaints(visitor);
  });
});

describe('changing what is kept of a type', () => {
  it('is saved at once and stays', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    await turn(page, 'Products', true);
    await rowOf(page, 'Products').getByText('Enabled', { exact: true }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Products: enabled. Saved.' }).waitFor({ state: 'attached' });
    await typeLimit(page, 'Posts', '1,000');
    await rowOf(page, 'Posts').getByText('Limit: 1,000').waitFor();
    await typeLimit(page, 'Tags', 'All');
    await rowOf(page, 'Tags').getByText('Limit: all').waitFor();
    await eventually(async () => {
      const types = await api.structure.contentTypes(integration.id);
      expect(types.post_types['product']).toMatchObject({ enabled: true, changed_by: visitor.account.email });
      expect(types.post_types['post']?.fetch_limit).toBe(1000);
      expect(types.taxonomies['post_tag']?.fetch_limit).toBeNull();
    });
    await page.reload();
    await rowOf(page, 'Posts').getByText('Limit: 1,000').waitFor();
    await rowOf(page, 'Products').getByRole('button', { name: 'Enable Products' }).waitFor({ state: 'detached' });
    expectNoComplaints(visitor);
  });

  it('is shown before the answer is here, in whatever order one presses', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    await page.route('**/content-types/post_types/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await turn(page, 'Posts', false);
    await turn(page, 'Pages', false);
    await turn(page, 'Posts', true);
    await turn(page, 'Posts', false);
    await eventually(async () => {
      const { post_types: types } = await api.structure.contentTypes(integration.id);
      expect([types['post']?.enabled, types['page']?.enabled, types['post']?.etag]).toEqual([false, false, '"v4"']);
    }, 15_000);
    expect(await page.getByRole('switch', { name: 'Sync Posts' }).isChecked()).toBe(false);
    expect(await page.getByRole('table').getByRole('alert').count()).toBe(0);
    expectNoComplaints(visitor, 412);
  });

  it('is done by the words in the row too, and goes on at the switch', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    await rowOf(page, 'Products').getByRole('button', { name: 'Enable Products' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'Products: enabled. Saved.' }).waitFor({ state: 'attached' });
    expect(await isFocused(page.getByRole('switch', { name: 'Sync Products' }))).toBe(true);
    expectNoComplaints(visitor);
  });

  it('takes a limit by keyboard alone, and leaves it by Escape', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    const button = rowOf(page, 'Posts').getByRole('button', { name: /^Limit: 100/ });
    const field = page.getByRole('textbox', { name: 'Limit for Posts' });
    await button.focus();
    await page.keyboard.press('Enter');
    await field.waitFor();
    // What is there is selected, so that typing replaces it.
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Limit must be a number from 1 to 10,000, or all.' }).waitFor();
    expect(await field.inputValue()).toBe('0');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    expect(await isFocused(button)).toBe(true);
    expectNoComplaints(visitor);
  });

  it('asks before a lower limit removes something', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await addSpecifiedCounts(stack, integration.id);
    await openTab(visitor, site.id);
    await typeLimit(page, 'Posts', '20');
    const dialog = page.getByRole('dialog', { name: 'Lower the limit for Posts to 20?' });
    await dialog.getByText('25 items removed from IGNY8; the site keeps them.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Limit for Posts' }).press('Enter');
    await dialog.getByRole('button', { name: 'Lower limit' }).click();
    await rowOf(page, 'Posts').getByText('Limit: 20').waitFor();
    await eventually(async () => {
      expect((await api.structure.contentTypes(integration.id)).post_types['post']?.fetch_limit).toBe(20);
    });
    expectNoComplaints(visitor);
  });

  it('asks which limit holds when two people set it', async () => {
    const mine = await signedIn(browser, stack);
    const { page, api, account } = mine;
    const { site, integration } = await addConnectedSite(api);
    await openTab(mine, site.id);
    const theirs = await mine.context.newPage();
    await theirs.goto(`/sites/${site.id}/content-types`);
    await untilAlive(theirs);
    await typeLimit(theirs, 'Posts', '50');
    await theirs.getByRole('status').filter({ hasText: 'Limit for Posts: 50. Saved.' }).waitFor({ state: 'attached' });
    await typeLimit(page, 'Posts', '200');
    const row = rowOf(page, 'Posts');
    await row
      .getByRole('alert')
      .filter({ hasText: `${account.email} set Limit: 50; you chose 200.` })
      .waitFor();
    await row.getByText('Limit: 50', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Use 200' }).click();
    await row.getByText('Limit: 200', { exact: true }).waitFor();
    expect(await isFocused(limitButton(page, 'Posts'))).toBe(true);
    await eventually(async () => {
      expect((await api.structure.contentTypes(integration.id)).post_types['post']?.fetch_limit).toBe(200);
    });
    // And the other way round.
    await typeLimit(theirs, 'Posts', '300');
    const theirRow = rowOf(theirs, 'Posts');
    await theirRow.getByRole('button', { name: 'Keep 200' }).click();
    await theirRow.getByRole('alert').waitFor({ state: 'detached' });
    await theirRow.getByText('Limit: 200', { exact: true }).waitFor();
    expect(await isFocused(limitButton(theirs, 'Posts'))).toBe(true);
    expectNoComplaints(mine, 412);
  });

  it('keeps what somebody else changed beside it', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    const { etag } = (await api.structure.contentTypes(integration.id)).post_types['post'] ?? {};
    await api.structure.updateContentType(integration.id, 'post_types', 'post', { enabled: false }, { ifMatch: etag ?? '' });
    await typeLimit(page, 'Posts', '200');
    await rowOf(page, 'Posts').getByText('Limit: 200').waitFor();
    await rowOf(page, 'Posts').getByText('Disabled', { exact: true }).waitFor();
    await eventually(async () => {
      expect((await api.structure.contentTypes(integration.id)).post_types['post']).toMatchObject({ enabled: false, fetch_limit: 200 });
    });
    expectNoComplaints(visitor, 412);
  });

  it('compares with what one saw when one began to type', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site, integration } = await addConnectedSite(api);
    await page.clock.install();
    await openTab(visitor, site.id);
    const field = page.getByRole('textbox', { name: 'Limit for Posts' });
    await limitButton(page, 'Posts').click();
    await field.fill('200');
    const { etag } = (await api.structure.contentTypes(integration.id)).post_types['post'] ?? {};
    await api.structure.updateContentType(
      integration.id,
      'post_types',
      'post',
      { fetch_limit: 50, enabled: false },
      { ifMatch: etag ?? '' },
    );
    // A poll brings it; what is being typed stays.
    await page.clock.fastForward(MINUTE / 2 + 1_000);
    await rowOf(page, 'Posts').getByText('Disabled', { exact: true }).waitFor();
    expect(await field.inputValue()).toBe('200');
    await field.press('Enter');
    await page.getByText('First key set Limit: 50; you chose 200.').waitFor();
    expectNoComplaints(visitor, 412);
  });

  it('in one tab is seen in the other within one poll', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api, context } = visitor;
    const { site } = await addConnectedSite(api);
    await page.clock.install();
    await openTab(visitor, site.id);
    const other = await context.newPage();
    await other.goto(`/sites/${site.id}/content-types`);
    await untilAlive(other);
    await turn(other, 'Products', true);
    await other.getByRole('status').filter({ hasText: 'Products: enabled. Saved.' }).waitFor({ state: 'attached' });
    await page.bringToFront();
    await page.clock.fastForward(MINUTE / 2 + 1_000);
    await eventually(async () => {
      expect(await page.getByRole('switch', { name: 'Sync Products' }).isChecked()).toBe(true);
    });
    expectNoComplaints(visitor);
  });

  it('that fails is taken back, with the reason and what to tell support', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api);
    await openTab(visitor, site.id);
    await page.route('**/content-types/post_types/product/', (route) =>
      route.fulfill({
        status: 500,
        headers: { 'content-type': 'application/problem+json' },
        json: {
          code: 'internal_error',
          status: 500,
          detail: 'Something went wrong here. Tell support the request ID.',
          request_id: 'request-1',
        },
      }),
    );
    const toggle = page.getByRole('switch', { name: 'Sync Products' });
    const alert = rowOf(page, 'Products').getByRole('alert');
    await toggle.click();
    await alert.waitFor();
    expect((await alert.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'Products was not changed. Something went wrong here. Tell support the request ID. Request ID request-1 Copy',
    );
    expect(await toggle.isChecked()).toBe(false);
    await alert.getByRole('button', { name: 'Copy request ID' }).waitFor();
    expectNoComplaints(visitor, 500);
  });
});

describe('many types', () => {
  it('stay readable and quick: 500 rows, and a filter', async () => {
    const visitor = await signedIn(browser, stack);
    const { page, api } = visitor;
    const entries = (prefix: string, label: string): UpdateStructureRequest['taxonomies'] =>
      Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${prefix}_${String(i)}`, { label: `${label} ${String(i)}`, count: i }]));
    const { site } = await addConnectedSite(api, {
      structure: { post_types: entries('type', 'Type') ?? {}, taxonomies: entries('tax', 'Taxonomy') ?? {} },
    });
    await openTab(visitor, site.id);
    expect(await rowsOf(page, 'Post Types')).toHaveLength(250);
    expect(await rowsOf(page, 'Taxonomies')).toHaveLength(250);
    await turn(page, 'Type 249', true);
    await page.getByRole('status').filter({ hasText: 'Type 249: enabled. Saved.' }).waitFor({ state: 'attached' });
    // The key that leads to the filter leads nowhere while something is before it.
    await page.getByRole('button', { name: /^Last structure fetch/ }).click();
    await page.getByRole('dialog', { name: 'Structure history' }).waitFor();
    await page.keyboard.press('/');
    expect(await isFocused(page.getByRole('searchbox'))).toBe(false);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Filter content types' }).fill('tax_249');
    await eventually(async () => {
      expect(await page.getByRole('table').count()).toBe(1);
      expect(await rowsOf(page, 'Taxonomies')).toHaveLength(1);
    });
    await page.getByRole('searchbox', { name: 'Filter content types' }).fill('no such type');
    await page.getByText('Nothing matches.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await isFocused(page.getByRole('searchbox'))).toBe(true);
    await eventually(async () => {
      expect(await rowsOf(page, 'Post Types')).toHaveLength(250);
    });
    // What is typed is not thrown away by looking for something else, and the row stays until one goes on searching.
    const field = page.getByRole('textbox', { name: 'Limit for Type 3', exact: true });
    await limitButton(page, 'Type 3').click();
    await field.fill('77');
    await page.getByRole('searchbox').fill('tax_249');
    await eventually(async () => {
      expect(await page.getByRole('row').count()).toBe(4);
    });
    expect(await field.inputValue()).toBe('77');
    await field.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Limit for Type 3: 77. Saved.' }).waitFor({ state: 'attached' });
    expect(await isFocused(limitButton(page, 'Type 3'))).toBe(true);
    await page.getByRole('searchbox').fill('tax_24');
    await limitButton(page, 'Type 3').waitFor({ state: 'detached' });
    expectNoComplaints(visitor);
  });
});

describe('labels that nobody would choose', () => {
  const HOSTILE = '<img src=x onerror="document.title=\'owned\'">';
  const LONG = 'Aufmerksamkeitsdefizit'.repeat(9).slice(0, 200);

  it('are shown as they are, and break nothing', async () => {
    const visitor = await signedIn(browser, stack, { viewport: { width: 360, height: 740 } });
    const { page, api } = visitor;
    const { site } = await addConnectedSite(api, {
      name: `${LONG.slice(0, 150)}${HOSTILE}`,
      structure: {
        post_types: {
          post: { label: HOSTILE, count: 9_007_199_254_740_991, statuses: { publish: 9_007_199_254_740_991 } },
          page: { label: LONG, count: 1 },
          product: { label: 'منتجات', count: 3 },
          constructor: { label: 'Twice', count: 1 },
        },
        taxonomies: {
          'a/b?c#d': { label: '\u202Eeilati', count: 2 },
          名前: { label: 'Twice', count: 1 },
          mood: { label: '\u200b ', count: 1 },
        },
      },
    });
    await openTab(visitor, site.id);
    await page.getByRole('rowheader', { name: HOSTILE, exact: true }).waitFor();
    await rowOf(page, 'منتجات').getByText('3 total · 0 synced').waitFor();
    await expectNoSidewaysScroll(page);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img').count()).toBe(0);
    // Two types with one label are told apart by their names.
    await turn(page, 'Twice (constructor)', true);
    await page.getByRole('status').filter({ hasText: 'Twice (constructor): enabled. Saved.' }).waitFor({ state: 'attached' });
    await turn(page, '\u202Eeilati', true);
    await page.getByRole('status').filter({ hasText: 'enabled. Saved.' }).waitFor({ state: 'attached' });
    // A label that shows nothing is no name.
    await turn(page, 'mood', true);
    await page.setViewportSize({ width: 1200, height: 800 });
    const overflowing = `[...document.querySelectorAll('td, th')].filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.innerText)`;
    expect(await page.evaluate(overflowing)).toEqual([]);
    await page.goto('/sites');
    await page.getByRole('table', { name: 'Sites' }).waitFor();
    await expectNoSidewaysScroll(page);
    expectNoComplaints(visitor);
  });

  it('belong to one account only', async () => {
    const visitor = await signedIn(browser, stack);
    const { api } = await newAccount(stack);
    const { site } = await addConnectedSite(api);
    await visitor.page.goto(`/sites/${site.id}/content-types`);
    await visitor.page.getByRole('heading', { name: 'Page not found' }).waitFor();
    await signInQuietly(visitor, stack);
    await visitor.page.goto('/sites/not-a-site/general');
    await visitor.page.getByRole('heading', { name: 'Page not found' }).waitFor();
  });
});
