import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  devices,
  dialog,
  emailOf,
  heading,
  isIn,
  occurrences,
  openSettings,
  password,
  press,
  signIn,
  signUp,
} from './account-pages.ts';
import { countOperations, expectAccessible } from './browser.ts';
import { useMailbox } from './mailbox.ts';
import { startEmpty, useScene } from './scene.ts';
import type { OwnProduct } from './start-product.ts';

const { settings, takeLink, mailsTo } = useMailbox();
const scene = useScene(settings);
const { openDevice, change, letTimePass } = scene;

describe('An account in the client', () => {
  const email = emailOf('ada');
  const newEmail = emailOf('ada-new');
  const secondPassword = 'another harbour 8';
  const thirdPassword = 'yet another harbour 9';
  let page: Page;
  /** The link that confirmed its address. */
  let confirmation = '';

  beforeAll(async () => {
    page = await openDevice();
  });

  /**
   * @see https://github.com/supabase/auth/issues/1214
   * @see https://github.com/better-auth/better-auth/issues/9690
   * @see https://github.com/nextauthjs/next-auth/issues/1840
   * @see https://github.com/nextauthjs/next-auth/issues/8737
   * @see https://github.com/outline/outline/issues/9227
   * @see https://github.com/nhost/hasura-auth/issues/189
   */
  it('has its address confirmed by a button behind the link of a mail, never by opening it', async () => {
    await signUp(page, email);
    await heading(page, 'New persona').waitFor();
    const confirmations = countOperations(page, 'VerifyEmail');
    confirmation = await takeLink(email, '/verify-email');
    await page.goto(confirmation);
    await page.getByText(`You are signed in as ${email}.`).waitFor();
    expect(page.url()).toBe(`${scene.product.url}/verify-email`);
    await expectAccessible(page);
    expect(confirmations()).toBe(0);
    // With a session that has run out, it would be a stranger's confirmation.
    await page.context().clearCookies({ name: /access/iu });
    await press(page, 'Confirm the address');
    await heading(page, 'Your address is confirmed').waitFor();
    await openSettings(page);
    await page.getByText('✓ confirmed').waitFor();
    await page.getByLabel(/^Current password/u).waitFor();
  });

  it('says that a link was used already, and that one that was loaded again is incomplete', async () => {
    await page.goto(confirmation);
    await press(page, 'Confirm the address');
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await page.reload();
    await expect.poll(occurrences(page, 'This page works with the link of a mail.')).toBe(1);
    await expectAccessible(page);
  });

  it('can be signed in to before its address is confirmed elsewhere, and keeps its password then', async () => {
    const grace = emailOf('grace');
    await signUp(await openDevice(), grace);
    const elsewhere = await openDevice();
    await elsewhere.goto(await takeLink(grace, '/verify-email'));
    await elsewhere.getByText('Nobody is signed in here.').waitFor();
    await expectAccessible(elsewhere);
    await press(elsewhere, 'Sign in first');
    await signIn(elsewhere, grace);
    await elsewhere.getByText(`You are signed in as ${grace}.`).waitFor();
    await press(elsewhere, 'Confirm the address');
    await expect.poll(occurrences(elsewhere, 'Thank you.')).toBe(1);
  });

  it('loses a password that was set before its address was confirmed by somebody who is not signed in', async () => {
    const squatter = await openDevice();
    const victim = emailOf('victim');
    await signUp(squatter, victim);
    await heading(squatter, 'New persona').waitFor();
    const owner = await openDevice();
    await owner.goto(await takeLink(victim, '/verify-email'));
    await press(owner, 'Confirm the address');
    await owner.getByText('if one was set before, it is removed.').waitFor();
    await squatter.goto('/');
    await expect.poll(() => heading(squatter, 'Sign in').count()).toBe(1);
  });

  it('has settings that a phone shows too', async () => {
    await openSettings(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('changes its profile, and says at the field what is wrong with it', async () => {
    await page.getByLabel('Name').fill('Ada Example');
    await page.getByLabel('Picture address').fill('http://example.org/ada.png');
    await press(page, 'Save profile');
    await expect.poll(() => page.getByLabel('Picture address').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Picture address').fill('https://example.org/ada.png');
    await press(page, 'Save profile');
    await page.getByText('Saved.').waitFor();
  });

  it('asks for the password where the sign-in is long ago, then does what was asked, once', async () => {
    const other = await openDevice();
    await other.goto('/');
    await signIn(other, email);
    await heading(other, 'New persona').waitFor();
    await page.reload();
    await expect.poll(() => devices(page).count()).toBe(2);
    await letTimePass(page);
    const revocations = countOperations(page, 'RevokeSession');
    const revoke = devices(page).getByRole('button', { name: /^Sign out/u });
    await revoke.click();
    const proof = dialog(page, 'Is it still you?');
    await proof.getByLabel(/^Password/u).fill('not the password');
    await page.keyboard.press('Enter');
    await proof.getByText('The password is wrong.').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByText('Nothing was changed').waitFor();
    expect(await devices(page).count()).toBe(2);
    const before = revocations();
    await revoke.click();
    await proof.getByLabel(/^Password/u).fill(password);
    await page.keyboard.press('Enter');
    await expect.poll(() => devices(page).count()).toBe(1);
    expect(revocations()).toBe(before + 2);
    await other.goto('/');
    await heading(other, 'Sign in').waitFor();
  });

  it('changes its password: a wrong one so far is told at the field and signs nobody out', async () => {
    await page.getByLabel(/^Current password/u).fill('not the password');
    await page.getByLabel(/^New password/u).fill(secondPassword);
    await press(page, 'Change password');
    await page.getByText('The password is wrong.').waitFor();
    await page.getByLabel(/^Current password/u).fill(password);
    await press(page, 'Change password');
    await expect.poll(occurrences(page, 'Your new password is set.')).toBe(1);
  });

  it('tells its owner what happened to it', async () => {
    await page.getByRole('link', { name: 'Sign-ins, changes and refusals of your account' }).click();
    const events = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await expect.poll(() => events.first().innerText()).toContain('Password changed');
    await expect.poll(() => events.getByText('Address confirmed').count()).toBe(1);
    await expectAccessible(page);
  });

  it('signs every device out by the link “This was not me” of a mail', async () => {
    const stranger = await openDevice();
    await stranger.goto(await takeLink(email, '/this-was-not-me'));
    await expectAccessible(stranger);
    await press(stranger, 'Sign all devices out');
    await heading(stranger, 'All devices are signed out').waitFor();
    await page.goto('/');
    await expect.poll(() => heading(page, 'Sign in').count()).toBe(1);
  });

  it('gets a new password by the link of a mail, which a refused password does not use up', async () => {
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill(email);
    await expectAccessible(page);
    await press(page, 'Send the link');
    await heading(page, 'Look into your mailbox').waitFor();
    await expectAccessible(page);
    await page.goto(await takeLink(email, '/reset-password'));
    await page.getByLabel(/^New password/u).fill('short');
    await press(page, 'Set password');
    await page.getByText('The password needs').waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^New password/u).fill(thirdPassword);
    await press(page, 'Set password');
    await page.getByText('Your new password is set. Sign in with it.').waitFor();
    await signIn(page, email, thirdPassword);
    await expect.poll(isIn(page)).toBe(true);
  });

  it('moves to another address, and its old one can take that back', async () => {
    await openSettings(page);
    await page.getByLabel('New address').fill(newEmail);
    await press(page, 'Change address');
    await page.getByText(`A mail with a link is on its way to ${newEmail}.`).waitFor();
    await page.goto(await takeLink(newEmail, '/confirm-email-change'));
    await expectAccessible(page);
    await press(page, 'Use the new address');
    await heading(page, 'Your address is changed').waitFor();
    // Nothing is left to call off by now; the next change has a link of its own.
    await takeLink(email, '/cancel-email-change');
    await openSettings(page);
    await page.getByText(newEmail).first().waitFor();
    await page.goto(await takeLink(email, '/revert-email-change'));
    await expectAccessible(page);
    await press(page, 'Take my address back');
    await expect.poll(() => heading(page, 'Your address is back').count()).toBe(1);
  });

  it('calls a change of address off by the link of the mail to the old one', async () => {
    await page.goto(await takeLink(email, '/reset-password'));
    await page.getByLabel(/^New password/u).fill(secondPassword);
    await press(page, 'Set password');
    await signIn(page, email, secondPassword);
    await heading(page, 'New persona').waitFor();
    await openSettings(page);
    const wanted = emailOf('ada-later');
    await page.getByLabel('New address').fill(wanted);
    await press(page, 'Change address');
    const tooLate = await takeLink(wanted, '/confirm-email-change');
    await page.goto(await takeLink(email, '/cancel-email-change'));
    await expectAccessible(page);
    await press(page, 'Keep my address');
    await heading(page, 'Your address stays').waitFor();
    await page.goto(tooLate);
    await press(page, 'Use the new address');
    await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  });

  it('shows nothing but the change of its password while that is due', async () => {
    await openSettings(page);
    await change('update users set must_change_password = true where email = $1', email);
    await press(page, 'Sign out everywhere');
    await page.getByText('You are signed out on every device.').waitFor();
    await signIn(page, email, secondPassword);
    await heading(page, 'Choose a password of your own').waitFor();
    await page.goto('/settings/account');
    await heading(page, 'Choose a password of your own').waitFor();
    await expectAccessible(page);
    await page.getByLabel(/^Current password/u).fill(secondPassword);
    await page.getByLabel(/^New password/u).fill(thirdPassword);
    await press(page, 'Change and go on');
    await expect.poll(() => heading(page, 'Account settings').count()).toBe(1);
  });

  it('is deleted by whoever types its address', async () => {
    await page.getByLabel(/^Type your e-mail address/u).fill('somebody@example.org');
    await press(page, 'Delete account for good');
    await page.getByText('This is not the address of your account.').waitFor();
    await page.getByLabel(/^Type your e-mail address/u).fill(email);
    await press(page, 'Delete account for good');
    await page.getByText('Your account is deleted.').waitFor();
    await signIn(page, email, thirdPassword);
    await expect.poll(occurrences(page, 'E-mail or password is not right.')).toBe(1);
  });
});

describe('Where addresses are proven first', () => {
  let careful: OwnProduct;

  beforeAll(async () => {
    careful = await startEmpty({ ...settings(), REGISTRATION: 'verified' });
  });

  afterAll(() => careful?.stop());

  it('leads from sign-up over the mailbox to sign-in', async () => {
    const email = emailOf('bob');
    const page = await openDevice(careful.url);
    await signUp(page, email);
    await heading(page, 'Look into your mailbox').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to the sign-in form' }).click();
    await signIn(page, email);
    await page.getByText('Confirm your e-mail address first').waitFor();
    await expectAccessible(page);
    await press(page, 'Send the mail again');
    await page.getByText('Sent. Only the link of the newest mail works.').waitFor();
    await expect.poll(async () => (await mailsTo(email)).length).toBe(2);
    const mailbox = await page.context().newPage();
    await mailbox.goto(`${careful.url}${await takeLink(email, '/verify-email')}`);
    await press(mailbox, 'Confirm the address');
    await mailbox.getByText('Thank you. You can sign in now.').waitFor();
    await press(page, 'Sign in');
    await heading(page, 'New persona').waitFor();
    // Before its server goes: a page that is open would print that it is gone.
    await page.context().close();
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
