import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { startWordPress } from '../../wp-plugin/testing/wordpress.ts';
import { launchBrowser, openContext } from './support/browser.ts';
import { rowsOf } from './support/dashboard.ts';
import { Demo } from './support/demo.ts';
import { SettingsPage, type WordPressAccess } from './support/settings-page.ts';
import { createAccount, stack as runningStack } from './support/stack.ts';
import { Igny8 } from '@igny8/sdk';

jest.setTimeout(400_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a newcomer has in hand. */
interface Newcomer {
  readonly wordpress: WordPressAccess;
  readonly account: { readonly email: string; readonly password: string; readonly apiKey: string };
  readonly contentTypesUrl: string;
}

const COUNT_POSTS = (type: string): string =>
  `SELECT COUNT(*) AS n FROM wp_posts WHERE post_type = '${type}' AND post_status IN ('publish', 'future', 'draft', 'pending', 'private')`;
const COUNT_TERMS = (taxonomy: string): string => `SELECT COUNT(*) AS n FROM wp_term_taxonomy WHERE taxonomy = '${taxonomy}'`;

/**
 * Signs in to both sides, presses Connect in WordPress, follows the link that WordPress then shows, and compares what the dashboard
 * shows with WordPress's own numbers.
 * @returns the milliseconds from the press to the table
 */
async function connectAndLook(newcomer: Newcomer, countInWordPress: (sql: string) => Promise<number>): Promise<number> {
  const { context, page, complaints } = await openContext(browser, { locale: 'en-GB', timezoneId: 'Europe/London' });
  const times = await noteTimes(page);
  await page.goto(newcomer.contentTypesUrl);
  await page.getByLabel('Email').fill(newcomer.account.email);
  await page.getByLabel('Password').fill(newcomer.account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Not connected', { exact: true }).first().waitFor();

  const settings = new SettingsPage(page, newcomer.wordpress);
  await settings.signIn();
  await settings.open();
  await settings.fill(newcomer.account);
  await settings.press();
  await page.waitForURL(newcomer.contentTypesUrl);
  await page.getByRole('table', { name: 'Post Types' }).waitFor();

  expect(await page.locator('[data-status=good]').count()).toBe(1);
  await page.getByText('Connected', { exact: true }).first().waitFor();
  await page.getByText('Last structure fetch: just now').waitFor();
  const counts = {
    Posts: await countInWordPress(COUNT_POSTS('post')),
    Pages: await countInWordPress(COUNT_POSTS('page')),
    Products: await countInWordPress(COUNT_POSTS('product')),
    Categories: await countInWordPress(COUNT_TERMS('category')),
    Tags: await countInWordPress(COUNT_TERMS('post_tag')),
    'Product Categories': await countInWordPress(COUNT_TERMS('product_cat')),
  };
  expect(Object.values(counts)).toEqual([123, 45, 67, 12, 89, 15]);
  const rows = [...(await rowsOf(page, 'Post Types')), ...(await rowsOf(page, 'Taxonomies'))];
  expect(rows.map((row) => row.slice(0, row.indexOf(' total')))).toEqual(
    Object.entries(counts).map(([label, count]) => `${label} ${String(count)}`),
  );
  await settings.open();
  expect([await settings.status(), await settings.state()]).toEqual(['Connected', 'ready']);
  expect(complaints.messages).toEqual([]);
  await context.close();
  return times.table - times.press;
}

/**
 * When the button was pressed and when the table was painted. Noted in the page, and the link between them followed there: a test looks
 * ever more seldom for what is not there yet, and would itself be half of what is measured.
 */
async function noteTimes(page: Page): Promise<{ press: number; table: number }> {
  const times = { press: Number.NaN, table: Number.NaN };
  await page.exposeFunction('igny8Note', (what: keyof typeof times, at: number) => {
    times[what] = at;
  });
  await page.addInitScript(`
    addEventListener('submit', () => {
      igny8Note('press', Date.now());
      (function follow() {
        const link = document.querySelector('.igny8-notice a[href$="/content-types"]');
        if (link) link.click();
        else requestAnimationFrame(follow);
      })();
    }, true);
    (function look() {
      if (document.querySelector('main table')?.getBoundingClientRect().height > 0) igny8Note('table', Date.now());
      else requestAnimationFrame(look);
    })();
  `);
  return times;
}

/** A person waits for this, so it is printed. Twice the goal fails: the machine of a test may be busy. */
function report(where: string, milliseconds: number, goal: number): void {
  process.stdout.write(`  Connect pressed → table visible, ${where}: ${String(milliseconds)} ms (goal ${String(goal)} ms)\n`);
  expect(milliseconds).toBeLessThan(2 * goal);
}

it('connects a WordPress on native PHP and shows its structure within a second', async () => {
  const stack = runningStack();
  const folder = mkdtempSync(join(tmpdir(), 'igny8-whole-path-'));
  const wordpress = await startWordPress({
    apiUrl: stack.apiUrl,
    appUrl: stack.dashboardUrl,
    workDir: join(folder, 'wordpress'),
    content: 'demo',
  });
  try {
    const account = await createAccount(stack);
    const site = await new Igny8({ baseUrl: stack.apiUrl, token: account.apiKey }).sites.create({ home_url: wordpress.url });
    const milliseconds = await connectAndLook(
      { wordpress, account, contentTypesUrl: `${stack.dashboardUrl}/sites/${site.id}/content-types` },
      async (sql) => Number((await wordpress.sql(sql))[0]?.['n']),
    );
    report('WordPress on native PHP', milliseconds, 1_000);
  } finally {
    await wordpress.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

it('connects the WordPress of npm start and shows its structure within three seconds', async () => {
  const demo = new Demo();
  try {
    const info = await demo.start();
    const milliseconds = await connectAndLook(
      {
        wordpress: {
          loginUrl: `${info.wordpress_url}/wp-login.php`,
          settingsUrl: info.wordpress_settings_url,
          user: info.wordpress_user,
          password: info.wordpress_password,
        },
        account: { email: info.email, password: info.password, apiKey: info.api_key },
        contentTypesUrl: info.content_types_url,
      },
      (sql) => {
        const db = new DatabaseSync(demo.wordpressDatabase, { readOnly: true });
        const row = db.prepare(sql).get();
        db.close();
        return Promise.resolve(Number(row?.['n']));
      },
    );
    report('the demo', milliseconds, 3_000);
  } finally {
    await demo.remove();
  }
});
