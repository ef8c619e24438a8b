import type { Page } from 'playwright-core';
import type { WordPress } from '../../../wp-plugin/testing/wordpress.ts';
import type { TestAccount } from './stack.ts';

/** How to get into a WordPress and to the plugin's page there. */
export type WordPressAccess = Pick<WordPress, 'loginUrl' | 'settingsUrl' | 'user' | 'password'>;

/** The plugin's page in WordPress, as somebody uses it. */
export class SettingsPage {
  readonly page: Page;
  private readonly wordpress: WordPressAccess;

  constructor(page: Page, wordpress: WordPressAccess) {
    this.page = page;
    this.wordpress = wordpress;
  }

  async signIn(): Promise<void> {
    await this.page.goto(this.wordpress.loginUrl);
    await this.page.getByLabel('Username or Email Address').fill(this.wordpress.user);
    await this.page.locator('#user_pass').fill(this.wordpress.password);
    await this.page.getByRole('button', { name: 'Log In' }).click();
    const refused = this.page.locator('#login_error');
    await this.page.locator('#wpadminbar').or(refused).waitFor();
    if (await refused.isVisible()) throw new Error(`WordPress does not let ${this.wordpress.user} in: ${await refused.innerText()}`);
  }

  async open(): Promise<void> {
    await this.page.goto(this.wordpress.settingsUrl);
  }

  async fill({ email, password, apiKey }: Pick<TestAccount, 'email' | 'password' | 'apiKey'>): Promise<void> {
    await this.page.getByLabel('Email', { exact: true }).fill(email);
    await this.page.getByLabel('API Key', { exact: true }).fill(apiKey);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
  }

  async press(): Promise<void> {
    await this.page.getByRole('button', { name: 'Connect to IGNY8' }).click();
  }

  /** Fills the form, presses Connect and waits until it is over, one way or the other. */
  async connect(account: Pick<TestAccount, 'email' | 'password' | 'apiKey'>): Promise<void> {
    await this.fill(account);
    await this.press();
    await this.over();
  }

  /** Waits until the button can be pressed again. */
  async over(): Promise<void> {
    await this.page.locator('#igny8-connect-button:not([aria-disabled])').waitFor({ timeout: 40_000 });
    await this.page.locator('.igny8-notice').first().waitFor({ timeout: 40_000 });
  }

  async status(): Promise<string> {
    return (await this.page.locator('#igny8-status-text').innerText()).trim();
  }

  async state(): Promise<string | null> {
    return this.page.locator('#igny8-status').getAttribute('data-state');
  }

  /** The steps of connecting, each with what is said of it. */
  async steps(): Promise<string[]> {
    const texts = await this.page.locator('#igny8-steps li').allInnerTexts();
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  /** What a screen reader was told last. */
  async spoken(): Promise<string> {
    return (await this.page.locator('#a11y-speak-polite').innerText()).trim();
  }

  async notice(): Promise<string> {
    return (await this.page.locator('.igny8-notice').first().innerText()).trim();
  }
}

/** A plugin as it is on the day of its installation. */
export async function reinstall(wordpress: WordPress): Promise<void> {
  await wordpress.wpEval(`
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    deactivate_plugins( 'igny8-bridge/igny8-bridge.php' );
    ( new Igny8\\Bridge\\Foundation() )->uninstall();
    return null === activate_plugin( 'igny8-bridge/igny8-bridge.php' );
  `);
}
