import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerErrors } from '../../src/identity/provider-failure.ts';
import { startIssuer, type RealIssuer } from '../support/issuers.ts';
import {
  dialog,
  emailOf,
  focused,
  heading,
  isIn,
  occurrences,
  openSettings,
  press,
  signUp,
  ways,
} from './account-pages.ts';
import { addApp, endChallenges, showCode } from './app-pages.ts';
import { expectAccessible } from './browser.ts';
import { useScene } from './scene.ts';

let one: RealIssuer;
let two: RealIssuer;

const settingOf = ({ settings: { id, label, issuer, clientId, clientSecret } }: RealIssuer) => ({
  id,
  label,
  issuer,
  clientId,
  clientSecret,
});

beforeAll(async () => {
  [one, two] = await Promise.all([startIssuer('one'), startIssuer('two')]);
});
afterAll(() => Promise.all([one?.stop(), two?.stop()]));

const scene = useScene(() => ({
  RATE_LIMITS: 'auth:IP=1000/1h,authCallback:IP=1000/1h',
  OIDC_PROVIDERS: JSON.stringify([one, two].map(settingOf)),
}));
const { change, letTimePass } = scene;
beforeAll(() => {
  for (const issuer of [one, two]) issuer.open(scene.product.url);
});

const fonts = 'https://fonts.googleapis.com/';

