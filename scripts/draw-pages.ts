import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { heading, signUp } from '../test/browser/account-pages.ts';
import { launchBrowser, openPage } from '../test/browser/browser.ts';
import { askAs } from '../test/browser/seed-matches.ts';
import { startOwnProduct } from '../test/browser/start-product.ts';

// Draws the client's main pages for README and docs, with the demo's personas and real postings: `npm run pictures`.

const folder = new URL('../docs/pages/', import.meta.url);
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** What is applied for, from the best match on, and where each stands by then. */
const standings: readonly (readonly { readonly status: string; readonly [detail: string]: unknown }[])[] = [
  [],
  [{ status: 'INTERVIEWING', stage: 'PHONE_SCREEN' }],
  [
    { status: 'INTERVIEWING', stage: 'ONSITE' },
    { status: 'OFFER', offer: { baseSalary: 185_000, salaryCurrency: 'USD', bonusPercent: 10 } },
  ],
  [],
  [{ status: 'REJECTED', rejection: { stage: 'APPLIED', reason: 'Filled within the company' } }],
];

/** Makes the demo's first persona for whoever is signed in, and applies for some of its matches. */
async function fill(page: Page): Promise<{ readonly personaId: string; readonly matchId: string }> {
  const [demo] = JSON.parse(readFileSync(new URL('../demo/personas.json', import.meta.url), 'utf8'));
  const made = await askAs<{ createPersona: { id: string } }>(
    page,
    'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
    { input: demo.persona },
  );
  const personaId = made.createPersona.id;
  // The list draws what is near the window alone.
  await page.setViewportSize({ width: desktop.width, height: 3_000 });
  await page.goto(`/personas/${personaId}/jobs`);
  await page.getByRole('article').nth(standings.length).waitFor({ timeout: 60_000 });
  const { personaJobs } = await askAs<{ personaJobs: { nodes: readonly { id: string }[] } }>(
    page,
    `query ($id: ID!) { personaJobs(personaId: $id, first: ${standings.length + 1}) { nodes { id } } }`,
    { id: personaId },
  );
  const [first, ...others] = personaJobs.nodes;
  for (const [at, { id }] of others.entries()) {
    const applied = await askAs<{ createApplication: { id: string } }>(
      page,
      'mutation ($id: ID!) { createApplication(input: { personaJobId: $id }) { id } }',
      { id },
    );
    for (const input of standings[at] ?? [])
      await askAs(
        page,
        'mutation ($id: ID!, $input: ChangeApplicationStatusInput!) { changeApplicationStatus(id: $id, input: $input) { id } }',
        { id: applied.createApplication.id, input },
      );
  }
  return { personaId, matchId: first?.id ?? '' };
}

/** Marks some of the matches that are left, and dismisses others. */
async function sortOut(page: Page, personaId: string): Promise<void> {
  const { personaJobs } = await askAs<{ personaJobs: { nodes: readonly { id: string }[] } }>(
    page,
    `query ($id: ID!) { personaJobs(personaId: $id, filter: { statuses: [DISCOVERED] }, first: 8) { nodes { id } } }`,
    { id: personaId },
  );
  const [, , first, second, third, ...others] = personaJobs.nodes.map(({ id }) => id);
  await askAs(
    page,
    'mutation ($liked: [ID!]!, $not: [ID!]!) { bulkFavorite(ids: $liked, favorite: true) { succeeded } bulkDismiss(ids: $not) { succeeded } }',
    { liked: [first, second, third], not: others },
  );
}

/** Draws a page in both themes and at the width of a phone. */
async function draw(page: Page, name: string, path: string): Promise<void> {
  for (const [suffix, viewport, colorScheme] of [
    ['light', desktop, 'light'],
    ['dark', desktop, 'dark'],
    ['phone', phone, 'light'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: new URL(`${name}-${suffix}.png`, folder).pathname });
  }
  process.stdout.write(`${name}\n`);
}

const product = await startOwnProduct({ BREACH_CHECK_URL: 'off' });
const browser = await launchBrowser();
try {
  const { page } = await openPage(browser, product.url);
  await draw(page, 'sign-in', '/');
  await signUp(page, 'robin@example.com');
  await heading(page, 'New persona').waitFor();
  const { personaId, matchId } = await fill(page);
  await draw(page, 'jobs', `/personas/${personaId}/jobs`);
  await sortOut(page, personaId);
  await draw(page, 'board', `/personas/${personaId}/jobs?layout=board`);
  await draw(page, 'match', `/personas/${personaId}/jobs/${matchId}`);
  await draw(page, 'applications', `/personas/${personaId}/applications`);
  await draw(page, 'persona', `/personas/${personaId}/edit`);
  await draw(page, 'account', '/settings/account');
} finally {
  await browser.close();
  await product.stop();
}
