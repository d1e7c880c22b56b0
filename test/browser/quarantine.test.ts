import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  dialog,
  emailOf,
  focused,
  heading,
  isIn,
  occurrences,
  password,
  press,
  signIn,
  signOut,
  signUp,
} from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';
import { askAs, makePersona } from './seed-matches.ts';

const scene = useScene();
const { openDevice, change, letTimePass } = scene;

describe('A posting in the client', () => {
  const title = 'Harbour Master';
  let page: Page;
  let jobs = '';

  beforeAll(async () => {
    page = await openDevice();
    await signUp(page, emailOf('ada'));
    await heading(page, 'New persona').waitFor();
    const persona = await makePersona(page, 'Harbour Pilot');
    await askAs(page, 'mutation ($id: ID!, $input: AddJobInput!) { addJob(personaId: $id, input: $input) { id } }', {
      id: persona,
      input: { title, companyName: 'Quiet Harbour', description: 'Keep the harbour quiet, every day of the year.' },
    });
    jobs = `/personas/${persona}/jobs`;
  });

  it('is reported from its page, for a reason, and is gone from the list', async () => {
    await page.goto(jobs);
    await page.getByRole('link', { name: title }).click();
    await heading(page, title).waitFor();
    await press(page, 'Report');
    await dialog(page, 'Report this posting').waitFor();
    await expectAccessible(page);
    await page.getByLabel('What is wrong with it').fill('It asks for money first.');
    await press(page, 'Report posting');
    await page.waitForURL(`**${jobs}`);
    await expect.poll(occurrences(page, title)).toBe(0);
    await page.reload();
    await heading(page, 'Jobs').waitFor();
    await expect.poll(occurrences(page, title)).toBe(0);
  });

  it('is reviewed by an admin who has proven who they are, and by nobody else', async () => {
    const admins = await openDevice();
    const email = emailOf('admin');
    await signUp(admins, email);
    await expect.poll(isIn(admins)).toBe(true);
    await admins.goto('/admin/quarantine');
    await heading(admins, 'This page is not for your account').waitFor();
    await change(`update users set roles = '{ADMIN}' where email = $1`, email);
    await signOut(admins);
    await signIn(admins, email);
    await expect.poll(isIn(admins)).toBe(true);
    await admins.getByRole('button', { name: 'Account', exact: true }).click();
    await letTimePass(admins);
    await admins.getByRole('menuitem', { name: 'Administration' }).click();
    const proof = dialog(admins, 'Is it still you?');
    await proof.getByLabel(/^Password/u).fill(password);
    await admins.keyboard.press('Enter');
    await admins.getByRole('link', { name: 'Postings to review' }).click();
    await admins.getByText('It asks for money first.').waitFor();
    await expectAccessible(admins);
    expect(await occurrences(admins, /ada@/u)()).toBe(0);
    await press(admins, `Take it apart: ${title}`);
    await dialog(admins, 'Take this posting apart?').getByRole('button', { name: 'Take it apart' }).click();
    await admins.getByText('It is of one source alone: nothing to take apart.').waitFor();
    await press(admins, `Hold it back: ${title}`);
    await admins.getByText('Nothing waits').waitFor();
    await expect.poll(focused(admins)).toBe(`Held back: ${title}`);
    await expectAccessible(admins);
    await admins.getByLabel('Show').selectOption('What was held back for good');
    await admins.getByText(/^Held back for good since/u).waitFor();
    await press(admins, `Let it go: ${title}`);
    await admins.getByText('Nothing is held back').waitFor();
    await admins.reload();
    await admins.getByText('Nothing is held back').waitFor();
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
