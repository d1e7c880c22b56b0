import { readFile } from 'node:fs/promises';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  devices,
  dialog,
  emailOf,
  focused,
  heading,
  isIn,
  occurrences,
  openSettings,
  password,
  press,
  signIn,
  signOut,
  signUp,
} from './account-pages.ts';
import { codeInput, endChallenges, showCode, shownSecret } from './app-pages.ts';
import { countOperations, expectAccessible } from './browser.ts';
import { readQrCode } from './read-qr-code.ts';
import { useScene } from './scene.ts';

const scene = useScene();
const { openDevice, change, letTimePass } = scene;

/** A code that is none of those that count now. */
function wrongCode(secret: string): string {
  const epoch = Math.floor(Date.now() / 1000);
  const near = new Set([-60, -30, 0, 30, 60].map((after) => generateSync({ secret, epoch: epoch + after })));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.has(code)) ?? '';
}

const expectToFitPhones = async (page: Page): Promise<void> => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 720 });
};
const shownCodes = async (page: Page) => {
  await page.getByRole('heading', { name: 'Keep your backup codes' }).waitFor();
  return page.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allInnerTexts();
};

describe('An authenticator app in the client', () => {
  const email = emailOf('ada');
  let page: Page;
  let secret = '';
  let backupCodes: readonly string[] = [];

  beforeAll(async () => {
    page = await openDevice();
    await signUp(page, email);
    await heading(page, 'New persona').waitFor();
  });

  const takeFirstStep = async () => {
    await signIn(page, email);
    await heading(page, 'One more step').waitFor();
  };

  it('is set up by a QR code, also where the sign-in is long ago, and nothing changes before its first code', async () => {
    await openSettings(page);
    await letTimePass(page);
    await press(page, 'Set up an authenticator app');
    const proof = dialog(page, 'Is it still you?');
    await proof.getByLabel(/^Password/u).fill(password);
    await page.keyboard.press('Enter');
    const code = page.getByRole('img', { name: 'QR code for your authenticator app' });
    await code.waitFor();
    await expect.poll(focused(page)).toBe('Set up your authenticator app');
    await expectAccessible(page);
    await expectToFitPhones(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const url = new URL(await readQrCode(scene.browser, code));
    expect(decodeURIComponent(url.pathname)).toContain(email);
    secret = url.searchParams.get('secret') ?? '';
    expect(await shownSecret(page)).toBe(secret);
    await press(page, 'Cancel');
    await expect.poll(focused(page)).toContain('Nothing was changed.');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
  });

  it('says at its input that a code is wrong, and takes one that is typed with a space', async () => {
    await press(page, 'Set up an authenticator app');
    const code = page.getByRole('img', { name: 'QR code for your authenticator app' });
    secret = new URL(await readQrCode(scene.browser, code)).searchParams.get('secret') ?? '';
    await codeInput(page).fill(wrongCode(secret));
    await press(page, 'Turn on');
    await page.getByText('The code is wrong').waitFor();
    expect(await codeInput(page).getAttribute('aria-invalid')).toBe('true');
    const now = generateSync({ secret });
    await codeInput(page).fill('');
    await codeInput(page).pressSequentially(`${now.slice(0, 3)} ${now.slice(3)}`);
    expect(await codeInput(page).inputValue()).toBe(now);
    await press(page, 'Turn on');
    backupCodes = await shownCodes(page);
    expect(new Set(backupCodes).size).toBe(10);
  });

  it('shows the backup codes once, to copy, to save and to print', async () => {
    await expect.poll(focused(page)).toBe('Keep your backup codes');
    await expectAccessible(page);
    await expectToFitPhones(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await press(page, 'Copy');
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(backupCodes.join('\n'));
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')]);
    expect(download.suggestedFilename()).toBe('tenure-backup-codes.txt');
    const saved = await readFile(await download.path(), 'utf8');
    for (const text of [email, ...backupCodes]) expect(saved).toContain(text);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(backupCodes[9] ?? '').isVisible()).toBe(true);
    expect(await page.getByText(`Tenure, ${email}`).isVisible()).toBe(true);
    for (const other of [heading(page, 'Account settings'), devices(page).first()])
      expect(await other.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await press(page, 'I have kept them');
    await page.getByText('10 of 10 backup codes are left.').waitFor();
    await page.getByText('Authenticator app, as a second step').waitFor();
    expect(await page.getByText(backupCodes[0] ?? '').count()).toBe(0);
    await expectAccessible(page);
    await expectToFitPhones(page);
  });

  it('is asked for behind the password; a wrong code is told and may be typed anew', async () => {
    await signOut(page);
    await takeFirstStep();
    await expectAccessible(page);
    expect(await codeInput(page).getAttribute('autocomplete')).toBe('one-time-code');
    expect(await codeInput(page).getAttribute('inputmode')).toBe('numeric');
    const renewals = countOperations(page, 'RenewSession');
    // Without a click: the input has the focus already.
    await page.keyboard.type(wrongCode(secret));
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong, or not good any more.').waitFor();
    await expectAccessible(page);
    await page.keyboard.type('12345');
    await page.keyboard.press('Enter');
    await page.getByText('Write the six digits of the app.').waitFor();
    expect(renewals()).toBe(0);
    expect(await codeInput(page).inputValue()).toBe('12345');
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('may be left at home: a backup code signs in as well, once', async () => {
    await signOut(page);
    await takeFirstStep();
    await press(page, 'Use a backup code instead');
    await expectAccessible(page);
    const [first = ''] = backupCodes;
    await page.keyboard.type(first.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await heading(page, 'New persona').waitFor();
    await signOut(page);
    await takeFirstStep();
    await press(page, 'Use a backup code instead');
    await page.keyboard.type(first);
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong, or not good any more.').waitFor();
    await press(page, 'Use the authenticator app instead');
    expect(await page.getByText('The code is wrong').count()).toBe(0);
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('leads back to the first step, without its password, when the sign-in has taken too long', async () => {
    await signOut(page);
    await takeFirstStep();
    await endChallenges(scene);
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await page.getByText('That took too long, or too many tries. Sign in once more.').waitFor();
    await heading(page, 'Sign in').waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    expect(await page.getByLabel(/^Password/u).inputValue()).toBe('');
    await expectAccessible(page);
    await takeFirstStep();
    await press(page, 'Back to the first step');
    await heading(page, 'Sign in').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await takeFirstStep();
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('proves in the middle of a session who it is; a wrong code is tried once and ends nothing', async () => {
    await openSettings(page);
    await letTimePass(page);
    await press(page, 'Make new backup codes');
    const question = dialog(page, 'Make new backup codes?');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Make new backup codes' }).click();
    const proof = dialog(page, 'Is it still you?');
    await proof.getByLabel(/^Code/u).waitFor();
    expect(await proof.getByLabel(/^Password/u).count()).toBe(0);
    const attempts = countOperations(page, 'StepUp');
    await page.keyboard.type(wrongCode(secret));
    await page.keyboard.press('Enter');
    await proof.getByText('The code is wrong, or not good any more.').waitFor();
    expect(attempts()).toBe(1);
    await expectAccessible(page);
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    const newCodes = await shownCodes(page);
    expect(newCodes.filter((code) => backupCodes.includes(code))).toEqual([]);
    backupCodes = newCodes;
    await press(page, 'I have kept them');
  });

  it('takes a backup code for that as well, and does nothing for who gives none', async () => {
    await letTimePass(page);
    await press(page, 'Sign out everywhere');
    const proof = dialog(page, 'Is it still you?');
    await proof.getByLabel(/^Code/u).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Nothing was changed: this needs a proof that it is you.').waitFor();
    await press(page, 'Sign out everywhere');
    await proof.getByRole('button', { name: 'Use a backup code instead' }).click();
    await page.keyboard.type(backupCodes[1] ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('You are signed out on every device.').waitFor();
    await takeFirstStep();
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await heading(page, 'New persona').waitFor();
    await openSettings(page);
    await expect.poll(occurrences(page, '9 of 10 backup codes are left.')).toBe(1);
  });

  it('warns when backup codes run out', async () => {
    await change('update backup_code_sets set code_hashes = code_hashes[1:2]');
    await openSettings(page);
    await page.getByText('Two backup codes are left.').waitFor();
    await expectAccessible(page);
    await expectToFitPhones(page);
    expect(await page.getByText('of 10 backup codes').count()).toBe(0);
  });

  it('is turned off after asking, and signing in takes one step again', async () => {
    await press(page, 'Turn off');
    const question = dialog(page, 'Turn two-step sign-in off?');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Two backup codes are left.').waitFor();
    await press(page, 'Turn off');
    await question.getByRole('button', { name: 'Turn off' }).click();
    await expect.poll(focused(page)).toContain('Two-step sign-in is off.');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
    expect(await page.getByText('Authenticator app, as a second step').count()).toBe(0);
    await signOut(page);
    await signIn(page, email);
    await expect.poll(isIn(page)).toBe(true);
  });

  it('signs every other device out when it is turned on', async () => {
    const other = await openDevice();
    await other.goto('/');
    await signIn(other, email);
    await heading(other, 'New persona').waitFor();
    await openSettings(page);
    await expect.poll(() => devices(page).count()).toBe(2);
    await press(page, 'Set up an authenticator app');
    const code = page.getByRole('img', { name: 'QR code for your authenticator app' });
    secret = new URL(await readQrCode(scene.browser, code)).searchParams.get('secret') ?? '';
    await codeInput(page).fill(generateSync({ secret }));
    await press(page, 'Turn on');
    await shownCodes(page);
    await expect.poll(() => devices(page).count()).toBe(1);
    await other.goto('/');
    await expect.poll(() => heading(other, 'Sign in').count()).toBe(1);
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
