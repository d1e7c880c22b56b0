import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, emailOf, heading, occurrences, press, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';
import { makePersona } from './seed-matches.ts';

const scene = useScene();
const { openDevice, change } = scene;

describe('The sources of a persona', () => {
  let page: Page;
  let address = '';
  const source = (label: string) => page.getByRole('switch', { name: label, exact: true });
  const open = async () => {
    await page.goto(address);
    await heading(page, 'Sources').waitFor();
  };

  beforeAll(async () => {
    page = await openDevice();
    await signUp(page, emailOf('ada'));
    await heading(page, 'New persona').waitFor();
    // Nothing is asked but when the test does.
    const id = await makePersona(page, 'Engineer', { pollingFrequency: 'MANUAL_ONLY' });
    address = `/personas/${id}/edit/sources`;
  });

  it('are turned on and off, and stay so', async () => {
    await open();
    expect(await source('Greenhouse').isChecked()).toBe(true);
    expect(await source('Remotive').isChecked()).toBe(false);
    await page.getByText('Named beside its postings: “Source: Remotive”').waitFor();
    await source('Greenhouse').click();
    await expect.poll(() => source('Greenhouse').isChecked()).toBe(false);
    await expectAccessible(page);
    await page.reload();
    await source('Greenhouse').waitFor();
    expect(await source('Greenhouse').isChecked()).toBe(false);
    expect(await source('Lever').isChecked()).toBe(true);
  });

  it('take a key that is never shown again, another in its place, and none', async () => {
    const give = async (key: string) => {
      await page.getByLabel(/^Key/u).fill(key);
      await press(page, 'Keep it');
    };
    await press(page, 'Give your key of Adzuna');
    await give('no key');
    await page.getByText(/^This is no key of Adzuna/u).waitFor();
    await expectAccessible(page);
    await give('app:0123456789abcdef');
    await page.getByText(/^Your key is set since .* Turn the source on to have it asked\.$/u).waitFor();
    await page.reload();
    await press(page, 'Replace the key of Adzuna');
    expect(await page.getByLabel(/^Key/u).inputValue()).toBe('');
    await give('app:fedcba9876543210');
    await page.getByText(/^Your key is set since/u).waitFor();
    expect(await page.content()).not.toMatch(/0123456789|fedcba/u);
    await press(page, 'Remove your key of Adzuna');
    await dialog(page, 'Remove your key of Adzuna?').getByRole('button', { name: 'Remove it' }).click();
    await press(page, 'Give your key of Adzuna');
    await press(page, 'Cancel');
  });

  it('are asked on request, with progress, and tell what came of it', async () => {
    const run = (label: string) =>
      page.getByRole('region', { name: 'What came of it' }).getByRole('listitem').filter({ hasText: label });
    await press(page, 'Ask them now');
    await expect.poll(() => run('Lever').getByText('Not asked. No board of it is known here yet').count()).toBe(1);
    await change(
      `update source_runs set state = 'WAITING', failure = null, finished_at = null, work_due_at = now() + interval '1 hour' where source_name in ('lever', 'ashby')`,
    );
    await page.reload();
    await page.getByText(/^\d+ of \d+ sources have answered\./u).waitFor();
    await expectAccessible(page);
    await change(
      `update source_runs set state = 'SUCCEEDED', failure = null, found = 25, new_matches = 3, not_inspected = 4, finished_at = now(), work_due_at = null where source_name <> 'ashby'`,
    );
    await change(
      `update source_runs set state = 'FAILED', found = 0, new_matches = 0, not_inspected = 0, failure = 'It does not answer as it should (500).', finished_at = now(), work_due_at = null where source_name = 'ashby'`,
    );
    await run('Lever').getByText('3 new, 25 listed, 4 not inspected').waitFor();
    const failed = run('Ashby').getByText(/^Failed. It does not answer as it should \(500\)\./u);
    await expect.poll(() => failed.innerText()).toMatch(/It is asked again when you ask\.$/u);
    await expectAccessible(page);
    await press(page, 'Ask them now');
    await page.getByText(/^All were asked in the last quarter of an hour/u).waitFor();
    await page.getByLabel('How often').selectOption('Once a day');
    await expect.poll(() => failed.innerText()).toMatch(/It is asked again on .*\.$/u);
  });

  it('are nobody else’s', async () => {
    const bobs = await openDevice();
    await signUp(bobs, emailOf('bob'));
    await heading(bobs, 'New persona').waitFor();
    await bobs.goto(address);
    await heading(bobs, 'Not found').waitFor();
    expect(await occurrences(bobs, 'Greenhouse')()).toBe(0);
  });

  it('print nothing on the console and have no other host asked for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
