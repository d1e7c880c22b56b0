import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emailOf, heading, occurrences, password, press, signUp } from './account-pages.ts';
import { askAsAnotherBuild, expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';
import { makePersona } from './seed-matches.ts';

const scene = useScene();

const posting = `Lighthouse Keeper

Company: Quiet Harbour
Location: Lisbon, Portugal

The light is kept by night, in turns of three. We look for 5+ years of experience with PostgreSQL and Python.`;

describe('A server that dies while it is used', () => {
  let opening: Page;
  let adding: Page;
  let describing: Page;
  let listing: Page;
  let personaId = '';
  const pages = () => [opening, adding, describing, listing];
  const unanswered = 'The server does not answer.';

  beforeAll(async () => {
    [opening, adding] = await Promise.all([scene.openDevice(), scene.openDevice()]);
    await signUp(adding, emailOf('recovery'));
    await heading(adding, 'New persona').waitFor();
    personaId = await makePersona(adding, 'Keeper');
    [describing, listing] = await Promise.all([adding.context().newPage(), adding.context().newPage()]);
  });
  afterAll(() => adding?.context().close());

  it('takes nothing along that was typed', async () => {
    await opening.goto('/sign-up');
    await opening.getByLabel('E-mail').fill(emailOf('opening'));
    await opening.getByLabel(/^Password/u).fill(password);
    await adding.goto(`/personas/${personaId}/jobs/add`);
    await adding.getByLabel('Text of the posting').fill(posting);
    await describing.goto('/personas/new');
    await describing.getByLabel(/^Name/u).fill('Ada Lovelace');
    await describing.getByRole('combobox', { name: 'Add skills' }).fill('Python');
    await describing.keyboard.press('Enter');
    const live = listing.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await listing.goto(`/personas/${personaId}/jobs`);
    await listing.getByText('No skills to match by yet').waitFor();
    await live;

    await scene.product.kill();
    await press(opening, 'Open account');
    await press(adding, 'Read it');
    await press(describing, 'Find my jobs');
    for (const page of [opening, adding, describing])
      await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    // Whoever only looks is told as well, and goes on looking at what is there.
    for (const page of pages()) await page.getByRole('status').getByText(unanswered).waitFor();
    expect(await occurrences(listing, 'No skills to match by yet')()).toBe(1);
    await listing.getByRole('link', { name: 'Favourites' }).click();
    await listing.getByRole('alert').getByText('The server cannot be reached.').waitFor();
    await expectAccessible(listing);
  });

  it('is told of until it is back, and what could not be had comes by itself', async () => {
    await scene.product.restart();
    for (const page of pages()) await expect.poll(occurrences(page, unanswered), { timeout: 30_000 }).toBe(0);
    await listing.getByText('No favourites yet').waitFor();
    await press(opening, 'Open account');
    await heading(opening, 'New persona').waitFor();
    await press(adding, 'Read it');
    await adding.getByRole('form', { name: 'What was read' }).waitFor();
  });

  it('leaves a page that was still being loaded without the rest, until the reader loads it anew', async () => {
    const loading = await adding.context().newPage();
    // The page is there; what it loads once the browser is idle is not.
    const away = /shell-menus|readyz/u;
    await loading.route(away, (route) => route.abort());
    await loading.goto(`/personas/${personaId}/edit`);
    await loading.getByLabel('Current role').fill('Pilot');
    await loading.getByRole('status').getByText(unanswered).waitFor();
    await loading.unroute(away);
    await loading.getByText('A part of this page could not be loaded.').waitFor();
    await expectAccessible(loading);
    expect(await loading.getByRole('button', { name: 'Account', exact: true }).count()).toBe(0);
    await press(loading, 'Load again');
    await loading.getByRole('button', { name: 'Account', exact: true }).waitFor();
    expect(await loading.getByLabel('Current role').inputValue()).toBe('Pilot');
    await loading.close();
  });

  it('takes nothing along from pages that are loaded anew, until it is saved or thrown away', async () => {
    await describing.getByLabel('Home city').fill('London');
    await describing.reload();
    await describing.getByText('What you typed here before is not saved yet.').waitFor();
    expect(await describing.getByLabel(/^Name/u).inputValue()).toBe('Ada Lovelace');
    expect(await describing.getByLabel('Home city').inputValue()).toBe('London');
    await describing.getByRole('button', { name: 'Remove Python' }).waitFor();
    await expectAccessible(describing);
    await press(describing, 'Find my jobs');
    await heading(describing, 'Jobs').waitFor();

    await describing.goto(`/personas/${personaId}/edit`);
    await describing.getByLabel('Current role').fill('Captain');
    await describing.reload();
    await expect.poll(() => describing.getByLabel('Current role').inputValue()).toBe('Captain');
    // What is saved at once stands there again where it could not be.
    const skill = describing.getByRole('combobox', { name: 'Add skills' });
    await describing.route('**/graphql', (route) => route.abort());
    await skill.fill('Go, Rust');
    await describing.keyboard.press('Enter');
    await expect.poll(() => skill.inputValue()).toBe('Go, Rust');
    await describing.unroute('**/graphql');
    await skill.fill('');
    await press(describing, 'Throw it away');
    expect(await describing.getByLabel('Current role').inputValue()).toBe('Keeper');
    await describing.goto('/personas/new');
    await describing.getByLabel('Home city').waitFor();
    expect(await describing.getByLabel('Home city').inputValue()).toBe('');
    expect(await describing.getByRole('button', { name: 'Remove Python' }).count()).toBe(0);
  });

  it('goes on with pages of the build before, which ask for what the next one does not know', async () => {
    await askAsAnotherBuild(listing);
    await listing.reload();
    await listing.getByText('No favourites yet').waitFor();
    expect(await occurrences(listing, 'That did not work')()).toBe(0);
  });

  it('has nothing printed but that it could not be reached', () => {
    const unexpected = scene.misdeeds().filter((line) => !/ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_FAILED/u.test(line));
    expect(unexpected).toEqual([]);
  });
});
