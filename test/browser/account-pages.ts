import type { Page } from 'playwright-core';

export const password = 'a quiet harbour 7';
export const emailOf = (name: string) => `${name}-${Date.now()}@example.org`;

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** For polls: how often a text stands on the page. */
export const occurrences = (page: Page, text: string | RegExp) => () => page.getByText(text).count();
/** For polls: the text of what has the focus. */
export const focused = (page: Page) => () => page.evaluate<string>('document.activeElement.innerText');
/** For polls: whether the page is that of a signed-in account, without a persona so far. */
export const isIn = (page: Page) => async () => (await heading(page, 'New persona').count()) === 1;
export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
export const devices = (page: Page) => page.getByRole('list', { name: 'Devices' }).getByRole('listitem');
export const linksByMail = 'Links by mail';
/** Links by mail are left out: every account has them. */
export const ways = (page: Page) =>
  page.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem').filter({ hasNotText: linksByMail });

export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/u).fill(password);
  await press(page, 'Open account');
}

export async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^Password/u).fill(secret);
  await press(page, 'Sign in');
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
}

export async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings/account');
  await heading(page, 'Account settings').waitFor();
  // Each part of the page asks for itself.
  await devices(page).first().waitFor();
  await page.getByRole('list', { name: 'Ways to sign in' }).waitFor();
}
