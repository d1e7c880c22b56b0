import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSmtp, type TestSmtp } from '../support/smtp.ts';
import { emailOf, heading, openSettings, press, signUp } from './account-pages.ts';
import { addAuthenticator, type Authenticator } from './authenticator.ts';
import { expectAccessible, launchBrowser, openPage, type Misdeeds } from './browser.ts';
import { createLinkTaker } from './mailed-links.ts';
import { startOwnProduct, type OwnProduct } from './start-product.ts';

let smtp: TestSmtp;
let browser: Browser;
let product: OwnProduct;
const allMisdeeds: Misdeeds[] = [];

beforeAll(async () => {
  smtp = await startSmtp();
  const settings = {
    SMTP_URL: smtp.mail.smtpUrl,
    MAIL_FROM: `${smtp.mail.from.name} <${smtp.mail.from.address}>`,
    BREACH_CHECK_URL: 'off',
    REGISTRATION: 'verified',
    DEMO: '0',
  };
  [product, browser] = await Promise.all([startOwnProduct(settings), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await smtp?.stop();
});

/** A page of a browser of its own, on a device that keeps passkeys. */
async function openDevice(): Promise<{ readonly page: Page; readonly authenticator: Authenticator }> {
  const { page, misdeeds } = await openPage(browser, product.url);
  allMisdeeds.push(misdeeds);
  return { page, authenticator: await addAuthenticator(page) };
}

// Passkeys belong to the address of the page: mails have to lead there.
const takeLink = createLinkTaker(
  () => smtp,
  () => product.url,
);
/** For polls: whether the page is that of a signed-in account, without a persona so far. */
const isIn = (page: Page) => async () => (await heading(page, 'New persona').count()) === 1;

const signInMethods = (page: Page) =>
  page.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem').allInnerTexts();

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
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
    expect(await signInMethods(page)).toEqual([expect.stringContaining('Passkey')]);
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
    await expect.poll(async () => (await signInMethods(page)).length).toBe(2);
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
    expect(await page.getByRole('button', { name: /^Link /u }).count()).toBe(0);
    await signOut(page);
    expect(await page.getByRole('link', { name: /with/u }).count()).toBe(0);
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(allMisdeeds.flatMap(({ console, foreignRequests }) => [...console, ...foreignRequests])).toEqual([]);
});
