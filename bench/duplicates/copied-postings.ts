import type { RawPosting } from '../../src/job-pool/raw-posting.ts';
import { mixed } from '../surfacing/recombined-postings.ts';

const legalForms = [', Inc.', ' GmbH', ' Ltd', ' LLC', '', ' B.V.'];
const casings: readonly ((title: string) => string)[] = [
  (title) => title,
  (title) => title.toUpperCase(),
  (title) => title.toLowerCase(),
  (title) => ` ${title.replaceAll(' ', '  ')} `,
];

/** Ways in which sources pass on a text. */
export const textChanges = ['mark-up', 'white space', 'case', 'cut off', 'cut off, as mark-up'] as const;
export type TextChange = (typeof textChanges)[number];

export interface Copy {
  readonly raw: RawPosting;
  readonly change: TextChange;
  /** Leads to the employer's own page, with the aggregator's marks on it. */
  readonly linksToBoard: boolean;
}

/** A posting as another source passes it on: of each part one change, the same ones for the same number every time. */
export function copyOf(raw: RawPosting, number: number): Copy {
  const pick = <T>(all: readonly T[], part: number): T => all[mixed(number, part) % all.length] as T;
  const change = pick(textChanges, 0);
  const linksToBoard = mixed(number, 1) % 4 === 0;
  const own = `https://jobs.example.net/redirect/${number}`;
  const board = raw.sourceUrl ?? own;
  const marks = `utm_source=jobs.example.net&utm_medium=organic&utm_campaign=${number}`;
  return {
    change,
    linksToBoard,
    raw: {
      ...raw,
      externalId: `copy-${number}`,
      title: pick(casings, 2)(raw.title),
      companyName: `${pick(casings, 3)(raw.companyName)}${pick(legalForms, 4)}`,
      sourceUrl: own,
      applyUrl: linksToBoard ? `${board}?${marks}` : `${own}?${marks}`,
      ...changed(raw.descriptionText ?? '', change, 400 + (mixed(number, 5) % 1600)),
    },
  };
}

const asMarkUp = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<p class="x">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`)
    .join('<br/>\n');

type Text = Pick<RawPosting, 'descriptionHtml' | 'descriptionText'>;

function changed(text: string, change: TextChange, length: number): Text {
  const cut = text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;
  switch (change) {
    case 'mark-up':
      return { descriptionText: null, descriptionHtml: asMarkUp(text) };
    case 'white space':
      return { descriptionText: text.replace(/\s+/g, '\n '), descriptionHtml: null };
    case 'case':
      return { descriptionText: text.toUpperCase(), descriptionHtml: null };
    case 'cut off':
      return { descriptionText: cut, descriptionHtml: null };
    case 'cut off, as mark-up':
      return { descriptionText: null, descriptionHtml: asMarkUp(cut) };
  }
}
