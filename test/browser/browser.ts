import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a page did that no page of ours may do. */
export interface Misdeeds {
  readonly console: string[];
  readonly foreignRequests: string[];
}

/** Starts Debian's Chromium, or the one that `CHROMIUM` names, without its own background traffic. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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

/** Opens a page with cookies of its own and writes down its misdeeds. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly misdeeds: Misdeeds }> {
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const misdeeds: Misdeeds = { console: [], foreignRequests: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') misdeeds.console.push(message.text());
  });
  page.on('pageerror', (error) => misdeeds.console.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(baseURL).origin) misdeeds.foreignRequests.push(request.url());
  });
  return { page, misdeeds };
}

const axeRun = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target)))`;

/** Expects the page as it stands to pass axe in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still on its way has no heading.
  await page.locator('h1').first().waitFor();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    // Through the debugger, as the page's own Content-Security-Policy lets no script in.
    await page.evaluate(axe.source);
    expect(await page.evaluate<readonly string[]>(axeRun), `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** Counts the GraphQL operations of this name that the page sends from now on. */
export function countOperations(page: Page, operationName: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && request.postDataJSON()?.operationName === operationName) count += 1;
  });
  return () => count;
}

/** Has a page ask as one of another build: by hashes that this server does not know. */
export const askAsAnotherBuild = (page: Page): Promise<unknown> =>
  page.route('**/graphql', (route) => {
    const { extensions, ...asked } = route.request().postDataJSON() as { readonly extensions?: object };
    const unknown = extensions && { persistedQuery: { version: 1, sha256Hash: 'of another build' } };
    return route.continue({ postData: JSON.stringify({ ...asked, extensions: unknown }) });
  });
