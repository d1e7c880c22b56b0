import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findInjections } from '#platform/find-injections.ts';
import { payloads } from '../proof/attacks/payloads.ts';
import { runToEnd } from '../support/process.ts';
import { emailOf, heading, signUp } from './account-pages.ts';
import { useScene } from './scene.ts';
import { askAs } from './seed-matches.ts';

// Everything that somebody may want to be taken for more than words, in postings of sources and in what people write
// themselves: it stands on the page to the letter, and nothing of it runs or asks anybody for anything.

const scene = useScene();

const code = 'window.ran = true';
const elsewhere = 'https://elsewhere.example';
/** Mark-up of a posting that would run, ask another host, or lead away. */
const vectors = [
  `<script>${code}</script>`,
  `<script src="${elsewhere}/a.js"></script>`,
  `<img src="/none" onerror="${code}">`,
  `<img src="${elsewhere}/pixel.gif">`,
  `<svg onload="${code}"><script>${code}</script></svg>`,
  `<svg><animate onbegin="${code}" attributeName="x" dur="1s"></svg>`,
  `<iframe srcdoc="<script>parent.ran = true</script>"></iframe>`,
  `<object data="${elsewhere}/a.swf"></object>`,
  `<embed src="${elsewhere}/a.swf">`,
  `<video src="${elsewhere}/a.mp4" autoplay onloadstart="${code}"></video>`,
  `<details open ontoggle="${code}"></details>`,
  `<input autofocus onfocus="${code}">`,
  `<p onpointerover="${code}" style="position: fixed; background: url(${elsewhere}/b.gif)">.</p>`,
  `<style>@import url(${elsewhere}/a.css);</style>`,
  `<link rel="stylesheet" href="${elsewhere}/b.css">`,
  `<meta http-equiv="refresh" content="0; url=${elsewhere}">`,
  `<base href="${elsewhere}/">`,
  `<form action="${elsewhere}"><button autofocus>Send</button></form>`,
  `<a href="javascript:${code}">here</a>`,
  `<a href=" java\tscript:${code}">here</a>`,
  `<a href="data:text/html,<script>opener.ran = true</script>">here</a>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=/none onerror=${code}&gt;"></mtext></math>`,
  `<noscript><p title="</noscript><img src=/none onerror=${code}>"></noscript>`,
  `<template><script>${code}</script></template>`,
];

const mostCharacters = 255;
/** As few lines as hold all texts that are short enough. */
function packed(texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of texts.filter(({ length }) => length <= mostCharacters)) {
    const longer = `${lines.at(-1)} ${text}`;
    if (lines.length > 0 && longer.length <= mostCharacters) lines.splice(-1, 1, longer);
    else lines.push(text);
  }
  return lines;
}

/** Space is not told apart on pages. */
const words = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
/** For polls: those that do not stand on the page to the letter, in a text or in a field. */
const missing = (page: Page, texts: readonly string[]) => async (): Promise<readonly string[]> => {
  const shown = words(
    await page.evaluate<string>(
      `[document.body.innerText, document.body.textContent, ...Array.from(document.querySelectorAll('input, textarea'), ({ value }) => value)].join(' ')`,
    ),
  );
  return texts.filter((text) => !shown.includes(words(text)));
};

const lines = packed(payloads);
const at = (index: number): string => lines[index % lines.length] ?? '';
const third = Math.ceil(lines.length / 3);
/** Of their lines each stands once in a title, a company's name or a place. */
const postings = Array.from({ length: third }, (_, index) => ({
  id: `names-${index}`,
  title: at(index),
  company: at(third + index),
  location: at(2 * third + index),
  descriptionPlain: `It is number ${index}.`,
}));
const marked = vectors.map((vector, index) => `<div>${vector}<p>Behind it, ${index}.</p></div>`).join('');
/** What persons may write: what speaks to machines is refused. */
const writable = payloads.filter((text) => findInjections(text).length === 0);

