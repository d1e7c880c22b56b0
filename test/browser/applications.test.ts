import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, emailOf, heading, press, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { openDatabase } from './open-database.ts';
import { useScene } from './scene.ts';
import { askAs, makePersona, seedScored } from './seed-matches.ts';

const scene = useScene();

/** More than a column shows at first. */
const count = 24;

describe('The applications', () => {
  let page: Page;
  let boardUrl = '';

  const title = (number: number) => `Engineer number ${number}`;
  const column = (name: string) => page.getByRole('region', { name });
  const card = (number: number, within = 'Applied') =>
    column(within).getByRole('article', { name: title(number), exact: true });
  const chooseMove = async (number: number, to: string) => {
    await page.getByRole('button', { name: `Move to … ${title(number)}`, exact: true }).click();
    await page.getByRole('menuitem', { name: to }).click();
  };
  /** For polls: the text of what has the focus. */
  const focusedText = () => page.evaluate<string>('document.activeElement.innerText');

  beforeAll(async () => {
    page = await scene.openDevice();
    await signUp(page, emailOf('applications'));
    await heading(page, 'New persona').waitFor();
    const personaId = await makePersona(page, 'Engineer');
    boardUrl = `/personas/${personaId}/applications`;
    await using database = await openDatabase(scene.product.dataFolder);
    const matches = await seedScored(database, personaId, { count });
    const apply = 'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }';
    // The last one applied for stands first.
    for (const id of matches.toReversed()) await askAs(page, apply, { id });
  });

  it('stand on a board by where they stand, as many as are asked for', async () => {
    await page.goto(boardUrl);
    await column('Applied').getByText(String(count), { exact: true }).waitFor();
    expect(await column('Applied').getByRole('article').count()).toBe(20);
    await column('Applied')
      .getByRole('button', { name: /^Show more/u })
      .click();
    await card(count).waitFor();
    expect(await column('Applied').getByRole('article').count()).toBe(count);
    await expectAccessible(page);
  });

  it('are gone through and moved by keys, to where they may go', async () => {
    await card(1).getByRole('link').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedText()).toBe(title(2));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Interviewing' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Interviewing', 'Rejected', 'Withdrawn']);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await dialog(page, 'You are invited').waitFor();
    await expectAccessible(page);
    // Left alone, it stays where it is, and has the focus.
    await page.keyboard.press('Escape');
    await dialog(page, 'You are invited').waitFor({ state: 'hidden' });
    await expect.poll(focusedText).toBe(title(2));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The menu takes the focus only once it is drawn.
    await expect.poll(focusedText).toBe('Interviewing');
    await page.keyboard.press('Enter');
    await page.getByLabel('Stage of the interviews').selectOption('On site');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(`Moved to Interviewing: ${title(2)}`)
      .waitFor();
    await card(2, 'Interviewing').getByText('On site').waitFor();
    await expect.poll(focusedText).toBe(title(2));
    await column('Applied')
      .getByText(String(count - 1), { exact: true })
      .waitFor();
  });

  it('are dragged to where they may go, and are told where they may not', async () => {
    await card(1).dragTo(column('Offer').getByRole('heading', { level: 2 }));
    await page
      .getByRole('alert')
      .getByText(`Not moved: ${title(1)}. Applied does not lead to Offer`)
      .waitFor();
    await card(1).waitFor();
    await card(1).dragTo(column('Interviewing').getByRole('heading', { level: 2 }));
    await dialog(page, 'You are invited').getByRole('button', { name: 'Move' }).click();
    await card(1, 'Interviewing').waitFor();
    await card(2, 'Interviewing').dragTo(column('Offer').getByRole('heading', { level: 2 }));
    await dialog(page, 'You have an offer').waitFor();
    expect(await card(2, 'Interviewing').count()).toBe(1);
  });

  it('come to an offer with what it says, named where it cannot be', async () => {
    const form = dialog(page, 'You have an offer');
    await form.getByLabel('Currency').fill('EURO');
    await form.getByLabel('Base pay a year').fill('85000');
    await form.getByLabel('Last day to answer').fill('2199-12-31');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save the offer' }).click();
    await form.getByText('This is no currency code such as USD.').waitFor();
    expect(await form.getByLabel('Currency').getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel('Base pay a year').inputValue()).toBe('85,000');
    // It went back to where it was.
    expect(await card(2, 'Interviewing').count()).toBe(1);
    await form.getByLabel('Currency').fill('EUR');
    await form.getByRole('button', { name: 'Save the offer' }).click();
    await form.waitFor({ state: 'hidden' });
    await card(2, 'Offer').getByText('Answer by Dec 31, 2199').waitFor();
    await expect.poll(focusedText).toBe(title(2));
  });

  it('are put back where a move is refused, with the way to try again', async () => {
    await page.route('**/graphql', async (route) => {
      if (route.request().postDataJSON()?.operationName !== 'MoveApplication') return route.fallback();
      const errors = [{ message: 'No.', extensions: { code: 'RATE_LIMITED', retryAfter: 60 } }];
      return route.fulfill({ json: { data: null, errors } });
    });
    await chooseMove(3, 'Withdrawn');
    await dialog(page, 'Withdraw the application?').getByRole('button', { name: 'Withdraw' }).click();
    await page
      .getByRole('alert')
      .getByText(/^Too many attempts. You can try again at/u)
      .waitFor();
    await card(3).waitFor();
    await page.unroute('**/graphql');
    await press(page, 'Try again');
    await card(3, 'Withdrawn').waitFor();
    expect(await card(3).count()).toBe(0);
    await expectAccessible(page);
  });

  it('are looked at again where they were changed elsewhere', async () => {
    const id = await card(4).getAttribute('data-card');
    const move = 'mutation ($id: ID!) { changeApplicationStatus(id: $id, input: { status: INTERVIEWING }) { id } }';
    await askAs(page, move, { id });
    await chooseMove(4, 'Interviewing');
    await press(page, 'Move');
    await page.getByRole('alert').getByText('It was changed elsewhere, and stands at Interviewing by now.').waitFor();
    await card(4, 'Interviewing').waitFor();
    expect(await card(4).count()).toBe(0);
  });

  it('are listed too, and rejected with what was said', async () => {
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'List' }).click();
    await page.waitForURL(/view=list/u);
    const rows = page.getByRole('list', { name: 'Open applications' }).getByRole('listitem');
    await rows.filter({ hasText: 'Answer by' }).waitFor();
    await expectAccessible(page);
    await chooseMove(4, 'Rejected');
    const form = dialog(page, 'You are rejected');
    await form.getByLabel('How far it had come').selectOption('Final round');
    await form.getByLabel('Reason they gave').fill('a'.repeat(10_001));
    await form.getByRole('button', { name: 'Save the rejection' }).click();
    await expect.poll(() => form.getByLabel('Reason they gave').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel('Reason they gave').fill('Hired from within.');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save the rejection' }).click();
    await expect
      .poll(() => rows.filter({ has: page.getByRole('link', { name: title(4), exact: true }) }).count())
      .toBe(0);
    await page.getByRole('navigation', { name: 'Which applications' }).getByRole('link', { name: 'Ended' }).click();
    await page
      .getByRole('list', { name: 'Ended applications' })
      .getByRole('link', { name: title(4), exact: true })
      .click();
  });

  it('tell all that happened, and what the posting said', async () => {
    await heading(page, title(4)).waitFor();
    const events = page.getByRole('region', { name: 'What happened' }).getByRole('listitem');
    expect((await events.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Applied',
      'Interviewing',
      'Rejected',
    ]);
    expect(await events.locator('time').count()).toBe(3);
    const rejection = page.getByRole('region', { name: 'The rejection' });
    await rejection.getByText('Hired from within.').waitFor();
    await rejection.getByText('Final round').waitFor();
    await page.getByRole('link', { name: 'See it as it is now' }).waitFor();
    await expectAccessible(page);
  });

  it('move on from their own page as well', async () => {
    await page.goto(boardUrl);
    await card(2, 'Offer').getByRole('link').click();
    await page.getByRole('region', { name: 'The offer' }).getByText('€85,000').waitFor();
    await chooseMove(2, 'Accepted');
    await dialog(page, 'Accept the offer?').getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('region', { name: 'What happened' }).getByText('Offer accepted').waitFor();
    await page.getByRole('region', { name: 'The offer' }).getByText('€85,000').waitFor();
    await page.getByRole('link', { name: '← All applications' }).click();
    await column('Accepted').getByText('1', { exact: true }).waitFor();
    expect(await card(2, 'Offer').count()).toBe(0);
  });

  it('are told in numbers', async () => {
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Numbers' }).click();
    const cells = (plot: string, step: string) =>
      page.getByRole('table', { name: plot }).getByRole('row', { name: step }).getByRole('cell').allInnerTexts();
    await page.getByRole('table', { name: 'How far they come' }).waitFor();
    expect(await cells('How far they come', 'Applied')).toEqual([String(count), '100%', '–']);
    expect(await cells('How far they come', 'Interviewing')).toEqual(['3', '13%', '13%']);
    expect(await cells('How far they come', 'Accepted')).toEqual(['1', '4%', '100%']);
    expect((await cells('How long they wait', 'Interviewing')).at(-1)).toBe('1 of 3');
    await expectAccessible(page);
  });

  it('can be used on a phone, where they are a list', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const address of [boardUrl, `${boardUrl}?view=numbers`, `${boardUrl}?view=board`]) {
      await page.goto(address);
      await page
        .getByText(/^(?:Applied|How far they come)/u)
        .first()
        .waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await expectAccessible(page);
    }
  });

  it('are nobody else’s to see', async () => {
    const other = await scene.openDevice();
    await signUp(other, emailOf('applications-other'));
    await heading(other, 'New persona').waitFor();
    await other.goto(boardUrl);
    await heading(other, 'Not found').waitFor();
    const own = await makePersona(other, 'Engineer');
    await other.goto(`/personas/${own}/applications`);
    await other.getByRole('heading', { name: 'No applications yet' }).waitFor();
    expect(await other.getByText(/^Engineer number/u).count()).toBe(0);
    await expectAccessible(other);
    const id = await card(1, 'Interviewing').getAttribute('data-card');
    await other.goto(`/personas/${own}/applications/${id}`);
    await heading(other, 'Not found').waitFor();
  });

  it('have printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
