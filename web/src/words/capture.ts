import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';

/** Postings that people hand in: by a link, a text, or from their page by the bookmarklet. */
export const words = {
  add: {
    back: '← All jobs',
    title: 'Add a job',
    change: 'Change what you handed in',
    hint: 'Found a posting elsewhere? Hand in its link, or paste its text, and it is read, scored and listed like the others. Nobody else sees it.',
    url: 'Link to the posting',
    text: 'Text of the posting',
    textHint: 'Where the page lets no program read it, as on LinkedIn. With a text, nothing is fetched.',
    bookmarklet: (link: ReactNode) => inParts`Faster from the page itself: ${link}`,
    bookmarkletLink: 'put a button into your bookmarks',
  },
  read: 'Read it',
  window: {
    chooseAgain: 'Choose another persona',
    title: 'Add this job',
    noPersona: (link: ReactNode) => inParts`Jobs are kept for a persona, and you have none yet. ${link}`,
    newPersona: 'Make one',
    marked: 'What you have marked',
    nothingMarked: 'Nothing is marked: the page is read. If it lets no program in, mark the posting there.',
  },
  persona: 'For which persona',
  kept: {
    title: 'The job is kept',
    text: 'It stands among your jobs, and is scored in a moment.',
    open: 'Open it',
    close: 'Close this window',
  },
  unmarked: {
    title: 'Add a job from its page',
    text: (link: ReactNode) => inParts`This window is opened by the bookmarklet, on the page of a posting. ${link}`,
    howTo: 'How to get it',
  },
  ingest: {
    reading: 'Reading the posting',
    failed: 'It could not be read',
    gone: 'It is not there any more',
    goneText:
      'What was read of a posting is thrown away after a quarter of an hour. What you put right is still here, and stands in its place once it is read again.',
    again: 'Read it again',
  },
  keep: {
    title: 'Is this right?',
    hint: (until: string) =>
      `Put right what is not, then keep it. Nobody else sees it. What was read waits until ${until}.`,
    label: 'What was read',
    submit: 'Keep this job',
    duplicate: 'You have this job already',
    open: 'Open it',
    enough: 'That is enough for today',
    enoughText: (from: string) =>
      `You can add 20 jobs by yourself within 24 hours. The next one can be kept from ${from} on; what you have handed in and put right stays in this tab until then.`,
  },
  fields: {
    untold: 'Not said',
    unplain: 'The posting does not say it plainly: tell it.',
    title: 'Job title',
    company: 'Employer',
    place: 'Place',
    workModel: 'Where the work is done',
    level: 'Level',
    contract: 'Contract',
    payMin: 'Lowest pay a year',
    payMax: 'Highest pay a year',
    currency: 'Currency of the pay',
    currencyExample: 'USD',
    deadline: 'Last day to apply',
    applyUrl: 'Where to apply',
    skills: 'Skills it asks for',
    skillsHint: 'Enter or a comma ends a skill.',
    text: 'Text of the posting',
    tooShort: 'This is too short to be all of it: the score is provisional.',
  },
};
