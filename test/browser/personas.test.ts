import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailOf, heading, occurrences, press, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';

const scene = useScene();

const resume = {
  basics: { name: 'Ada Lovelace', label: 'Analyst', email: 'ada@example.org', location: { city: 'London' } },
  work: [
    { name: 'Analytical Engines', position: 'Analyst', startDate: '2014-06', highlights: ['Wrote the first program.'] },
  ],
  skills: [{ name: 'Languages', keywords: ['TypeScript', 'SQL'] }],
};

const file = (name: string, content: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

describe('A persona', () => {
  let page: Page;
  const choose = (name: string, content: string) =>
    page.locator('input[type="file"]').setInputFiles(file(name, content));
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
  const alert = (text: string | RegExp) => page.getByRole('alert').getByText(text).waitFor();

  beforeAll(async () => {
    page = await scene.openDevice();
    await signUp(page, emailOf('ada'));
    await heading(page, 'New persona').waitFor();
  });

  it('starts from a resume, whose faults are shown by their place', async () => {
    await choose('not.json', '{"basics": ');
    await alert(/^This is no JSON\./u);
    await choose('month.json', JSON.stringify({ ...resume, work: [{ ...resume.work[0], startDate: '2014-13' }] }));
    await page.getByRole('alert', { name: 'Look at: work, entry 1, startDate' }).waitFor();
    await alert('"2014-13"');
    await expectAccessible(page);
    // What was refused left nothing behind.
    await page.getByRole('button', { name: /^Persona:/u }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['New persona']);
    await page.keyboard.press('Escape');
    await press(page, 'Show its text');
    await page.getByLabel('JSON Resume').fill(JSON.stringify(resume));
    await press(page, 'Start with it');
    await heading(page, /^Persona$/u).waitFor();
    expect(await page.getByLabel(/^Name/u).inputValue()).toBe('Ada Lovelace');
    expect(await page.getByRole('list', { name: 'Your skills' }).getByRole('listitem').count()).toBe(2);
  });

  it('goes out as a resume and comes in again, after asking', async () => {
    await follow('Resume file');
    await heading(page, 'Resume file').waitFor();
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')]);
    expect(download.suggestedFilename()).toBe('ada-lovelace.resume.json');
    const saved: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(saved).toMatchObject(resume);
    await choose('skills.json', JSON.stringify({ skills: [{ name: 'COBOL' }] }));
    await page.getByRole('dialog').getByRole('button', { name: 'Read it in' }).click();
    await page.getByText('Read in. Matches are scored anew.').waitFor();
    await follow('Basics and wishes');
    await page.getByRole('button', { name: 'Remove COBOL' }).waitFor();
    expect(await occurrences(page, 'TypeScript')()).toBe(0);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