describe('A text that would be more than words', () => {
  let page: Page;
  const dialogs: string[] = [];
  let personaId = '';
  const open = async (path: string): Promise<void> => {
    await page.goto(`/personas/${personaId}/${path}`);
  };
  const openMatch = async (title: string): Promise<void> => {
    const { personaJobs } = await askAs<{ personaJobs: { nodes: { id: string; posting: { title: string } }[] } }>(
      page,
      'query ($id: ID!) { personaJobs(personaId: $id, first: 100) { nodes { id posting { title } } } }',
      { id: personaId },
    );
    await open(`jobs/${personaJobs.nodes.find(({ posting }) => posting.title === title)?.id}`);
    await heading(page, title).waitFor();
  };

  beforeAll(async () => {
    page = await scene.openDevice();
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const all = [
      ...postings,
      { id: 'text', title: 'All texts', company: 'Acme', descriptionPlain: payloads.join('\n') },
      { id: 'mark-up', title: 'All mark-up', company: 'Acme', descriptionHtml: marked },
    ].map((posting) => ({ jobUrl: `https://jobs.example.org/${posting.id}`, ...posting }));
    const file = join(scene.product.dataFolder, 'postings.jsonl');
    await writeFile(file, all.map((each) => JSON.stringify(each)).join('\n'));
    await runToEnd('src/server/import-command.ts', [file], { TENURE_DATA_DIR: scene.product.dataFolder });
    await signUp(page, emailOf('injections'));
    await heading(page, 'New persona').waitFor();
    const { createPersona } = await askAs<{ createPersona: { id: string } }>(
      page,
      'mutation ($input: CreatePersonaInput!) { createPersona(input: $input) { id } }',
      {
        input: {
          fullName: '<img src=x onerror=alert(1)>',
          email: 'ada@example.org',
          currentRole: '<script>alert(1)</script>',
          targetRoles: writable,
          minimumFitThreshold: 0,
          skills: [{ skillName: '<svg onload=alert(1)>' }],
        },
      },
    );
    personaId = createPersona.id;
  });

  it('stands in the list of jobs as it is written', async () => {
    await page.setViewportSize({ width: 1000, height: 12_000 });
    await open('jobs');
    await page.getByText(`${postings.length + 2} matches.`).waitFor();
    await expect.poll(missing(page, lines)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('stands in a posting as it is written, and its mark-up does nothing', async () => {
    await openMatch('All texts');
    await expect.poll(missing(page, payloads)).toEqual([]);
    await openMatch('All mark-up');
    const behind = vectors.map((_, index) => `Behind it, ${index}.`);
    await expect.poll(missing(page, behind)).toEqual([]);
    const section = page.getByRole('region', { name: 'Posting' });
    const tags = await section.locator('div *').evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect([...new Set(tags)].toSorted()).toEqual(['A', 'P']);
    const links = await section.getByText('here').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual([null, null, null]);
  });

  it('stands as it is written where somebody wrote it of themselves, or of a posting', async () => {
    await open('edit');
    await expect
      .poll(missing(page, [...writable, '<svg onload=alert(1)>', '<img src=x onerror=alert(1)>']))
      .toEqual([]);
    const input = {
      title: '<script>alert(1)</script>',
      companyName: '"><svg onload=alert(1)>',
      location: '${7*7}',
      description: writable.join('\n'),
    };
    await askAs(page, 'mutation ($id: ID!, $input: AddJobInput!) { addJob(personaId: $id, input: $input) { id } }', {
      id: personaId,
      input,
    });
    await openMatch(input.title);
    await expect.poll(missing(page, [input.companyName, input.location, ...writable])).toEqual([]);
  });

  it('has run nowhere, said nothing on the console, and asked no other host for anything', async () => {
    expect(dialogs).toEqual([]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(scene.misdeeds()).toEqual([]);
  });
});
