import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's Chromium: Playwright's own need not be downloaded. */
export function chromiumPath(): string {
  const found = [process.env['IGNY8_CHROMIUM'], ...CANDIDATES].find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('There is no Chromium. Install it (Debian: apt-get install chromium), or say in IGNY8_CHROMIUM where it is.');
  return found;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a page complained of in its console, or that it wanted from the internet. */
export interface Complaints {
  readonly messages: string[];
}

/** A context that reaches this machine only and keeps what its pages complain of. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page; complaints: Complaints }> {
  const context = await browser.newContext(options);
  const complaints: Complaints = { messages: [] };
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    async (route) => {
      complaints.messages.push(`asked for ${route.request().url()}`);
      await route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.messages.push(message.text());
  });
  page.on('pageerror', (error) => complaints.messages.push(error.message));
  return { context, page, complaints };
}
