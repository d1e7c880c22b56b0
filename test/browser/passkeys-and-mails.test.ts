import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { emailOf, heading, isIn, openSettings, press, signOut, signUp, ways } from './account-pages.ts';
import { addAuthenticator, type Authenticator } from './authenticator.ts';
import { expectAccessible } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { useScene } from './scene.ts';

// Passkeys belong to the address of the page: mails have to lead there.
const { settings, takeLink } = useMailbox(() => scene.product.url);
const scene = useScene(() => ({ ...settings(), REGISTRATION: 'verified' }));

/** Another device, which keeps passkeys. */
async function openDevice(): Promise<{ readonly page: Page; readonly authenticator: Authenticator }> {
  const page = await scene.openDevice();
  return { page, authenticator: await addAuthenticator(page) };
}

describe('Where addresses are confirmed first', () => {
  const email = emailOf('ada');
  let page: Page;

  it('an account that is opened with a passkey waits for the link of its mail', async () => {
    ({ page } = await openDevice());
    await page.goto('/sign-up');
    await press(page, 'Use a passkey instead of a password');
    await page.getByLabel('E-mail').fill(email);
    await press(page, 'Open account with a passkey');
    await heading(page, 'Look into your mailbox').waitFor();
    await page.goto('/');
    await press(page, 'Sign in with a passkey');
    await page.getByRole('alert').waitFor();
    expect(await isIn(page)()).toBe(false);
    await expectAccessible(page);
  });

  it('the passkey signs in once the address is confirmed, and nothing is said of a password that never was', async () => {
    await page.goto(await takeLink(email, '/verify-email'));
    await press(page, 'Confirm the address');
    await heading(page, 'Your address is confirmed').waitFor();
    await page.getByText('Thank you. Your account has no password').waitFor();
    await expectAccessible(page);
    await page.goto('/');
    await press(page, 'Sign in with a passkey');
    await expect.poll(isIn(page)).toBe(true);
    await openSettings(page);
    expect(await ways(page).allInnerTexts()).toEqual([expect.stringContaining('Passkey')]);
  });
});

describe('A passkey behind a link to sign in', () => {
  const email = emailOf('grace');
  let page: Page;
  let authenticator: Authenticator;

  async function signInByLink(): Promise<void> {
    await page.goto('/mail-a-link');
    await page.getByLabel('E-mail').fill(email);
    await press(page, 'Mail me the link');
    await heading(page, 'Look into your mailbox').waitFor();
    await page.goto(await takeLink(email, '/magic-link'));
    await press(page, 'Sign in');
  }

  it('is added by who has signed in by a link alone', async () => {
    ({ page, authenticator } = await openDevice());
    await signUp(page, email);
    await heading(page, 'Look into your mailbox').waitFor();
    await page.goto(await takeLink(email, '/verify-email'));
    await press(page, 'Confirm the address');
    await heading(page, 'Your address is confirmed').waitFor();
    await signInByLink();
    await heading(page, 'New persona').waitFor();
    await openSettings(page);
    await press(page, 'Add a passkey');
    await press(page, 'Make the passkey');
    await press(page, 'Later');
    await expect.poll(() => ways(page).count()).toBe(2);
  });

  it('is asked for as the second step, and may be called off and tried again', async () => {
    await signOut(page);
    await signInByLink();
    await heading(page, 'One more step').waitFor();
    await expectAccessible(page);
    await authenticator.setUnlocking(false);
    // Without a click: the button has the focus already.
    await page.keyboard.press('Enter');
    await page.getByText('No passkey was given').waitFor();
    await authenticator.setUnlocking(true);
    expect(await isIn(page)()).toBe(false);
    await press(page, 'Use your passkey');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('offers no provider where there is none', async () => {
    await openSettings(page);
    // Until the server has told which there are, none is shown anywhere.
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: /^Link /u }).count()).toBe(0);
    await signOut(page);
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('link', { name: /with/u }).count()).toBe(0);
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
