import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, emailOf, focused, heading, occurrences, press, signUp } from './account-pages.ts';
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
    await expect.poll(() => page.getByRole('menuitem').allInnerTexts()).toEqual(['New persona']);
    await page.keyboard.press('Escape');
    await press(page, 'Show its text');
    await page.getByLabel('JSON Resume').fill(JSON.stringify(resume));
    await press(page, 'Start with it');
    await heading(page, 'About you').waitFor();
    expect(await page.getByLabel(/^Name/u).inputValue()).toBe('Ada Lovelace');
  });

  it('is set up step by step, goes on after a reload where it was left, and ends at the matches', async () => {
    const goOn = (step: string) => Promise.all([press(page, 'Go on'), heading(page, step).waitFor()]);
    await page.getByText('75 % of what is needed is there').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Portfolio or site').fill('ftp://ada.example.org');
    await press(page, 'Save and go on');
    await page.getByText('This must be a web address.').waitFor();
    await page.getByLabel('Portfolio or site').fill('https://ada.example.org');
    await press(page, 'Save and go on');
    await heading(page, 'Jobs').waitFor();
    await page.goto(page.url().replace(/\/work-history$/u, ''));
    await heading(page, 'Jobs').waitFor();
    await goOn('Education');
    await goOn('Skills');
    await page.getByText('0 postings would match.').waitFor();
    await expectAccessible(page);
    await follow('Review');
    await page.getByText('Name the cities you can work in, or wish for remote work only.').waitFor();
    await expectAccessible(page);
    await follow('What you will not give up');
    await page.getByLabel('Remote work').selectOption('Remote only');
    await page.getByLabel('Lowest yearly salary').fill('90000');
    await page.getByText('Only remote work, said to be so.').waitFor();
    await page.getByText('At least USD 90,000 a year.').waitFor();
    await expectAccessible(page);
    await press(page, 'Save and go on');
    await heading(page, 'Where you want to go').waitFor();
    await page.getByText('100 % of what is needed is there').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 720 });
    await follow('Review');
    await press(page, 'Finish and see my matches');
    await heading(page, 'Jobs').waitFor();
    expect(page.url()).toMatch(/\/jobs$/u);
    await follow('Persona');
    await page.getByRole('list', { name: 'Your skills' }).getByRole('listitem').nth(1).waitFor();
    expect(await occurrences(page, /^Set-up:/u)()).toBe(0);
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

  it('keeps its jobs and what was done there in lists that are written, moved and shortened', async () => {
    await follow('Background');
    await heading(page, 'Background').waitFor();
    await press(page, 'Add a job');
    await page.getByLabel(/^Title/u).fill('Translator');
    await page.getByLabel(/^Company/u).fill('Menabrea');
    await page.getByLabel(/^First day/u).fill('2013-01-01');
    await page.getByLabel(/^Last day/u).fill('2012-01-01');
    await press(page, 'Save');
    // The server's refusal stands at the input that it is about.
    const end = page.getByRole('textbox', { name: /^Last day/u }).or(page.getByLabel(/^Last day/u));
    await page.getByText('The end, 2012-01-01, is before the beginning, 2013-01-01.').waitFor();
    expect(await end.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await end.fill('2014-05-31');
    await press(page, 'Save');
    const jobs = page.getByRole('list', { name: 'Jobs' });
    await jobs.getByText('Jan 2013 – May 2014').waitFor();
    await expect.poll(focused(page)).toBe('Add a job');

    await page.getByRole('button', { name: 'Change Translator at Menabrea' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    const titles = () => jobs.getByText(/^(Translator|Analyst), /u).allInnerTexts();
    await expect.poll(titles).toEqual(['Translator, Menabrea', 'Analyst, Analytical Engines']);
    await page.getByRole('status').getByText('Translator at Menabrea: now 1 of 2.').waitFor();

    const lines = page.getByRole('list', { name: 'What you did as Analyst' });
    const job = jobs.getByRole('listitem').filter({ has: lines });
    await job.getByRole('button', { name: 'Add a bullet' }).click();
    await page
      .getByLabel(/^What you did/u)
      .last()
      .fill('Corrected the notes.');
    await press(page, 'Save');
    await page.getByRole('button', { name: 'Move Corrected the notes. up' }).click();
    await expect.poll(() => lines.getByRole('listitem').first().innerText()).toContain('Corrected the notes.');

    await page.getByRole('button', { name: 'Remove Translator at Menabrea' }).click();
    await dialog(page, 'Remove Translator at Menabrea?').waitFor();
    await expectAccessible(page);
    await press(page, 'Remove');
    await expect.poll(titles).toEqual(['Analyst, Analytical Engines']);
    await page.reload();
    await expect.poll(() => lines.getByRole('listitem').first().innerText()).toContain('Corrected the notes.');
    expect(await titles()).toEqual(['Analyst, Analytical Engines']);
  });

  it('has education, certifications, stories, rules of its own and a voice', async () => {
    const fill = async (values: Readonly<Record<string, string>>) => {
      for (const [label, value] of Object.entries(values))
        await page
          .getByLabel(new RegExp(`^${label}`, 'u'))
          .and(page.locator('input, textarea'))
          .fill(value);
      await press(page, 'Save');
    };
    await press(page, 'Add an education');
    await fill({ 'School or university': 'Home', Degree: 'BSc', Subject: 'Mathematics', 'Grade point average': '4.5' });
    await page.getByText('BSc, Mathematics').waitFor();
    await press(page, 'Add a certification');
    await fill({ 'What it is called': 'CKA', 'Who gave it': 'CNCF', 'When you got it': '2022-03-01' });
    await page.getByText('CNCF · Mar 2022').waitFor();
    await press(page, 'Add a story');
    await page.getByRole('combobox', { name: 'Skills it shows' }).click();
    await page.getByRole('option', { name: 'COBOL' }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await fill({
      Title: 'Notes',
      'How things were': 'A paper.',
      'What you did': 'Notes.',
      'What came of it': 'A field.',
    });
    // The form may still be there, with the same words.
    await page.locator('p', { hasText: 'A paper.' }).waitFor();

    await follow('Rules');
    await press(page, 'Add a rule');
    await fill({ 'What you call it': 'No gambling', 'Words, any one of which counts': 'casino, betting' });
    await page.getByText('Leave out postings whose description has “casino” or “betting”.').waitFor();
    await expectAccessible(page);

    await follow('Voice');
    await page.getByLabel('Phrases of yours').first().fill('As it were');
    await page.keyboard.press('Enter');
    await fill({ Tone: 'Dry' });
    await page.getByText('Saved.').waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.getByText('As it were').waitFor();
    expect(await page.getByLabel('Tone').inputValue()).toBe('Dry');
  });

  it('has searches that are derived, edited, approved, out of date and derived anew', async () => {
    await follow('Searches');
    // The skills have been replaced since.
    await page.getByText('Out of date').waitFor();
    await expectAccessible(page);
    await press(page, 'Derive anew');
    await dialog(page, 'Derive the searches anew?').getByRole('button', { name: 'Derive anew' }).click();
    await expect.poll(occurrences(page, 'Out of date')).toBe(0);
    const searches = page.getByRole('list', { name: 'For what you do today' }).getByRole('listitem');
    await searches
      .first()
      .getByRole('button', { name: /^Change/u })
      .click();
    await page.getByLabel(/^What it is called/u).fill('My search');
    await page.getByLabel('Tags of RemoteOK').first().fill('no tag!');
    await page.keyboard.press('Enter');
    await press(page, 'Save');
    await page.getByText('Tags are of letters, digits and . _ - alone.').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Tags of RemoteOK').first().press('Backspace');
    await press(page, 'Save');
    await searches.getByRole('button', { name: 'Change My search' }).waitFor();
    await press(page, 'Approve');
    await page.getByRole('heading', { name: 'Approved', exact: true }).waitFor();

    await follow('Basics and wishes');
    await page.getByRole('combobox', { name: 'Add skills' }).fill('Rust');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Rust' }).waitFor();
    await follow('Searches');
    await page.getByText('Out of date').waitFor();
  });

  it('gives way to another one on the same page', async () => {
    const choose = async (name: RegExp) => {
      await page.getByRole('button', { name: /^Persona:/u }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await choose(/^New persona/u);
    await heading(page, 'New persona').waitFor();
    await page.getByLabel(/^Name/u).fill('Augusta King');
    await press(page, 'Go on step by step');
    await heading(page, 'About you').waitFor();
    await follow('Persona');
    await follow('Rules');
    await page.getByText(/^None yet\./u).waitFor();
    await choose(/^Ada Lovelace/u);
    await page.getByRole('button', { name: 'Change No gambling' }).waitFor();
    expect(await page.getByRole('button', { name: /^Persona:/u }).innerText()).toContain('Ada Lovelace');
    expect(await heading(page, 'Rules').count()).toBe(1);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
