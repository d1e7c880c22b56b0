import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { emailOf, heading, press, signUp } from './account-pages.ts';
import { askAsAnotherBuild } from './browser.ts';
import { openDatabase } from './open-database.ts';
import { useScene } from './scene.ts';
import { seedScored } from './seed-matches.ts';

const scene = useScene(() => ({ PERSISTED_DOCUMENTS: 'only' }));

interface Asked {
  readonly operationName?: string;
  readonly query?: string;
}

describe('Where nothing but the client is answered', () => {
  let page: Page;
  /** What the page asks for, by HTTP and by its socket. */
  const asked: Asked[] = [];
  const watched: Asked[] = [];

  beforeAll(async () => {
    page = await scene.openDevice();
    page.on('request', (request) => {
      if (request.url().endsWith('/graphql')) asked.push(request.postDataJSON() as Asked);
    });
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(String(payload)) as { type: string; payload: Asked };
        if (message.type === 'subscribe') watched.push(message.payload);
      }),
    );
  });

  it('leads it from a new account to its jobs, without the text of a document', async () => {
    await signUp(page, emailOf('persisted'));
    await heading(page, 'New persona').waitFor();
    await page.getByLabel(/^Name/u).fill('Ada Example');
    await page.getByLabel('Current role').fill('Engineer');
    // It has the matches that are seeded, and no others.
    await page.getByLabel('Lowest fit worth seeing').fill('100');
    await press(page, 'Find my jobs');
    await page.waitForURL(/\/personas\/[^/]+\/jobs/u);
    const personaId = /\/personas\/([^/]+)/u.exec(page.url())?.[1] ?? '';
    await using database = await openDatabase(scene.product.dataFolder);
    await seedScored(database, personaId, { count: 3 });
    await page.reload();
    const card = page.getByRole('article', { name: 'Engineer number 1', exact: true });
    await card.getByRole('button', { name: /^Favourite/u }).click();
    await card.getByRole('button', { name: /^Favourite/u, pressed: true }).waitFor();
    await expect.poll(() => watched.length).toBeGreaterThan(0);
    expect(asked.map(({ operationName }) => operationName)).toContain('SignUp');
    expect(asked.filter(({ query }) => query !== undefined)).toEqual([]);
    expect(watched.filter(({ query }) => query !== '')).toEqual([]);
    expect(scene.misdeeds()).toEqual([]);
  });

  it('refuses whatever else is asked, in the name of whoever is signed in', async () => {
    const data = { query: '{ me { email } }' };
    const headers = { origin: scene.product.url, 'x-tenure-client': 'web', 'apollo-require-preflight': 'true' };
    const response = await page.request.post('/graphql', { headers, data });
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_ID_REQUIRED' } }] });
    const playground = await page.request.get('/graphql', { headers: { accept: 'text/html' } });
    expect(await playground.text()).not.toContain('graphiql');
  });

  it('tells pages of another build to come again', async () => {
    await askAsAnotherBuild(page);
    await page.reload();
    const told = page.getByText('The server is of another version than this page. Load the page again.').first();
    await expect.poll(() => told.isVisible()).toBe(true);
  });
});
