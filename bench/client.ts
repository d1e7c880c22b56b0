import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { emailOf, signUp } from '../test/browser/account-pages.ts';
import { launchBrowser, openPage } from '../test/browser/browser.ts';
import { openDatabase } from '../test/browser/open-database.ts';
import { makePersona, seedScored } from '../test/browser/seed-matches.ts';
import { startOwnProduct } from '../test/browser/start-product.ts';
import type { BenchOptions } from './bench-options.ts';
import { median, quantile } from './measure/statistics.ts';
import { print } from './report/report.ts';

const matches = 10_000;
/** So many times slower than this machine is. */
const throttling = 4;
const loads = 15;
const keys = 30;

interface Figures {
  readonly firstMs: readonly number[];
  readonly usableMs: readonly number[];
  readonly nextMs: readonly number[];
  readonly dismissMs: readonly number[];
  readonly openMs: readonly number[];
}

/** Measures the list of jobs in a browser: how soon it can be used, and how soon a key shows the next posting. */
export async function benchmarkClient({ say, cleanUp }: BenchOptions): Promise<void> {
  say(`Starting a product with ${matches} matches of one persona …`);
  const product = await startOwnProduct({ DEMO: '0', BREACH_CHECK_URL: 'off' });
  cleanUp.defer(() => product.stop());
  const browser = await launchBrowser();
  cleanUp.defer(() => browser.close());
  const { page } = await openPage(browser, product.url, { viewport: { width: 1280, height: 800 } });
  await signUp(page, emailOf('bench'));
  await page.getByRole('heading', { name: 'New persona' }).waitFor();
  const personaId = await makePersona(page, 'Engineer');
  await fill(product.dataFolder, personaId);
  const debugging = await page.context().newCDPSession(page);
  await debugging.send('Emulation.setCPUThrottlingRate', { rate: throttling });
  say('Loading and going through the list …');
  const list = `/personas/${personaId}/jobs`;
  const [firstMs = [], usableMs = []] = await loadTimes(page, list);
  const figures = { firstMs, usableMs, ...(await keyTimes(page)) };
  report(figures);
}

async function fill(dataFolder: string, personaId: string): Promise<void> {
  await using database = await openDatabase(dataFolder);
  await seedScored(database, personaId, { count: matches });
  await database.query('analyze');
}

/** As the page itself sees it, so that no looking from outside is counted: when the first posting, and when the focus on one, was drawn. */
const watch = `{
  const afterFrame = (resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  window.drawn = new Promise((resolve) => new MutationObserver((_changes, observer) => {
    if (!document.querySelector('article')) return;
    observer.disconnect();
    afterFrame(resolve);
  }).observe(document, { childList: true, subtree: true }));
  window.focused = new Promise((resolve) => addEventListener('focusin', ({ target }) => {
    if (target.tagName === 'ARTICLE') afterFrame(resolve);
  }));
}`;

/** Until the first postings are drawn, and until the page takes keys too: a key has led to the first of them. */
async function loadTimes(page: Page, list: string): Promise<readonly (readonly number[])[]> {
  await page.addInitScript(watch);
  const drawn: number[] = [];
  const usable: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    await page.goto('about:blank');
    // What the page before has left to do is no part of it.
    await page.waitForTimeout(2_000);
    await page.goto(list, { waitUntil: 'commit' });
    drawn.push(await page.evaluate<number>('window.drawn'));
    await page.keyboard.press('j');
    usable.push(await page.evaluate<number>('window.focused'));
  }
  return [drawn, usable];
}

/** From a key until the frame is drawn that shows what it led to, as the page itself sees it. */
async function keyTimes(page: Page): Promise<Omit<Figures, 'firstMs' | 'usableMs'>> {
  const inList = `document.activeElement.closest('article')?.getAttribute('aria-labelledby')`;
  const onPage = `document.querySelector('h1')?.innerText`;
  const nextMs = await pressMany(page, { key: 'j', sees: inList });
  const dismissMs = await pressMany(page, { key: 'e', sees: inList });
  await page.keyboard.press('o');
  await page.getByRole('heading', { name: 'Why it fits' }).waitFor();
  const openMs = await pressMany(page, { key: 'j', sees: onPage });
  return { nextMs, dismissMs, openMs };
}

async function pressMany(
  page: Page,
  { key, sees }: { readonly key: string; readonly sees: string },
): Promise<number[]> {
  const times: number[] = [];
  for (let press = 0; press < keys; press += 1) {
    await page.evaluate(`(() => {
      const before = ${sees};
      window.benchmark = new Promise((resolve) => addEventListener('keydown', ({ timeStamp }) => {
        const check = () => ${sees} === before ? requestAnimationFrame(check)
          : setTimeout(() => resolve(performance.now() - timeStamp));
        requestAnimationFrame(check);
      }, { once: true, capture: true }));
    })()`);
    await page.keyboard.press(key);
    times.push(await page.evaluate<number>('window.benchmark'));
    // Nobody reads a posting in less; what is asked for ahead needs it.
    await page.waitForTimeout(400);
  }
  return times;
}

function report({ firstMs, usableMs, nextMs, dismissMs, openMs }: Figures): void {
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['address to the first postings', firstMs],
    ['address to the first key having led somewhere', usableMs],
    ['key to the next posting, in the list', nextMs],
    ['key to dismiss, to the next posting', dismissMs],
    ['key to the next posting, on its page', openMs],
  ];
  print([
    `### ${matches.toLocaleString('en')} matches of one persona, CPU ${throttling} times slower`,
    [
      '| milliseconds | median | p95 |',
      '| --- | ---: | ---: |',
      ...rows.map(
        ([what, values]) => `| ${what} | ${Math.round(median(values))} | ${Math.round(quantile(values, 0.95))} |`,
      ),
    ].join('\n'),
    `Script before the list is drawn: ${scriptBytes().toLocaleString('en')} bytes compressed.`,
  ]);
}

/** What the page's own document asks for; the rest comes after what it is for. */
function scriptBytes(): number {
  const dist = join(import.meta.dirname, '../web/dist');
  const wanted = new Set(readFileSync(join(dist, 'index.html'), 'utf8').match(/[\w-]+\.js/g));
  return readdirSync(join(dist, 'assets'))
    .filter((name) => wanted.has(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0);
}
