import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';
import { formatNumber, plural } from '../language/format-number.ts';

/** Which sources are asked for a persona, and what came of it. */
export const words = {
  page: {
    title: 'Sources',
    when: 'When they are asked',
    how: (searches: ReactNode, jobs: ReactNode) =>
      inParts`Each source that is turned on is asked for new postings. Some are asked by what your ${searches} say, once you have approved those. What fits is in your ${jobs}.`,
    searches: 'searches',
    jobs: 'jobs',
  },
  frequencies: {
    TWICE_DAILY: 'Twice a day',
    DAILY: 'Once a day',
    WEEKLY: 'Once a week',
    MANUAL_ONLY: 'Only when I ask',
  },
  frequency: 'How often',
  ask: {
    now: 'Ask them now',
    progress: 'Sources that have answered',
    answered: (answered: number, asked: number) =>
      `${answered} of ${asked} ${plural(asked, { one: 'source has', other: 'sources have' })} answered. It takes two minutes or more; you can leave this page.`,
    none: 'No source is turned on: turn one on below.',
    done: 'All have answered.',
    recently: 'All were asked in the last quarter of an hour: their answers stand below.',
  },
  run: {
    waiting: 'Being asked …',
    skipped: (why: string) => `Not asked. ${why}`,
    failed: (why: string) => `Failed. ${why} What was known of it stays.`,
    new: (count: number) => `${formatNumber(count)} new`,
    nothingNew: 'Nothing new',
    found: (count: number) => `${formatNumber(count)} listed`,
    notInspected: (count: number) => `${formatNumber(count)} not inspected`,
    gone: 'A source that is gone',
    nextByHand: 'It is asked again when you ask.',
    nextSoon: 'It is asked again soon.',
    nextOn: (moment: string) => `It is asked again on ${moment}.`,
  },
  history: {
    title: 'What came of it',
    hint: 'It is kept for 30 days.',
    none: 'Nothing was asked so far.',
    earlier: 'Show earlier ones',
  },
  key: {
    replace: 'Replace the key',
    give: 'Give your key',
    ofSource: (source: string) => ` of ${source}`,
    remove: 'Remove it',
    removeOf: (source: string) => `Remove your key of ${source}`,
    removeQuestion: (source: string) => `Remove your key of ${source}?`,
    removeText:
      'It is forgotten, and the source is not asked any more until you give one again. What it has found stays.',
    awaited: 'It is not asked before it has your key.',
    missing: 'It has no key of yours.',
    set: (day: string, isAsked: boolean) =>
      `Your key is set since ${day}.${isAsked ? '' : ' Turn the source on to have it asked.'}`,
    title: (source: string) => `Your key of ${source}`,
    save: 'Keep it',
    label: 'Key',
    form: (form: string) => `It is: ${form}.`,
  },
  lists: {
    usual: 'On unless you turn them off',
    usualHint:
      'Boards of employers, and their pages. Those are read that were imported into this installation: where none were, turn on others below.',
    others: 'Off unless you turn them on',
    keyed: 'With a key of your own',
    keyedHint:
      'You get it from the source. It is used for all your personas, for nobody else’s, and is never shown again.',
    named: (attribution: string) => `Named beside its postings: “${attribution}”`,
  },
};
