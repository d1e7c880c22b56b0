import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialog, emailOf, heading, occurrences, password, press, signIn, signOut, signUp } from './account-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';
import { askAs } from './seed-matches.ts';

const scene = useScene();
const { openDevice, change, letTimePass } = scene;

const openMenu = (page: Page) => page.getByRole('button', { name: 'Account', exact: true }).click();

describe('Administration', () => {
  const [adas, bosses] = [emailOf('ada'), emailOf('boss')];
  let ada: Page;
  let boss: Page;
  const row = (email: string) =>
    boss.getByRole('list', { name: 'Accounts' }).getByRole('listitem').filter({ hasText: email });
  /** Does something to Ada's account that asks first. */
  const act = async (label: string, question: string) => {
    await press(boss, `${label}: ${adas}`);
    await dialog(boss, question).getByRole('button', { name: label, exact: true }).click();
  };
  const become = async (page: Page, email: string, role: string) => {
    await change(`update users set roles = array[$2] where email = $1`, email, role);
    await signOut(page);
    await signIn(page, email);
    await heading(page, 'New persona').waitFor();
  };

  beforeAll(async () => {
    [ada, boss] = [await openDevice(), await openDevice()];
    for (const [page, email] of [
      [ada, adas],
      [boss, bosses],
    ] as const) {
      await signUp(page, email);
      await heading(page, 'New persona').waitFor();
    }
    await become(boss, bosses, 'ADMIN');
  });

  it('is not for everybody', async () => {
    await openMenu(ada);
    await ada.getByRole('menuitem', { name: 'Account settings' }).waitFor();
    expect(await ada.getByRole('menuitem', { name: 'Administration' }).count()).toBe(0);
    for (const path of ['users', 'audit', 'quarantine']) {
      await ada.goto(`/admin/${path}`);
      await heading(ada, 'This page is not for your account').waitFor();
      expect(await occurrences(ada, bosses)()).toBe(0);
    }
    await expectAccessible(ada);
  });

  it('shows accounts to an admin who has proven who they are, and finds one', async () => {
    await openMenu(boss);
    await letTimePass(boss);
    await boss.getByRole('menuitem', { name: 'Administration' }).click();
    const proof = dialog(boss, 'Is it still you?');
    await proof.getByLabel(/^Password/u).fill(password);
    await boss.keyboard.press('Enter');
    await row(adas).waitFor();
    await row(bosses).getByText('This is you').waitFor();
    await expectAccessible(boss);
    await boss.getByLabel('Part of an address or name').fill('ada-');
    await press(boss, 'Search');
    await expect.poll(() => row(bosses).count()).toBe(0);
    await row(adas).waitFor();
    await boss.getByLabel('Part of an address or name').fill('nobody at all');
    await press(boss, 'Search');
    await boss.getByText('No such account').waitFor();
    await boss.goBack();
    await row(adas).waitFor();
  });

  it('shuts an account out, lets it in again, and changes its role', async () => {
    await press(boss, `Manage ${adas}`);
    await expectAccessible(boss);
    await act('Shut out', `Shut ${adas} out?`);
    await row(adas)
      .getByText(/^Shut out since/u)
      .waitFor();
    await ada.reload();
    await heading(ada, 'Sign in').waitFor();
    await act('Let in again', `Let ${adas} in again?`);
    await expect
      .poll(() =>
        row(adas)
          .getByText(/^Shut out since/u)
          .count(),
      )
      .toBe(0);
    await signIn(ada, adas);
    await heading(ada, 'This page is not for your account').waitFor();
    await boss.getByLabel(`Role of ${adas}`).selectOption('Support');
    await press(boss, 'Change the role');
    await boss.getByText(`${adas} has the role Support`).waitFor();
  });

  it('shows support accounts alone, to look at', async () => {
    await ada.goto('/admin');
    await heading(ada, 'Accounts').waitFor();
    await ada.getByText(bosses).waitFor();
    expect(await ada.getByRole('button', { name: /^Manage/u }).count()).toBe(0);
    expect(await ada.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    await ada.goto('/admin/audit');
    await heading(ada, 'This page is not for your account').waitFor();
    await act('Sign out everywhere', `Sign ${adas} out everywhere?`);
    await boss.getByText('Signed out everywhere.').waitFor();
    await ada.reload();
    await heading(ada, 'Sign in').waitFor();
  });

  it('invites somebody', async () => {
    await boss.getByRole('textbox', { name: 'Invite somebody' }).fill('no address');
    await press(boss, 'Send the invitation');
    expect(await occurrences(boss, /^A mail is on its way/u)()).toBe(0);
    await boss.getByRole('textbox', { name: 'Invite somebody' }).fill('new@example.org');
    await press(boss, 'Send the invitation');
    await boss.getByText('A mail is on its way to new@example.org.').waitFor();
  });

  it('tells what happened, of all or of one account', async () => {
    // Each look is an event of its own: enough for two pages.
    for (let look = 0; look < 15; look += 1) await askAs(boss, '{ adminUsers { totalCount } }');
    await boss.getByRole('link', { name: 'What happened to it' }).click();
    await heading(boss, 'Audit log').waitFor();
    await boss.getByText('Staff: let in again').waitFor();
    await boss.getByText(`Of ${adas} alone.`).waitFor();
    await expectAccessible(boss);
    expect(await occurrences(boss, 'Staff: invited somebody')()).toBe(0);
    await boss.getByRole('link', { name: 'Show all' }).click();
    await boss.getByText('Staff: invited somebody').waitFor();
    const shown = boss.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await expect.poll(() => shown.count()).toBe(20);
    await press(boss, 'Load more');
    await expect.poll(() => shown.count()).toBeGreaterThan(20);
    await expectAccessible(boss);
  });

  it('has printed nothing on the console and asked no other host for anything', () => {
    expect(scene.misdeeds()).toEqual([]);
  });
});
