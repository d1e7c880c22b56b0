import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailOf, heading, isIn, occurrences, openSettings, press, signUp } from './account-pages.ts';
import { addApp, endChallenges, showCode } from './app-pages.ts';
import { addAuthenticator } from './authenticator.ts';
import { countOperations, expectAccessible } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { useScene } from './scene.ts';

const { settings, takeLink } = useMailbox();
const scene = useScene(settings);
const { openDevice } = scene;

/** Asks for a link on the sign-in page. */
async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('link', { name: 'Mail me a link to sign in' }).click();
  await heading(page, 'Sign in by a link').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
  await press(page, 'Mail me the link');
  await heading(page, 'Look into your mailbox').waitFor();
}

describe('A link to sign in', () => {
  const email = emailOf('ada');
  let owner: Page;
  let link = '';

  beforeAll(async () => {
    owner = await openDevice();
    await signUp(owner, email);
    await heading(owner, 'New persona').waitFor();
  });

  it('signs in the browser that asked for it by a button, never by opening it', async () => {
    // Else it would be the link that confirms the address, and ends the owner's session with the password.
    await owner.goto(await takeLink(email, '/verify-email'));
    await press(owner, 'Confirm the address');
    await heading(owner, 'Your address is confirmed').waitFor();
    const page = await openDevice();
    await askForLink(page, email);
    await expectAccessible(page);
    const attempts = countOperations(page, 'SignInByLink');
    link = await takeLink(email, '/magic-link');
    await page.goto(link);
    await heading(page, 'Sign in').waitFor();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await expectAccessible(page);
    expect(page.url()).toBe(`${scene.product.url}/magic-link`);
    expect(attempts()).toBe(0);
    await press(page, 'Sign in');
    await expect.poll(isIn(page)).toBe(true);
    expect(attempts()).toBe(1);
  });

  it('is promised alike to addresses without an account', async () => {
    const page = await openDevice();
    const nobody = emailOf('nobody');
    await askForLink(page, nobody);
    expect(await page.getByRole('main').innerText()).toContain(`If there is an account with ${nobody}, a mail`);
  });

  it('says that it was used already, and leads to another', async () => {
    const page = await openDevice();
    await page.goto(link);
    await press(page, 'Sign in');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Ask for a new link' }).click();
    await heading(page, 'Sign in by a link').waitFor();
    await page.goto('/magic-link');
    await expect.poll(occurrences(page, 'This page works with the link of a mail.')).toBe(1);
    await page.getByRole('link', { name: 'Ask for a new link' }).waitFor();
  });

  it('asks in another browser whether it was asked for by who has it, and says where that was', async () => {
    await askForLink(await openDevice(), email);
    link = await takeLink(email, '/magic-link');
    const other = await openDevice();
    await other.goto(link);
    await press(other, 'Sign in');
    await heading(other, 'Was it you who asked for this link?').waitFor();
    await other.getByText(/ on Linux, at /u).waitFor();
    await expectAccessible(other);
    await other.getByRole('link', { name: 'It was not me' }).click();
    await heading(other, 'Sign in').waitFor();
    await other.goto(link);
    await press(other, 'Sign in');
    await press(other, 'It was me: sign in here');
    await expect.poll(isIn(other)).toBe(true);
  });

  it('tells whoever is signed in that another account takes their place', async () => {
    const page = await openDevice();
    const grace = emailOf('grace');
    await signUp(page, grace);
    await expect.poll(isIn(page)).toBe(true);
    await askForLink(await openDevice(), email);
    await page.goto(await takeLink(email, '/magic-link'));
    await page.getByText(`You are signed in as ${grace}.`).waitFor();
    await press(page, 'Sign in');
    await press(page, 'It was me: sign in here');
    await expect.poll(isIn(page)).toBe(true);
    await openSettings(page);
    expect(await page.getByRole('main').innerText()).toContain(email);
  });

  it('leads to the second step, and to another link when that takes too long', async () => {
    await openSettings(owner);
    const secret = await addApp(owner);

    const page = await openDevice();
    await askForLink(page, email);
    await page.goto(await takeLink(email, '/magic-link'));
    await press(page, 'Sign in');
    await heading(page, 'One more step').waitFor();
    await endChallenges(scene);
    await page.keyboard.type('123456');
    await page.keyboard.press('Enter');
    await heading(page, 'Sign in once more').waitFor();
    await expectAccessible(page);

    await askForLink(page, email);
    await page.goto(await takeLink(email, '/magic-link'));
    await press(page, 'Sign in');
    await heading(page, 'One more step').waitFor();
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
  });
});

it('says that passkeys do not work at another address than the one of mails', async () => {
  const page = await openDevice();
  await addAuthenticator(page);
  await page.goto('/sign-in');
  await press(page, 'Sign in with a passkey');
  await expect.poll(occurrences(page, 'Passkeys do not work at this address.')).toBe(1);
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
