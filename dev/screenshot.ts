import { join } from 'node:path';
import { launchBrowser, openContext } from './e2e/support/browser.ts';
import { Demo } from './e2e/support/demo.ts';
import { SettingsPage } from './e2e/support/settings-page.ts';
import { root } from './lib/paths.ts';

/** `npm run screenshot`: the README's picture of the Content Types tab, from the running product. */
const FILE = join(root, 'docs/content-types.png');

const demo = new Demo();
const browser = await launchBrowser();
try {
  const info = await demo.start();
  const { page } = await openContext(browser, {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1120, height: 800 },
    deviceScaleFactor: 2,
  });
  await page.goto(info.content_types_url);
  await page.getByLabel('Email').fill(info.email);
  await page.getByLabel('Password').fill(info.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Waiting for WordPress').waitFor();
  const settings = new SettingsPage(page, {
    loginUrl: `${info.wordpress_url}/wp-login.php`,
    settingsUrl: info.wordpress_settings_url,
    user: info.wordpress_user,
    password: info.wordpress_password,
  });
  await settings.signIn();
  await settings.open();
  await settings.connect({ email: info.email, password: info.password, apiKey: info.api_key });
  await page.goto(info.content_types_url);
  await page.getByRole('table', { name: 'Taxonomies' }).waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: FILE, animations: 'disabled' });
  console.log(`Written: ${FILE}`);
} finally {
  await browser.close();
  await demo.remove();
}
