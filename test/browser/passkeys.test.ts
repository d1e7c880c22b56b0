import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  devices,
  dialog,
  emailOf,
  heading,
  isIn,
  linksByMail,
  occurrences,
  openSettings,
  password,
  press,
  signIn,
  signOut,
  signUp,
  ways,
} from './account-pages.ts';
import { addAuthenticator, type Authenticator } from './authenticator.ts';
import { countOperations, expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';

const scene = useScene();
const { openDevice, change, letTimePass } = scene;

/** One that knows nothing of passkeys. */
async function openOldDevice(): Promise<Page> {
  const page = await openDevice();
  await page.addInitScript('delete window.PublicKeyCredential');
  return page;
}

describe('An account that is opened with a passkey', () => {
  const email = emailOf('ada');
  let page: Page;
  let authenticator: Authenticator;

  beforeAll(async () => {
    page = await openDevice();
    authenticator = await addAuthenticator(page);
  });

  it('has no password, and is signed in', async () => {
    await page.goto('/sign-up');
    await press(page, 'Use a passkey instead of a password');
    expect(await page.getByLabel(/^Password/u).count()).toBe(0);
    await expectAccessible(page);
    await page.getByLabel('E-mail').fill(email);
    await press(page, 'Open account with a passkey');
    await expect.poll(isIn(page)).toBe(true);
    expect(await authenticator.countPasskeys()).toBe(1);
    await openSettings(page);
    expect(await ways(page).allInnerTexts()).toEqual([expect.stringContaining('Passkey')]);
    const mailbox = page.getByRole('listitem').filter({ hasText: `${linksByMail}: ${email}` });
    expect([await mailbox.count(), await mailbox.getByRole('button').count()]).toEqual([1, 0]);
  });

  it('is signed in to by the passkey alone, without an address', async () => {
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await expectAccessible(page);
    await press(page, 'Sign in with a passkey');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('keeps the last way to sign in, and says so', async () => {
    await openSettings(page);
    await press(page, 'Remove Passkey');
    await dialog(page, 'Remove this passkey?').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('This is the last way to sign in.').waitFor();
    await expectAccessible(page);
    await dialog(page, 'Remove this passkey?').getByRole('button', { name: 'Cancel' }).click();
    expect(await ways(page).count()).toBe(1);
  });

  it('proves once more who it is by the passkey, or does nothing', async () => {
    await letTimePass(page);
    await press(page, 'Sign out everywhere');
    const question = dialog(page, 'Is it still you?');
    await question.getByRole('button', { name: 'Use your passkey' }).waitFor();
    await expectAccessible(page);
    await authenticator.setUnlocking(false);
    await question.getByRole('button', { name: 'Use your passkey' }).click();
    await question.getByText('No passkey was given').waitFor();
    await authenticator.setUnlocking(true);
    await page.keyboard.press('Escape');
    await page.getByText('Nothing was changed: this needs a proof that it is you.').waitFor();
    await press(page, 'Sign out everywhere');
    await question.getByRole('button', { name: 'Use your passkey' }).waitFor();
    // Without a click: the button has the focus already.
    await page.keyboard.press('Enter');
    await expect.poll(occurrences(page, 'You are signed out on every device.')).toBe(1);
  });

  it('stays closed when the device is not unlocked, and when it has no passkey', async () => {
    await authenticator.setUnlocking(false);
    const attempts = countOperations(page, 'SignInByPasskey');
    await press(page, 'Sign in with a passkey');
    await page.getByText('No passkey was given').waitFor();
    await expectAccessible(page);
    expect(attempts()).toBe(0);
    await authenticator.setUnlocking(true);
    await press(page, 'Sign in with a passkey');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('says at the address that it is taken', async () => {
    const other = await openDevice();
    await addAuthenticator(other);
    await other.goto('/sign-up');
    await press(other, 'Use a passkey instead of a password');
    await other.getByLabel('E-mail').fill(email);
    await press(other, 'Open account with a passkey');
    await other.getByText('There is an account with this address already').waitFor();
    expect(await other.getByLabel('E-mail').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('A passkey of an account with a password', () => {
  const email = emailOf('grace');
  let page: Page;
  let authenticator: Authenticator;
  let backupCodes: readonly string[] = [];

  beforeAll(async () => {
    page = await openDevice();
    authenticator = await addAuthenticator(page);
    await signUp(page, email);
    await heading(page, 'New persona').waitFor();
  });

  const takeFirstStep = async (on: Page) => {
    await signIn(on, email);
    await heading(on, 'One more step').waitFor();
  };

  it('is added by name, also where the sign-in is long ago; every other device is signed out', async () => {
    const other = await openDevice();
    await other.goto('/');
    await signIn(other, email);
    await expect.poll(isIn(other)).toBe(true);
    await openSettings(page);
    await expect.poll(() => devices(page).count()).toBe(2);
    await letTimePass(page);
    await press(page, 'Add a passkey');
    await expectAccessible(page);
    await page.getByLabel('Name of the passkey').fill('Laptop');
    await press(page, 'Make the passkey');
    await dialog(page, 'Is it still you?')
      .getByLabel(/^Password/u)
      .fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your passkey is added' }).waitFor();
    await expectAccessible(page);
    await expect.poll(() => devices(page).count()).toBe(1);
    await other.goto('/');
    await expect.poll(() => heading(other, 'Sign in').count()).toBe(1);
  });

  it('comes with backup codes, as it is the first second step', async () => {
    await press(page, 'Make backup codes');
    await page.getByRole('heading', { name: 'Keep your backup codes' }).waitFor();
    backupCodes = await page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
    expect(backupCodes).toHaveLength(10);
    await press(page, 'I have kept them');
    await ways(page).filter({ hasText: 'Passkey: Laptop' }).waitFor();
    await expect.poll(occurrences(page, '10 of 10 backup codes are left.')).toBe(1);
    await expectAccessible(page);
  });

  it('is not made twice on one device', async () => {
    await press(page, 'Add a passkey');
    await press(page, 'Make the passkey');
    await page.getByText('There is a passkey of this account on that device already.').waitFor();
    await press(page, 'Cancel');
    await expect.poll(() => ways(page).count()).toBe(2);
  });

  it('is the second step behind the password, and may be called off and tried again', async () => {
    await signOut(page);
    await takeFirstStep(page);
    await authenticator.setUnlocking(false);
    await press(page, 'Use your passkey');
    await page.getByText('No passkey was given').waitFor();
    await expectAccessible(page);
    await authenticator.setUnlocking(true);
    await press(page, 'Use your passkey');
    await expect.poll(isIn(page)).toBe(true);
    await openSettings(page);
    await ways(page)
      .filter({ hasText: /Passkey: Laptop.*last used/su })
      .waitFor();
  });

  it('signs in on another device that shares it', async () => {
    const other = await openDevice();
    await authenticator.copyTo(other);
    await other.goto('/');
    await press(other, 'Sign in with a passkey');
    await expect.poll(isIn(other)).toBe(true);
  });

  it('may be away: a backup code signs in, also in a browser that knows nothing of passkeys', async () => {
    await signOut(page);
    await takeFirstStep(page);
    await press(page, 'Use a backup code instead');
    await page.keyboard.type(backupCodes[0] ?? '');
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
    const old = await openOldDevice();
    await old.goto('/');
    await heading(old, 'Sign in').waitFor();
    expect(await old.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
    await takeFirstStep(old);
    expect(await old.getByRole('button', { name: /passkey/u }).count()).toBe(0);
    await old.getByLabel(/^Backup code/u).fill(backupCodes[1] ?? '');
    await press(old, 'Sign in');
    await expect.poll(isIn(old)).toBe(true);
    await openSettings(old);
    expect(await old.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
  });

  it('proves in the middle of a session who it is, as a backup code does', async () => {
    await openSettings(page);
    await letTimePass(page);
    await press(page, 'Make new backup codes');
    await dialog(page, 'Make new backup codes?').getByRole('button', { name: 'Make new backup codes' }).click();
    const question = dialog(page, 'Is it still you?');
    await question.getByRole('button', { name: 'Use a backup code instead' }).click();
    await question.getByRole('button', { name: 'Use a passkey instead' }).click();
    // As of another account: the answer is wrong, and the session goes on.
    await change(`update passkeys set user_handle = reverse(user_handle)`);
    const proofs = countOperations(page, 'StepUp');
    await question.getByRole('button', { name: 'Use your passkey' }).click();
    await question.getByText('This is no passkey of your account').waitFor();
    expect(proofs()).toBe(1);
    await change(`update passkeys set user_handle = reverse(user_handle)`);
    await question.getByRole('button', { name: 'Use your passkey' }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'Keep your backup codes' }).count()).toBe(1);
    await press(page, 'I have kept them');
  });

  it('is removed after asking, and signing in takes the password alone again', async () => {
    await press(page, 'Remove Passkey: Laptop');
    const question = dialog(page, 'Remove this passkey?');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await ways(page).count()).toBe(2);
    await press(page, 'Remove Passkey: Laptop');
    await question.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Passkey: Laptop is removed.').waitFor();
    await expect.poll(() => ways(page).count()).toBe(1);
    await signOut(page);
    await press(page, 'Sign in with a passkey');
    await page.getByText('This passkey signs nobody in').waitFor();
    await expectAccessible(page);
    await signIn(page, email);
    await expect.poll(isIn(page)).toBe(true);
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
