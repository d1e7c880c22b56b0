import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { findRunning } from '../../src/database/embedded-postgres.ts';
import type { OwnProduct } from './start-product.ts';

export const password = 'a quiet harbour 7';
export const emailOf = (name: string) => `${name}-${Date.now()}@example.org`;

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** For polls: how often a text stands on the page. */
export const occurrences = (page: Page, text: string | RegExp) => () => page.getByText(text).count();
export const devices = (page: Page) => page.getByRole('list', { name: 'Devices' }).getByRole('listitem');

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

export async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings/account');
  await heading(page, 'Account settings').waitFor();
  await devices(page).first().waitFor();
}

/** Changes rows of the running product behind its back: what only time or staff would do. */
export async function change(product: OwnProduct, statement: string, ...values: readonly string[]): Promise<void> {
  const running = await findRunning(product.dataFolder);
  if (!running) throw new Error('The product has no database.');
  const { host, port, superuser: user, password } = running;
  const client = new Client({ host, port, user, password, database: 'tenure' });
  await client.connect();
  await client.query(statement, [...values]);
  await client.end();
}

/** Makes every sign-in so far too old for what needs a recent one, in the page's token too. */
export async function letTimePass(product: OwnProduct, page: Page): Promise<void> {
  await change(product, `update sessions set authenticated_at = now() - interval '1 hour'`);
  await page.context().clearCookies({ name: /access/iu });
}
