import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailOf, heading, password, press, signOut, signUp } from './account-pages.ts';
import { countOperations, expectAccessible, launchBrowser, openPage, type Misdeeds } from './browser.ts';
import { startProduct, type RunningProduct } from './start-product.ts';

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('The client', () => {
  const email = emailOf('ada');
  let page: Page;
  let misdeeds: Misdeeds;
  /** Address of the list, and of one match in it. */
  let listUrl = '';
  let matchUrl = '';
  let favouriteTitle = '';
  let dismissedTitle = '';

  const cards = () => page.getByRole('article');
  const showJobs = async (view: string) => {
    await page.getByRole('link', { name: 'Jobs', exact: true }).click();
    await page.getByRole('navigation', { name: 'Matches' }).getByRole('link', { name: view }).click();
    await page.getByRole('list', { name: view }).waitFor({ state: 'attached' });
  };

  beforeAll(async () => {
    ({ page, misdeeds } = await openPage(browser, product.url));
  });

  it('is served under a policy that allows no inline code and no inline style sheets', async () => {
    const response = await page.goto('/');
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src '");
    expect(policy).not.toContain('unsafe');
  });

  it('asks whoever is signed out to sign in, and says when that fails', async () => {
    await heading(page, 'Sign in').waitFor();
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel(/^Password/u).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('E-mail or password is not right.');
  });

  it('shows live which parts of the password rule are met', async () => {
    await page.getByRole('link', { name: 'Open an account' }).click();
    await page.getByLabel('E-mail').fill(email);
    const rule = page.getByRole('list', { name: 'A password needs' });
    await page.getByLabel(/^Password/u).fill('a quiet harbour');
    expect(await rule.getByText('missing').count()).toBe(1);
    await page.getByRole('button', { name: 'Open account' }).click();
    await page.getByText('The password needs a digit.').waitFor();
    await page.getByLabel(/^Password/u).fill(password);
    expect(await rule.getByText('missing').count()).toBe(0);
    await expectAccessible(page);
  });

  it('leads a new account to its first persona', async () => {
    await page.getByRole('button', { name: 'Open account' }).click();
    await heading(page, 'New persona').waitFor();
    await page.getByLabel(/^Name/u).fill('Ada Example');
    await page.getByLabel('Current role').fill('Software Engineer');
    await page.getByLabel('Years of experience').fill('8');
    await page.getByLabel('Home city').fill('Berlin');
    await page.getByRole('combobox', { name: 'Add skills' }).fill('TypeScript, React, Python, AWS, Docker, PostgreSQL');
    await page.keyboard.press('Enter');
    await page.getByLabel('How well you know TypeScript').selectOption('Expert');
    await page.getByLabel('Years of TypeScript').fill('6');
    // Left in the field on purpose: going on must not lose it.
    await page.getByRole('combobox', { name: 'Add skills' }).fill('SQL');
    await page.getByLabel('Lowest fit worth seeing').fill('30');
    const skills = page.getByRole('list', { name: 'Your skills' }).getByRole('listitem');
    await expect.poll(() => skills.count()).toBe(7);
    await expectAccessible(page);
  });

  it('keeps nothing of a sign-in where scripts could read it', async () => {
    const readable = 'JSON.stringify([{ ...localStorage }, Object.keys(sessionStorage), document.cookie])';
    expect(await page.evaluate<string>(readable)).toMatch(
      /^\[\{\},\["tenure-draft:new-persona:[^"]+"(,"[^"]+")?\],""\]$/u,
    );
    expect(await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')).not.toContain(password);
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name.replace(/-\d+$/u, '')).toSorted()).toEqual([
      'tenure-access',
      'tenure-device',
      'tenure-refresh',
    ]);
  });

  it('waits for the matches of a new persona and lists them with reasons, best fit first', async () => {
    await page.getByRole('button', { name: 'Find my jobs' }).click();
    await page.getByText(/^[\d,]+ match(es)?\./u).waitFor({ timeout: 60_000 });
    listUrl = page.url();
    const scores = (await cards().getByText(/^Fit/u).locator('xpath=following-sibling::strong').allInnerTexts()).map(
      Number,
    );
    expect(scores.length).toBeGreaterThan(2);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(
      await cards()
        .getByText(/^Stretch/u)
        .count(),
    ).toBe(scores.length);
    expect(await cards().getByRole('list', { name: 'You have' }).getByRole('listitem').count()).toBeGreaterThan(2);
    await expectAccessible(page);
  });

  it('explains a match on a page of its own and keeps it as a favourite', async () => {
    await cards().first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Why it fits' }).waitFor();
    matchUrl = page.url();
    favouriteTitle = await page.getByRole('heading', { level: 1 }).innerText();
    const parts = (of: string) =>
      page.getByRole('list', { name: `Parts of the ${of}` }).getByText(/^counts for \d+ %/u);
    expect([await parts('fit').count(), await parts('stretch').count()]).toEqual([5, 3]);
    expect((await page.getByRole('region', { name: 'Posting' }).innerText()).length).toBeGreaterThan(200);
    const outward = page.getByRole('link', { name: /^Apply with/u });
    expect(await outward.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    await page.getByRole('button', { name: 'Favourite' }).click();
    await page.getByRole('button', { name: 'Favourite', pressed: true }).waitFor();
    await expectAccessible(page);
    await showJobs('Favourites');
    await cards().getByRole('link', { name: favouriteTitle, exact: true }).waitFor();
  });

  it('dismisses a match, offers to take that back, and keeps it among the dismissed', async () => {
    await showJobs('New');
    dismissedTitle = await cards().nth(1).getByRole('heading').innerText();
    await cards()
      .nth(1)
      .getByRole('button', { name: /^Dismiss/u })
      .click();
    await page.getByText(`Dismissed: ${dismissedTitle}`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => cards().nth(1).getByRole('heading').innerText()).toBe(dismissedTitle);
    await cards().nth(1).getByRole('link', { name: dismissedTitle, exact: true }).waitFor();
    await cards()
      .nth(1)
      .getByRole('button', { name: /^Dismiss/u })
      .click();
    await page.getByText(`Dismissed: ${dismissedTitle}`).waitFor();
    await showJobs('Dismissed');
    await cards().getByRole('link', { name: dismissedTitle, exact: true }).waitFor();
  });

  it('finds matches by words of title and company, and remembers the search in the address', async () => {
    await showJobs('New');
    await page.getByLabel('Search titles and companies').fill('no such posting anywhere');
    await page.getByText('Nothing with “no such posting anywhere”').waitFor();
    expect(new URL(page.url()).searchParams.get('search')).toBe('no such posting anywhere');
    await page.getByLabel('Search titles and companies').fill(favouriteTitle);
    await cards().getByRole('link', { name: favouriteTitle, exact: true }).first().waitFor();
    await page.reload();
    expect(await page.getByLabel('Search titles and companies').inputValue()).toBe(favouriteTitle);
  });

  it('records an application and follows it', async () => {
    await page.goto(matchUrl);
    await page.getByRole('button', { name: 'I applied' }).click();
    await page.getByRole('link', { name: 'You applied: see the application' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await page.getByRole('article').getByRole('link', { name: favouriteTitle }).waitFor();
    await page.getByRole('button', { name: /^Move to/u }).click();
    await expect
      .poll(() => page.getByRole('menuitem').allInnerTexts())
      .toEqual(['Interviewing', 'Rejected', 'Withdrawn']);
    await page.getByRole('menuitem', { name: 'Interviewing' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await page.getByRole('status').getByText(`Moved to Interviewing: ${favouriteTitle}`).waitFor();
    await showJobs('Applied');
    await cards().getByRole('link', { name: favouriteTitle, exact: true }).waitFor();
  });

  it('asks before a step that none leads back from', async () => {
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await page.getByRole('button', { name: /^Move to/u }).click();
    await page.getByRole('menuitem', { name: 'Withdrawn' }).click();
    await page.getByRole('dialog', { name: 'Withdraw the application?' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByRole('region', { name: 'Interviewing' }).getByRole('article').count()).toBe(1);
  });

  it('changes a persona and has its matches scored anew', async () => {
    await page.getByRole('link', { name: 'Persona', exact: true }).click();
    await page.getByRole('combobox', { name: 'Add skills' }).fill('Woodwork, k8s');
    await page.getByRole('option', { name: 'Kubernetes' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Woodwork' }).waitFor();
    await page.getByRole('button', { name: 'Remove Kubernetes' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Current role').fill('Platform Engineer');
    await page.getByLabel('Roles you aim for').first().fill('Engineering Manager,');
    await page.getByText(/^\d+ postings? would match\.$/u).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/^[\d,]+ match(es)?\./u).waitFor();
    await page.getByText('Matching is under way').waitFor({ state: 'hidden', timeout: 60_000 });
    expect(await page.getByRole('button', { name: /^Persona:/u }).innerText()).toContain('Platform Engineer');
    expect(await cards().getByText('being scored').count()).toBe(0);
    await page.getByLabel('Order').selectOption('Furthest towards my goals');
    await page.waitForURL(/sort=STRETCH_DESC/u);
    // The list before stands until the other order has come.
    await expect
      .poll(async () => {
        const said = cards()
          .getByText(/^Stretch/u)
          .locator('xpath=following-sibling::strong');
        const stretches = (await said.allInnerTexts()).map(Number);
        return stretches.length > 2 && stretches.every((score, at) => at === 0 || score <= (stretches[at - 1] ?? 0));
      })
      .toBe(true);
    await expectAccessible(page);
    await page.goto(listUrl);
  });

  it('keeps the session across a reload, also once the access token has run out', async () => {
    await page.reload();
    await cards().first().waitFor();
    await page.context().clearCookies({ name: /access/iu });
    await page.reload();
    await cards().first().waitFor();
    expect(page.url()).toContain(new URL(listUrl).pathname);
  });

  it('renews the session once for many requests', async () => {
    const renewals = countOperations(page, 'RenewSession');
    await page.context().clearCookies({ name: /access/iu });
    const stars = [0, 1, 2].map((nth) =>
      cards()
        .nth(nth)
        .getByRole('button', { name: /^Favourite/u }),
    );
    await Promise.all(stars.map((star) => star.dispatchEvent('click')));
    await expect.poll(renewals).toBe(1);
    await showJobs('Favourites');
    await expect.poll(() => cards().count()).toBe(4);
    expect(renewals()).toBe(1);
  });

  it('stays signed in when the server cannot be reached, and goes on when it can', async () => {
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await cards().first().waitFor();
    // The browser itself prints failed requests.
    const expected = misdeeds.console.splice(0).filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'));
    expect(expected).toEqual([]);
  });

  it('can be used on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(listUrl);
    await cards().first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });

  it('signs out in every tab and leaves nothing of the account on the page', async () => {
    const other = await page.context().newPage();
    await other.goto(listUrl);
    await other.getByRole('article').first().waitFor();
    await signOut(page);
    await heading(other, 'Sign in').waitFor();
    await other.close();
    await page.goBack();
    await heading(page, 'Sign in').waitFor();
    expect(await cards().count()).toBe(0);
  });

  it('shows a second account nothing of the first one', async () => {
    await signUp(page, emailOf('grace'));
    await heading(page, 'New persona').waitFor();
    await page.getByRole('button', { name: /^Persona:/u }).click();
    await expect.poll(() => page.getByRole('menuitem').allInnerTexts()).toEqual(['New persona']);
    for (const url of [listUrl, matchUrl]) {
      await page.goto(url);
      await heading(page, 'Not found').waitFor();
      expect(await page.getByText('Ada Example').count()).toBe(0);
    }
    await expectAccessible(page);
  });

  it('tells whoever names few skills why nothing fits, and shows the nearest, which are of the trade', async () => {
    await page.goto('/');
    await heading(page, 'New persona').waitFor();
    await page.getByLabel(/^Name/u).fill('Grace Example');
    await page.getByLabel('Current role').fill('Data Engineer');
    await page.getByLabel('Years of experience').fill('5');
    await page.getByRole('combobox', { name: 'Add skills' }).fill('Python, SQL, Airflow, AWS');
    await press(page, 'Find my jobs');
    await page.getByRole('heading', { name: 'Nothing fits 50 or more yet' }).waitFor();
    await page.getByText(/You name 4/u).waitFor();
    expect(await page.getByRole('link', { name: 'Add skills' }).getAttribute('href')).toMatch(/\/edit$/u);
    await expectAccessible(page);
    const show = page.getByRole('button', { name: /^Show these \d+$/u });
    const count = (await show.innerText()).replace(/\D+/u, '');
    await show.click();
    await cards().first().waitFor();
    // The first are there before the last ones are made.
    const areAllThere = async () => {
      await page.reload();
      await cards().first().waitFor();
      return page.getByRole('status').getByText(`${count} matches.`).isVisible();
    };
    await expect.poll(areAllThere, { timeout: 30_000, interval: 500 }).toBe(true);
    const titles = await cards().getByRole('heading').allInnerTexts();
    expect(titles.slice(0, 3).filter((title) => /data|analytics/iu.test(title))).toHaveLength(3);
  });

  it('brings the first account back to the address it asked for', async () => {
    await signOut(page);
    await page.goto(matchUrl);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel(/^Password/u).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await heading(page, favouriteTitle).waitFor();
    expect(page.url()).toBe(matchUrl);
  });

  it('deletes a persona only after asking', async () => {
    await page.getByRole('link', { name: 'Persona', exact: true }).click();
    await page.getByRole('button', { name: 'Delete persona' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await heading(page, 'New persona').waitFor();
    await page.goto(listUrl);
    await heading(page, 'Not found').waitFor();
    expect(await cards().count()).toBe(0);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(misdeeds).toEqual({ console: [], foreignRequests: [] });
  });
});
