import { z } from 'zod';
import { childrenOf, isXmlElement, wordsOf, type XmlElement } from './parse-xml.ts';
import {
  anything,
  companyOf,
  joinSections,
  name,
  orNull,
  postingId,
  readerOf,
  text,
  unstated,
  words,
} from './posting-fields.ts';
import { wholeBoard, type SourceAdapter } from './source-adapter.ts';
import { toDay } from './to-day.ts';

const personioPosition = z.object({
  id: postingId,
  name,
  subcompany: words,
  office: words,
  additionalOffices: z.array(z.string().max(255)),
  employmentType: words,
  schedule: words,
  createdAt: anything,
  descriptions: z.array(z.object({ heading: words, html: text })),
});

/** One position of Personio's XML feed. It names no address; the board's own page of it has one. */
const readPersonioPosition = readerOf(personioPosition, (position, { board, repair }) => {
  const url = board === null ? null : `https://${hostOf(board)}/job/${encodeURIComponent(position.id)}`;
  return {
    ...unstated,
    externalId: position.id,
    title: position.name,
    companyName: companyOf('subcompany', position.subcompany, board?.split('.')[0]),
    location: orNull(position.office),
    secondaryLocations: position.additionalOffices,
    employmentType: [orNull(position.employmentType), orNull(position.schedule)].filter(Boolean).join(', ') || null,
    descriptionHtml: joinSections(position.descriptions),
    sourceUrl: url,
    applyUrl: url,
    postedDate: toDay(position.createdAt, 'createdAt', repair),
  };
});

/** Personio's XML feed, which some tenants turn off. */
export const personio: SourceAdapter = {
  name: 'personio',
  label: 'Personio',
  board: {
    kind: 'company, as before .jobs.personio.de; ".com" after it for one that is there',
    pattern: /^[a-z0-9][a-z0-9-]{0,62}(?:\.com)?$/i,
    example: 'acme',
  },
  hosts: (board) => [hostOf(board)],
  request: (board) => ({ url: `https://${hostOf(board)}/xml` }),
  limits: wholeBoard,
  media: 'xml',
  recognises: (answer) => isXmlElement(answer) && answer.name === 'workzag-jobs',
  parse: (answer, context) =>
    isXmlElement(answer) && answer.name === 'workzag-jobs'
      ? {
          postings: childrenOf(answer, 'position').map((position) => readPersonioPosition(fieldsOf(position), context)),
        }
      : { reason: 'answer: is no <workzag-jobs>' },
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

const hostOf = (board: string): string =>
  board.endsWith('.com') ? `${board.slice(0, -4)}.jobs.personio.com` : `${board}.jobs.personio.de`;

function fieldsOf(position: XmlElement): unknown {
  const [offices] = childrenOf(position, 'additionalOffices');
  const [descriptions] = childrenOf(position, 'jobDescriptions');
  return {
    ...Object.fromEntries(position.children.map((child) => [child.name, child.text.trim()])),
    additionalOffices: childrenOf(offices, 'office').flatMap((office) => orNull(office.text) ?? []),
    descriptions: childrenOf(descriptions, 'jobDescription').map((part) => ({
      heading: wordsOf(part, 'name'),
      html: wordsOf(part, 'value'),
    })),
  };
}
