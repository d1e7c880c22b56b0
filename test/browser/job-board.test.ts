import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, emailOf, focused, heading, press, signIn, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { openDatabase } from './open-database.ts';
import { useScene } from './scene.ts';
import { askAs, makePersona, seedScored } from './seed-matches.ts';

const scene = useScene();

/** More than a column shows at first. */
const count = 24;

const title = (number: number) => `Engineer number ${number}`;

describe('The board of jobs', () => {
  const email = emailOf('job-board');
  let page: Page;
  let personaId = '';
  let listUrl = '';
  let boardUrl = '';
  let matches: readonly string[] = [];

  const column = (name: string, on = page) => on.getByRole('region', { name });
  const card = (number: number, within = 'New', on = page) =>
    column(within, on).getByRole('article', { name: title(number), exact: true });
  const counted = (name: string, total: number, on = page) =>
    column(name, on)
      .getByRole('heading', { level: 2, name: `${name} ${total}`, exact: true })
      .waitFor();
  const firstCards = async (name: string, howMany: number) =>
    (await column(name).getByRole('heading', { level: 3 }).allInnerTexts()).slice(0, howMany);
  const chooseMove = async (number: number, to: string) => {
    await page.getByRole('button', { name: `Move to … ${title(number)}`, exact: true }).click();
    await page.getByRole('menuitem', { name: to }).click();
  };
  const dragTo = async (number: number, from: string, to: string) =>
    card(number, from).dragTo(column(to).getByRole('heading', { level: 2 }));
  const told = (text: string | RegExp) => page.getByRole('status').getByText(text).waitFor();
  const standing = async (number: number) => {
    const query = 'query ($id: ID!) { personaJob(id: $id) { status isFavorite } }';
    return (await askAs<{ personaJob: object }>(page, query, { id: matches[number - 1] })).personaJob;
  };
  const seed = async (more: number, from: number) => {
    await using database = await openDatabase(scene.product.dataFolder);
    return await seedScored(database, personaId, { count: more, from });
  };

  beforeAll(async () => {
    page = await scene.openDevice();
    await signUp(page, email);
    await heading(page, 'New persona').waitFor();
    personaId = await makePersona(page, 'Engineer');
    matches = await seed(count, 1);
    const warnings = JSON.stringify(['The pay is not told.', 'It asks for travel.', 'It is old.']);
    await scene.change('update persona_jobs set warnings = $1 where id = $2', warnings, matches[0] ?? '');
    listUrl = `/personas/${personaId}/jobs`;
    boardUrl = `${listUrl}?layout=board`;
    // What is dragged, and where to, is in the window.
    await page.setViewportSize({ width: 1280, height: 1_400 });
    await page.goto(listUrl);
  });

  it('is chosen beside the list, and shows as many of each column as are asked for', async () => {
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Board' }).click();
    await page.waitForURL(/layout=board/u);
    await counted('New', count);
    // What the list had loaded beyond its first page is on the board too.
    await page.reload();
    await counted('New', count);
    expect(await column('New').getByRole('article').count()).toBe(20);
    await column('New')
      .getByRole('button', { name: /^Show more/u })
      .click();
    await card(count).waitFor();
    expect(await card(1).getByRole('list', { name: 'To mind' }).getByRole('listitem').allInnerTexts()).toEqual([
      'The pay is not told.',
      'It asks for travel.',
      '1 more',
    ]);
    await card(1).getByText('Fit 100').waitFor();
    await card(1).getByText('posted Sep 30, 2025').waitFor();
    for (const name of ['Favourites', 'Applied', 'Dismissed']) await counted(name, 0);
    await column('Favourites').getByText('Drag a posting here that you like').waitFor();
    await expectAccessible(page);
  });

  it('is gone through and changed by keys, with the way back', async () => {
    await card(1).getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)()).toBe(title(2));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Favourites' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Favourites', 'Applied', 'Dismissed']);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await told(`Moved to Favourites: ${title(2)}`);
    await card(2, 'Favourites').waitFor();
    await expect.poll(focused(page)).toBe(title(2));
    await counted('New', count - 1);
    await counted('Favourites', 1);
    await page.keyboard.press('z');
    await told(`Back in New: ${title(2)}`);
    await counted('New', count);
    expect(await firstCards('New', 3)).toEqual([title(1), title(2), title(3)]);
    await expect.poll(focused(page)).toBe(title(2));
  });

  it('is changed by dragging, where the order puts what is dragged', async () => {
    await dragTo(5, 'New', 'Dismissed');
    await card(5, 'Dismissed').waitFor();
    await dragTo(3, 'New', 'Dismissed');
    await told(`Moved to Dismissed: ${title(3)}`);
    await counted('Dismissed', 2);
    expect(await firstCards('Dismissed', 2)).toEqual([title(3), title(5)]);
    await press(page, 'Undo');
    await card(3).waitFor();
    await expect.poll(() => standing(3)).toEqual({ status: 'DISCOVERED', isFavorite: false });
    // Back from there, and a favourite at once.
    await dragTo(5, 'Dismissed', 'Favourites');
    await card(5, 'Favourites').waitFor();
    await expect.poll(() => standing(5)).toEqual({ status: 'DISCOVERED', isFavorite: true });
    await expectAccessible(page);
  });

  it('asks before what has no way back, and says that it has none', async () => {
    await dragTo(4, 'New', 'Applied');
    await dialog(page, 'Have you applied?').waitFor();
    await expectAccessible(page);
    await press(page, 'Not yet');
    await dialog(page, 'Have you applied?').waitFor({ state: 'hidden' });
    expect(await standing(4)).toEqual({ status: 'DISCOVERED', isFavorite: false });
    await chooseMove(4, 'Applied');
    await press(page, 'I applied');
    await told(`Applied: ${title(4)}`);
    await page.getByRole('link', { name: 'See the application' }).waitFor();
    await card(4, 'Applied').waitFor();
    await expect.poll(focused(page)).toBe(title(4));
    expect(await card(4, 'Applied').getByRole('button').count()).toBe(0);
    await dragTo(4, 'Applied', 'New');
    await page
      .getByRole('alert')
      .getByText(`Not moved: ${title(4)}. You have applied for it, and an application stays`)
      .waitFor();
    await counted('Applied', 1);
  });

  it('shows a card where it was if its move is refused, with the way to try again', async () => {
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName !== 'MoveMatch') return route.fallback();
      const errors = [{ message: 'No.', extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await chooseMove(6, 'Dismissed');
    await page
      .getByRole('alert')
      .getByText(`Not moved: ${title(6)}`)
      .waitFor();
    await card(6).waitFor();
    await expect.poll(focused(page)).toBe(title(6));
    await counted('Dismissed', 0);
    await page.unroute('**/graphql');
    await press(page, 'Try again');
    await card(6, 'Dismissed').waitFor();
    await counted('Dismissed', 1);
  });

  it('shows what is done on another device, and tells of what is new', async () => {
    const other = await scene.openDevice();
    // Once it is connected it counts: what happens after that is told to it.
    const following = other.waitForResponse(
      (response) => response.request().postDataJSON()?.operationName === 'ColumnTotals',
    );
    await other.goto(boardUrl);
    await signIn(other, email);
    await counted('Favourites', 1, other);
    await following;
    await chooseMove(7, 'Favourites');
    await card(7, 'Favourites', other).waitFor();
    expect(await card(7, 'New', other).count()).toBe(0);
    await counted('Favourites', 2, other);
    const [first = ''] = await seed(2, count + 1);
    await askAs(page, 'mutation ($id: ID!) { setFavorite(id: $id, favorite: true) { id } }', { id: first });
    const more = column('Favourites', other).getByRole('button', { name: '1 more in Favourites' });
    await more.waitFor();
    expect(await card(count + 1, 'Favourites', other).count()).toBe(0);
    await expectAccessible(other);
    await more.click();
    await card(count + 1, 'Favourites', other).waitFor();
    await counted('Favourites', 3, other);
    await other.close();
  });

  it('is narrowed by the filters of the list, in every column', async () => {
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Remote').check();
    await page.waitForURL(/layout=board&work=REMOTE$/u);
    // Every other posting is, from the first one on.
    await counted('Favourites', 3);
    await counted('Dismissed', 0);
    await column('Dismissed').getByText('Nothing here passes the filters.').waitFor();
    await chooseMove(1, 'Dismissed');
    await counted('Dismissed', 1);
    await expectAccessible(page);
    await press(page, 'Clear filters');
    await counted('Dismissed', 2);
    await page.getByLabel('Search titles and companies').fill('number 25');
    await counted('Favourites', 1);
    await column('New').getByText('Nothing here with “number 25”.').waitFor();
    await expect.poll(() => firstCards('Favourites', 2)).toEqual([title(25)]);
  });

  it('is come back to where it was left', async () => {
    await page.goto(boardUrl);
    await card(7, 'Favourites').getByRole('link').click();
    await heading(page, title(7)).waitFor();
    await page.getByRole('link', { name: 'Next', exact: true }).waitFor();
    await page.getByRole('link', { name: '← All jobs' }).click();
    await card(7, 'Favourites').waitFor();
    await expect.poll(focused(page)).toBe(title(7));
  });

  it('says of each column that it could not be loaded, and loads it on request', async () => {
    await page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON();
      if (asked?.operationName !== 'MatchPage' || asked.variables.filter.favorite !== true) return route.fallback();
      const errors = [{ message: 'No.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await page.goto(boardUrl);
    await column('Favourites').getByRole('alert').waitFor();
    await counted('Dismissed', 2);
    await expectAccessible(page);
    await page.unroute('**/graphql');
    await column('Favourites').getByRole('button', { name: 'Try again' }).click();
    await counted('Favourites', 3);
    expect(await column('Favourites').getByRole('article').count()).toBe(3);
  });

  it('can be used on a phone, where the list comes first', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(listUrl);
    await page.getByRole('list', { name: 'New' }).waitFor();
    await page.goto(boardUrl);
    await counted('Dismissed', 2);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