/** Another device. */
async function openDevice(): Promise<Page> {
  const page = await scene.openDevice();
  // The provider's pages ask for a font that is none of this test's business.
  await page.route(`${fonts}**`, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  return page;
}

/** Somebody who has an account at the first provider. @returns what they type there as their login */
function person(name: string, claims: { readonly email?: string; readonly email_verified?: boolean } = {}): string {
  one.people.set(name, { email: emailOf(name), email_verified: true, ...claims });
  return name;
}

const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const atProvider = (page: Page) => page.getByPlaceholder('Enter any login');
const alert = (page: Page) => page.getByRole('alert');

/** Fills in the provider's pages; who has agreed before in this browser is not asked to once more. */
async function signInThere(page: Page, login: string, { isAgreed = false } = {}): Promise<void> {
  await atProvider(page).fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  if (!isAgreed) await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${scene.product.url}/**`);
}

/** A browser signed in to an account that has nothing but a provider. */
async function openFederated(login: string): Promise<Page> {
  const page = await openDevice();
  await page.goto('/');
  await follow(page, 'Sign in with Provider one');
  await signInThere(page, login);
  await heading(page, 'New persona').waitFor();
  return page;
}

describe('Signing in by a provider', () => {
  it('opens an account on its first time, and leads to the page that was asked for on the next', async () => {
    const login = person('ada');
    const page = await openDevice();
    await page.goto('/sign-up');
    await page.getByRole('link', { name: 'Open account with Provider two' }).waitFor();
    await expectAccessible(page);
    await follow(page, 'Open account with Provider one');
    await signInThere(page, login);
    await expect.poll(isIn(page)).toBe(true);
    await openSettings(page);
    expect(await ways(page).allInnerTexts()).toEqual([expect.stringContaining('Provider: Provider one')]);
    expect(await page.getByText('Your account has no password yet.').count()).toBe(1);

    const other = await openDevice();
    await other.goto('/settings/account');
    await other.getByRole('link', { name: 'Sign in with Provider two' }).waitFor();
    await expectAccessible(other);
    await follow(other, 'Sign in with Provider one');
    await signInThere(other, login);
    await heading(other, 'Account settings').waitFor();
    await ways(other).filter({ hasText: 'last used' }).waitFor();
    expect(await alert(other).count()).toBe(0);
    expect(await other.getByText(/from now on|have proven/u).count()).toBe(0);
  });

  it('shows the other pages of the browser who is there now', async () => {
    const page = await openDevice();
    await page.goto('/');
    const neighbour = await page.context().newPage();
    await neighbour.goto('/');
    await heading(neighbour, 'Sign in').waitFor();
    await follow(page, 'Sign in with Provider one');
    await signInThere(page, person('neighbour'));
    await expect.poll(isIn(neighbour)).toBe(true);
  });

  it('may be called off there, which is told once', async () => {
    const page = await openDevice();
    await page.goto('/');
    await follow(page, 'Sign in with Provider one');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await alert(page).getByText('You did not agree at Provider one, so nobody was signed in.').waitFor();
    expect(page.url()).toBe(`${scene.product.url}/sign-in`);
    await expect.poll(focused(page)).toBe('Sign in');
    await expectAccessible(page);
    await page.reload();
    await page.getByRole('link', { name: 'Sign in with Provider one' }).waitFor();
    expect(await alert(page).count()).toBe(0);
  });

  it('says what to do where the address has an account and the provider does not vouch for it', async () => {
    const email = emailOf('taken');
    const owner = await openDevice();
    await signUp(owner, email);
    await expect.poll(isIn(owner)).toBe(true);
    const page = await openDevice();
    await page.goto('/');
    await follow(page, 'Sign in with Provider one');
    await signInThere(page, person('taken', { email, email_verified: false }));
    await alert(page).getByText('Sign in another way; then link Provider one in the account settings.').waitFor();
    await expectAccessible(page);
  });

  it('has a sentence of its own for whatever may go wrong, and takes the code out of the address', async () => {
    const codes = [...providerErrors, 'INTERNAL_SERVER_ERROR'];
    const signedIn = await openFederated(person('sentences'));
    for (const [page, path] of [
      [await openDevice(), '/sign-in'],
      [signedIn, '/settings/account'],
    ] as const) {
      const said: string[] = [];
      for (const code of codes) {
        await page.goto(`${path}?error=${code}`);
        said.push(await alert(page).innerText());
        expect(page.url()).toBe(`${scene.product.url}${path}`);
      }
      expect(new Set(said).size).toBe(codes.length);
      expect(said.filter((words) => /undefined|_/u.test(words))).toEqual([]);
      await page.goto(`${path}?error=${encodeURIComponent('<b>constructor</b>')}`);
      expect(await alert(page).innerText()).toBe('The server failed. Try again.');
    }
  });
});

describe('A second step behind a provider', () => {
  const email = emailOf('grace');
  let login = '';
  let secret = '';

  const takeFirstStep = async (page: Page, path = '/'): Promise<void> => {
    await page.goto(path);
    await follow(page, 'Sign in with Provider one');
    await signInThere(page, login);
    await heading(page, 'One more step').waitFor();
  };

  beforeAll(async () => {
    login = person('grace', { email });
    const page = await openFederated(login);
    await openSettings(page);
    secret = await addApp(page);
  });

  it('asks for the code, keeps nothing in the address, and goes on to the page that was asked for', async () => {
    const page = await openDevice();
    await takeFirstStep(page, '/settings/account');
    expect(page.url()).toBe(`${scene.product.url}/sign-in`);
    await expectAccessible(page);
    // Without a click: the input has the focus already.
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong, or not good any more.').waitFor();
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await heading(page, 'Account settings').waitFor();
    expect(page.url()).toBe(`${scene.product.url}/settings/account`);
  });

  it('leads back to the first step when it takes too long', async () => {
    const page = await openDevice();
    await takeFirstStep(page);
    await endChallenges(scene);
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await heading(page, 'Sign in').waitFor();
    expect(await alert(page).innerText()).toBe('That took too long, or too many tries. Sign in once more.');
    await expectAccessible(page);
  });

  it('is asked for also where somebody is signed in, who is there again for who calls it off', async () => {
    const page = await openFederated(person('before'));
    await page.context().clearCookies({ domain: 'localhost', name: /^_/u });
    await page.goto('/auth/one');
    await signInThere(page, login);
    await heading(page, 'One more step').waitFor();
    await press(page, 'Back to the first step');
    await expect.poll(isIn(page)).toBe(true);
  });

  it('goes on to no page of another site, whatever the address names', async () => {
    const page = await openDevice();
    const answer = page.waitForResponse((response) => response.url().includes('/auth/one/callback'));
    await takeFirstStep(page);
    const landing = new URL((await answer).headers()['location'] ?? '', scene.product.url);
    const told = new URLSearchParams(landing.hash.slice(1));
    for (const [name, value] of [
      ['next', '//example.org/'],
      ['methods', 'TOTP,FOO'],
    ] as const)
      told.set(name, value);
    await page.goto('/');
    await heading(page, 'Sign in').waitFor();
    await page.goto(`/sign-in#${told.toString()}`);
    await heading(page, 'One more step').waitFor();
    expect(await page.getByRole('button', { name: /instead/u }).count()).toBe(0);
    await page.keyboard.type(await showCode(scene, secret));
    await page.keyboard.press('Enter');
    await expect.poll(isIn(page)).toBe(true);
  });
});

describe('Providers in the settings', () => {
  const email = emailOf('lin');
  let login = '';
  let page: Page;

  beforeAll(async () => {
    login = person('lin', { email: emailOf('lin-elsewhere') });
    page = await openDevice();
    await signUp(page, email);
    await heading(page, 'New persona').waitFor();
    await openSettings(page);
  });

  it('are linked, after which one signs in by them', async () => {
    await page.getByRole('button', { name: 'Link Provider two' }).waitFor();
    await expectAccessible(page);
    await press(page, 'Link Provider one');
    await signInThere(page, login);
    await page.getByText('Provider one signs you in from now on.').waitFor();
    await expect.poll(focused(page)).toContain('Provider one signs you in from now on.');
    await ways(page).filter({ hasText: 'Provider: Provider one' }).waitFor();
    expect(await page.getByRole('button', { name: 'Link Provider one' }).count()).toBe(0);
    await expectAccessible(page);
    const other = await openFederated(login);
    await openSettings(other);
    expect(await other.getByRole('main').innerText()).toContain(email);
    await page.reload();
    await ways(page).first().waitFor();
    expect(await page.getByText('from now on').count()).toBe(0);
  });

  it('stay unlinked where it is called off there, takes too long, or another account has that one', async () => {
    await press(page, 'Link Provider two');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await alert(page).getByText('You did not agree at Provider two, so nothing was changed.').waitFor();
    await expect.poll(focused(page)).toContain('You did not agree');
    await expectAccessible(page);

    await press(page, 'Link Provider two');
    await atProvider(page).waitFor();
    await change('update oauth_attempts set expires_at = now() where used_at is null');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await alert(page).getByText('came too late').waitFor();
    expect(page.url()).toBe(`${scene.product.url}/settings/account`);

    const stranger = await openDevice();
    await stranger.goto('/');
    await follow(stranger, 'Sign in with Provider two');
    two.people.set('stranger', { email: emailOf('stranger'), email_verified: true });
    await signInThere(stranger, 'stranger');
    await expect.poll(isIn(stranger)).toBe(true);
    await press(page, 'Link Provider two');
    await signInThere(page, 'stranger');
    await alert(page).getByText('Your account at Provider two signs in to another account here.').waitFor();
    await expect.poll(() => ways(page).count()).toBe(2);
  });

  it('are unlinked after asking', async () => {
    await press(page, 'Unlink Provider: Provider one');
    const question = dialog(page, 'Unlink Provider one?');
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await ways(page).count()).toBe(2);
    await press(page, 'Unlink Provider: Provider one');
    await question.getByRole('button', { name: 'Unlink' }).click();
    await page.getByText('Provider one is unlinked.').waitFor();
    await expect.poll(() => ways(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Link Provider one' }).waitFor();
  });
});

describe('An account that has nothing but a provider', () => {
  let page: Page;

  beforeAll(async () => {
    page = await openFederated(person('joan'));
    await openSettings(page);
  });

  it('keeps the last way to sign in, and says so', async () => {
    await press(page, 'Unlink Provider: Provider one');
    const question = dialog(page, 'Unlink Provider one?');
    await question.getByRole('button', { name: 'Unlink' }).click();
    await question.getByText('This is the last way to sign in. Add another one first, such as a password.').waitFor();
    await expectAccessible(page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await ways(page).count()).toBe(1);
  });

  it('does nothing for who does not prove it, or proves to be somebody else', async () => {
    await letTimePass(page);
    await press(page, 'Sign out everywhere');
    const question = dialog(page, 'Is it still you?');
    await question.getByRole('button', { name: 'Sign in again with Provider one' }).waitFor();
    expect(await question.getByRole('button', { name: /Provider two/u }).count()).toBe(0);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByText('Nothing was changed: this needs a proof that it is you.').waitFor();
    await press(page, 'Sign out everywhere');
    await question.getByRole('button', { name: 'Sign in again with Provider one' }).click();
    await signInThere(page, person('somebody-else'));
    await alert(page).getByText('That did not prove who you are.').waitFor();
    await expectAccessible(page);
  });

  it('proves there once more who it is, and comes back to where it was', async () => {
    await press(page, 'Sign out everywhere');
    await dialog(page, 'Is it still you?').getByRole('button', { name: 'Sign in again with Provider one' }).waitFor();
    // Without a click: the button has the focus already.
    await page.keyboard.press('Enter');
    await signInThere(page, 'joan');
    await page.getByText('You have proven that it is you. Do once more what you were about to do.').waitFor();
    expect(page.url()).toBe(`${scene.product.url}/settings/account`);
    await expectAccessible(page);
    await press(page, 'Sign out everywhere');
    await expect.poll(occurrences(page, 'You are signed out on every device.')).toBe(1);
  });
});

it('prints nothing on the console and asks no other host for anything', () => {
  expect(scene.misdeeds([one.settings.issuer, two.settings.issuer, fonts])).toEqual([]);
});
