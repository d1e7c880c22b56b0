import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase } from './open-database.ts';
import { launchBrowser, openPage, type Misdeeds } from './browser.ts';
import { startOwnProduct, type OwnProduct } from './start-product.ts';

type Settings = Readonly<Record<string, string>>;

/** What the tests of a file happen in; product and browser are there as soon as they run. */
export interface Scene {
  readonly product: OwnProduct;
  readonly browser: Browser;
  /** A page of a browser of its own, at this product or another: another device. */
  readonly openDevice: (url?: string) => Promise<Page>;
  /** Changes rows of the running product behind its back: what only time or staff would do. */
  readonly change: (statement: string, ...values: readonly string[]) => Promise<void>;
  /** Makes every sign-in so far too old for what needs a recent one, in the page's token too. */
  readonly letTimePass: (page: Page) => Promise<void>;
  /** What pages printed on the console, and what they asked of hosts that are neither the product nor allowed. */
  readonly misdeeds: (allowed?: readonly string[]) => readonly string[];
}

/** Starts a product that has nothing in it, and asks nobody outside about passwords. */
export const startEmpty = (settings: Settings = {}): Promise<OwnProduct> =>
  startOwnProduct({ DEMO: '0', BREACH_CHECK_URL: 'off', ...settings });

/**
 * Starts a product and a browser before the tests of a file, and ends them afterwards.
 * @param settings of the product, asked for right before it starts
 */
export function useScene(settings: () => Settings = () => ({})): Scene {
  let product: OwnProduct;
  let browser: Browser;
  const all: Misdeeds[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startEmpty(settings()), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const change: Scene['change'] = (statement, ...values) => changeRows(product, statement, values);
  return {
    get product() {
      return product;
    },
    get browser() {
      return browser;
    },
    openDevice: async (url = product.url) => {
      const { page, misdeeds } = await openPage(browser, url);
      all.push(misdeeds);
      return page;
    },
    change,
    letTimePass: async (page) => {
      await change(`update sessions set authenticated_at = now() - interval '1 hour'`);
      await page.context().clearCookies({ name: /access/iu });
    },
    misdeeds: (allowed = []) => misdeedsIn(all, allowed),
  };
}

async function changeRows(product: OwnProduct, statement: string, values: readonly string[]): Promise<void> {
  await using database = await openDatabase(product.dataFolder);
  await database.query(statement, values);
}

function misdeedsIn(all: readonly Misdeeds[], allowed: readonly string[]): readonly string[] {
  const isForeign = (url: string): boolean => !allowed.some((start) => url.startsWith(start));
  return all.flatMap(({ console, foreignRequests }) => [...console, ...foreignRequests.filter(isForeign)]);
}
