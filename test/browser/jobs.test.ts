import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailOf, focused, heading, signUp } from './account-pages.ts';
import { countOperations, expectAccessible } from './browser.ts';
import { openDatabase } from './open-database.ts';
import { useScene } from './scene.ts';
import { askAs, makePersona, seedScored } from './seed-matches.ts';

const scene = useScene();

/** Enough for several pages of the list. */
const count = 180;

describe('The list of jobs', () => {
  let page: Page;
  let personaId = '';
  let listUrl = '';

  const title = (number: number) => `Engineer number ${number}`;
  const card = (number: number) => page.getByRole('article', { name: title(number), exact: true });
  /** For polls: which posting has the focus. */
  const focusedCard = () =>
    page.evaluate<string>(`document.activeElement.closest('article')?.querySelector('h2').innerText ?? ''`);
  const pressKeys = async (keys: string) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const seed = async (more: number, from: number) => {
    await using database = await openDatabase(scene.product.dataFolder);
    return await seedScored(database, personaId, { count: more, from });
  };

  beforeAll(async () => {
    page = await scene.openDevice();
    await signUp(page, emailOf('jobs'));
    await heading(page, 'New persona').waitFor();
    personaId = await makePersona(page, 'Engineer');
    await seed(count, 1);
    // Of the same fit several are, in any order.
    listUrl = `/personas/${personaId}/jobs?sort=POSTED_DESC`;
    await page.goto(listUrl);
    await card(1).waitFor();
  });

  it('draws what is near the window alone, and loads on as it is scrolled, each page once', async () => {
    const pages: string[] = [];
    page.on('request', (request) => {
      const [, after] = /"after":"([^"]+)"/.exec(request.postData() ?? '') ?? [];
      if (after !== undefined) pages.push(after);
    });
    // Tall enough for more than the first page to be near from the start.
    await page.setViewportSize({ width: 1280, height: 2_000 });
    await page.goto(`/personas/${personaId}/jobs`, { waitUntil: 'commit' });
    await page.getByRole('article').first().waitFor();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 2_000);
        return page.locator('[aria-posinset="40"]').count();
      })
      .toBe(1);
    expect(pages.length).toBeGreaterThan(0);
    expect(new Set(pages).size).toBe(pages.length);
    pages.length = 0;
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(listUrl);
    await page.getByText(`${count} matches.`).waitFor();
    expect(await page.getByRole('article').count()).toBeLessThan(20);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 20_000);
        return card(count).count();
      })
      .toBe(1);
    expect(new Set(pages).size).toBe(pages.length);
    expect(await page.getByRole('article').count()).toBeLessThan(20);
    await page.evaluate('scrollTo(0, 0)');
    await card(1).waitFor();
  });

  it('is asked for at once with what it needs, each once, and said to be loading while it is long in coming', async () => {
    const needed = ['Me', 'Personas', 'MatchPage'];
    const asked = needed.map((name) => countOperations(page, name));
    const counts = () => asked.map((count) => count());
    const [account, matches] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await page.route('**/graphql', async (route) => {
      const isOfMatches = route.request().postDataJSON().operationName === 'MatchPage';
      await (isOfMatches ? matches : account).promise;
      await route.continue();
    });
    await page.goto(listUrl);
    // Nothing is answered yet.
    await expect.poll(counts).toEqual([1, 1, 1]);
    account.resolve();
    await page.getByText('Loading your matches').waitFor();
    matches.resolve();
    await card(1).waitFor();
    expect(counts()).toEqual([1, 1, 1]);
    await page.unroute('**/graphql');
  });

  it('is gone through by keys, with a way back', async () => {
    await pressKeys('jjk');
    await expect.poll(focusedCard).toBe(title(1));
    await pressKeys('je');
    await expect.poll(focusedCard).toBe(title(3));
    await page.getByText(`Dismissed: ${title(2)}`).waitFor();
    await pressKeys('s');
    await card(3)
      .getByRole('button', { name: /^Favourite/u, pressed: true })
      .waitFor();
    await pressKeys('zz');
    await card(2).waitFor();
    await card(3)
      .getByRole('button', { name: /^Favourite/u, pressed: false })
      .waitFor();
    const dismissed = async () => {
      const query = `query ($id: ID!) { personaJobs(personaId: $id, filter: { statuses: [DISMISSED] }) { totalCount } }`;
      const asked = await askAs<{ personaJobs: { totalCount: number } }>(page, query, { id: personaId });
      return asked.personaJobs.totalCount;
    };
    await expect.poll(dismissed).toBe(0);
  });

  it('tells its keys, and can be told to leave them alone', async () => {
    await pressKeys('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await expectAccessible(page);
    // Pressed beside its controls, it loses the focus, and the page behind does not get the keys.
    await dialog.getByText('Next posting').click();
    await pressKeys('e');
    await dialog.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByText(/^Dismissed: /u).count()).toBe(0);
    const help = page.getByRole('button', { name: 'Keys', exact: true });
    await help.click();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect.poll(focused(page)).toMatch(/^Keys/u);
    await card(1).getByRole('checkbox').focus();
    await pressKeys('j');
    expect(await focusedCard()).toBe(title(1));
    await pressKeys('?');
    await dialog.getByRole('switch').click();
    await page.keyboard.press('Escape');
  });

  it('does to many what is done to one, and takes that back', async () => {
    for (const number of [1, 2, 3]) await card(number).getByRole('checkbox').check();
    await page.getByText('3 selected').waitFor();
    await expectAccessible(page);
    await page.getByRole('toolbar', { name: 'Selected matches' }).getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Dismissed: 3 matches').waitFor();
    // The bar is gone with what was selected: the focus stays in the list.
    expect(await page.evaluate<string>('document.activeElement.ariaLabel')).toBe('New');
    await page.getByText(`${count - 3} matches.`).waitFor();
    expect(await card(1).count()).toBe(0);
    await pressKeys('z');
    await page.getByText(`${count} matches.`).waitFor();
    await card(1).waitFor();
    // What was so before stays so.
    const star = (isOn: boolean) => card(2).getByRole('button', { name: /^Favourite/u, pressed: isOn });
    await star(false).click();
    for (const number of [1, 2, 3]) await card(number).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Add to favourites', exact: true }).click();
    await page.getByText('Added to favourites: 2 matches').waitFor();
    await pressKeys('z');
    await page.getByText('No longer a favourite: 2 matches').waitFor();
    expect(await star(true).count()).toBe(1);
    await pressKeys('z');
    await star(false).waitFor();
  });

  it('shows a change at once, and as it was where it is refused', async () => {
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName !== 'SetMatchStatus') return route.fallback();
      const errors = [{ message: 'No.', extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await card(1)
      .getByRole('button', { name: /^Dismiss/u })
      .click();
    await page
      .getByRole('alert')
      .getByText(/^Too many attempts. You can try again at/u)
      .waitFor();
    await card(1).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => card(1).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(1).waitFor();
  });

  it('keeps its filters in the address', async () => {
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Remote').check();
    await page.getByLabel('Hybrid').check();
    await page.getByLabel('Hybrid').uncheck();
    await page.getByLabel('Fit at least').selectOption('90');
    await page.waitForURL(/fit=90&work=REMOTE$/u);
    await page.getByText(/^\d+ matches\./u).waitFor();
    await expect.poll(() => card(2).count()).toBe(0);
    await page.reload();
    await card(1).waitFor();
    expect(await page.getByLabel('Fit at least').inputValue()).toBe('90');
    expect(await card(2).count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText(`${count} matches.`).waitFor();
    // What goes takes neither the place nor the focus along.
    expect(await focused(page)()).toBe('Filters');
    await page.getByLabel('Company, in full').fill('Nobody');
    await page.waitForURL(/company=Nobody/u);
    await page.keyboard.type(' & Sons');
    await page.waitForURL(/company=Nobody\+%26\+Sons/u);
    await page.getByLabel('Search titles and companies').fill('number 7 ');
    await page.waitForURL(/search=number\+7/u);
    await page.getByRole('link', { name: 'Jobs', exact: true }).click();
    await page.getByText(`${count} matches.`).waitFor();
    expect(await page.getByLabel('Search titles and companies').inputValue()).toBe('');
    expect(await page.getByLabel('Company, in full').inputValue()).toBe('');
    await page.goto(listUrl);
  });

  it('is come back to where it was left, and was gone on from there', async () => {
    await card(1).waitFor();
    await pressKeys('j');
    await expect.poll(focusedCard).toBe(title(1));
    for (let number = 2; number <= 12; number += 1) {
      await pressKeys('j');
      await expect.poll(focusedCard).toBe(title(number));
    }
    await pressKeys('o');
    await heading(page, title(12)).waitFor();
    await expectAccessible(page);
    await pressKeys('j');
    await heading(page, title(13)).waitFor();
    await pressKeys('e');
    await heading(page, title(14)).waitFor();
    await pressKeys('z');
    await page.getByText(`Brought back: ${title(13)}`).waitFor();
    await pressKeys('u');
    await expect.poll(focusedCard).toBe(title(14));
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(1000);
  });

  it('tells of new matches without moving', async () => {
    const top = await page.evaluate<number>('scrollY');
    const [first = ''] = await seed(3, count + 1);
    // Told of by what changes a match, as matching does.
    await askAs(page, 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }', { id: first });
    await page.getByRole('button', { name: '3 new matches' }).waitFor();
    expect(await page.evaluate<number>('scrollY')).toBe(top);
    await expectAccessible(page);
    await page.getByRole('button', { name: '3 new matches' }).click();
    await page.getByText(`${count + 3} matches.`).waitFor();
    expect(await page.evaluate<number>('scrollY')).toBe(0);
  });

  it('is scored anew on request, with progress', async () => {
    await using database = await openDatabase(scene.product.dataFolder);
    // Nothing is scored before it was seen to be under way.
    await database.query('begin; lock table persona_skill_keys in access exclusive mode');
    await page.getByRole('button', { name: 'Score anew' }).click();
    await page.getByText(/^Scoring anew: \d+ %/u).waitFor();
    await database.query('commit');
    await expect.poll(() => page.getByRole('button', { name: 'Score anew' }).count()).toBe(1);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
