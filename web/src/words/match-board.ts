import type { ReactNode } from 'react';
import { formatNumber } from '../language/format-number.ts';
import { inParts } from '../language/in-parts.ts';

/** The board of matches. */
export const words = {
  card: {
    posted: (date: string) => `posted ${date}`,
    closed: 'closed',
    underWay: 'being scored',
    missing: 'not scored',
    fit: (score: number) => `Fit ${score}`,
    ofHundred: ' of 100',
    toMind: 'To mind',
    fails: (wish: string) => `Fails your wishes: ${wish}.`,
    more: (count: number) => `${formatNumber(count)} more`,
  },
  column: {
    fresh: (count: number) => `${formatNumber(count)} more`,
    freshIn: (column: string) => ` in ${column}`,
    looking: 'Looking for postings that fit you',
    lookAgain: 'Look again',
    withSearch: (search: string) => `Nothing here with “${search}”.`,
    filtered: 'Nothing here passes the filters.',
    /** What to do about a column that is empty. */
    hints: {
      new: 'Nothing new: widen your wishes, or come back when new postings have arrived.',
      favourites: 'Drag a posting here that you like, or choose Favourites under “Move to …”.',
      applied: 'Move a posting here once you have applied with the employer.',
      dismissed: 'Move here what you do not want to see again. It can be brought back.',
    },
    stay: (followUp: ReactNode) => inParts`Applications stay. ${followUp}`,
    followUp: 'Follow them up',
  },
  refusals: {
    applied: {
      short: 'No way back from Applied',
      full: 'You have applied for it, and an application stays: it is followed up under Applications.',
    },
    dismissed: { short: 'Bring it back first', full: 'It is dismissed: bring it back before you apply.' },
  },
  apply: {
    title: 'Have you applied?',
    posting: (title: string, company: string) => `${title}, ${company}`,
    hint: 'It is followed up under Applications then, and cannot be moved back.',
    at: (company: string) => `Apply with ${company} ↗`,
    cancel: 'Not yet',
    submit: 'I applied',
  },
  done: {
    moved: (column: string, title: string) => `Moved to ${column}: ${title}`,
    back: (column: string, title: string) => `Back in ${column}: ${title}`,
    notMoved: (title: string) => `Not moved: ${title}`,
    refused: (title: string, why: string) => `Not moved: ${title}. ${why}`,
    applied: (title: string) => `Applied: ${title}`,
    notApplied: (title: string) => `Not recorded: ${title}`,
  },
};
