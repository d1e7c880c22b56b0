import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { press } from './account-pages.ts';
import type { Scene } from './scene.ts';

/** Where a code is typed, of an authenticator app. */
export const codeInput = (page: Page) => page.getByLabel(/^Code/u);

/** The secret of an app that is being set up, as it stands there to be typed. */
export async function shownSecret(page: Page): Promise<string> {
  const section = page.getByRole('region', { name: 'Two-step sign-in' });
  return (await section.locator('code').innerText()).replaceAll(/\s/gu, '');
}

/** Sets an authenticator app up on the page of the settings. @returns its secret */
export async function addApp(page: Page): Promise<string> {
  await press(page, 'Set up an authenticator app');
  const secret = await shownSecret(page);
  await codeInput(page).fill(generateSync({ secret }));
  await press(page, 'Turn on');
  await press(page, 'I have kept them');
  return secret;
}

/** What the app shows; the codes of before count as though their time were long past. */
export async function showCode({ change }: Scene, secret: string): Promise<string> {
  await change('update totp_factors set last_step = 0');
  return generateSync({ secret });
}

/** Has every second step that is under way take too long. */
export const endChallenges = ({ change }: Scene): Promise<void> =>
  change(`update one_time_tokens set expires_at = now() where kind = 'MFA_CHALLENGE'`);
