import { expect, it } from 'vitest';
import { emailOf, heading, occurrences, openSettings, press, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';

const scene = useScene();

async function codesFor(token: string, query: string): Promise<readonly unknown[]> {
  const response = await fetch(`${scene.product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}

it('an access token is made, shown once, works for what it is for, and is ended', async () => {
  const page = await scene.openDevice();
  await signUp(page, emailOf('tokens'));
  await heading(page, 'New persona').waitFor();
  await openSettings(page);
  await press(page, 'Make an access token');
  await page.getByLabel('Name of the token').fill('Bookmarklet');
  await press(page, 'Make the token');
  await expect.poll(occurrences(page, 'Name at least one scope.')).toBe(1);
  await page.getByLabel('Read personas').check();
  await expectAccessible(page);
  await press(page, 'Make the token');
  const token = (await page.getByLabel('Access token', { exact: true }).textContent()) ?? '';
  expect(token).toMatch(/^tenure_pat_/);
  expect(await codesFor(token, '{ personas { fullName } }')).toEqual([]);
  expect(await codesFor(token, '{ me { id } }')).toEqual(['FORBIDDEN']);
  await press(page, 'I have kept it');
  expect(await occurrences(page, token)()).toBe(0);
  const listed = page.getByRole('list', { name: 'Access tokens' }).getByRole('listitem');
  await expect.poll(() => listed.allInnerTexts()).toEqual([expect.stringContaining('Read personas')]);
  await press(page, 'End Bookmarklet');
  await press(page, 'End');
  await expect.poll(() => listed.count()).toBe(0);
  expect(await codesFor(token, '{ personas { fullName } }')).toEqual(['UNAUTHENTICATED']);
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds()).toEqual([]);
});
