import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';

/** A match on a page of its own, and what the list loads when it is asked for. */
export const words = {
  keys: {
    next: 'Next posting',
    previous: 'Previous posting',
    open: 'Open it',
    back: 'Back to the list',
    dismiss: 'Dismiss it, or bring it back',
    favour: 'Add it to favourites, or remove it',
    apply: 'Apply with the employer',
    select: 'Select it',
    undo: 'Undo',
    help: 'Show these keys',
    title: 'Keys',
    use: 'Use single keys',
    close: 'Close',
  },
  posting: 'Posting',
  why: {
    title: 'Why it fits',
    underWay: 'It is being scored.',
    missing: 'It has not been scored.',
  },
  facts: {
    years: (atLeast: number) => `${atLeast}+ years`,
    posted: (date: string) => `posted ${date}`,
    applyUntil: (date: string) => `apply until ${date}`,
  },
  doubts: {
    fails: 'Fails your wishes',
    toMind: 'To mind',
  },
  acts: {
    label: 'What to do',
    closed: 'The employer has closed this posting.',
    apply: (company: string) => `Apply with ${company} ↗`,
    restore: 'Restore',
    dismiss: 'Dismiss',
    publishedOn: (source: ReactNode) => inParts`Published on ${source}`,
    seeApplication: 'You applied: see the application',
    applied: 'I applied',
  },
  steps: {
    label: 'Jobs',
    back: '← All jobs',
    previous: 'Previous',
    next: 'Next',
  },
  priorAttempt: {
    title: 'You applied here before',
    earlier: (day: string) => `For an earlier posting of this opening, on ${day}. `,
    outcome: (status: string, day: string) => `${status} on ${day}.`,
    open: 'That application is still open.',
  },
  rationale: {
    underWay: 'It is being put in words.',
    ask: 'Put it in words',
  },
  report: {
    open: 'Report',
    title: 'Report this posting',
    text: 'It leaves the lists of all your personas, and that cannot be undone. Admins read what you say, and never learn who said it.',
    reason: 'What is wrong with it',
    cancel: 'Cancel',
    submit: 'Report posting',
  },
};
