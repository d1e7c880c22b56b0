import type { ReactNode } from 'react';
import { inParts } from '../language/in-parts.ts';

/** What stands around every page, and what pages say that are on their way, failed or not there. */
export const words = {
  product: 'Tenure',
  cancel: 'Cancel',
  copy: {
    done: 'Copied.',
    refused: 'Your browser does not allow it: select the text and copy it.',
  },
  notShown: {
    title: 'This page could not be shown',
    loadIt: 'Load it again.',
    awaitsServer: 'It comes as soon as the server answers.',
    loadAgain: 'Load again',
  },
  offline: (isOnline: boolean) =>
    `${isOnline ? 'The server does not answer.' : 'You are offline.'} What you see and typed stays here, and this page goes on by itself.`,
  incomplete: 'A part of this page could not be loaded.',
  tabTitle: (page: string) => `${page} · Tenure`,
  personas: {
    label: 'Persona: ',
    choose: 'Choose a persona',
    add: 'New persona',
  },
  account: {
    label: 'Account',
    settings: 'Account settings',
    administration: 'Administration',
    signOut: 'Sign out',
  },
  draft: {
    unsaved: 'What you typed here before is not saved yet.',
    discard: 'Throw it away',
  },
  skip: 'Skip to content',
  navigation: {
    label: 'Persona',
    jobs: 'Jobs',
    applications: 'Applications',
    persona: 'Persona',
  },
  loading: 'Loading',
  underWay: (what: string) => `${what} …`,
  failed: 'That did not work',
  tryAgain: 'Try again',
  more: 'Load more',
  showMore: {
    text: 'Show more',
    ofWhat: (label: string) => `: ${label}`,
  },
  notFound: {
    title: 'Not found',
    text: 'There is nothing here, or not any more.',
    home: 'Go to your jobs',
  },
  forbidden: {
    title: 'This page is not for your account',
    text: (whose: ReactNode) =>
      inParts`${whose} If you should see it, ask an admin to change the role of your account.`,
    home: 'Go to your jobs',
  },
  problems: {
    noAnswer: 'The server cannot be reached.',
    unreachable: 'The server cannot be reached. Check your connection and try again.',
    signedOut: 'You are signed out. Sign in and try again.',
    gone: 'It is not there any more.',
    busy: 'The server is busy. Try again in a moment.',
    tooMany: (from: string) => `Too many attempts. You can try again at ${from}.`,
    unproven: 'Nothing was changed: this needs a proof that it is you.',
    failed: (requestId: string | undefined) =>
      `The server failed${requestId === undefined ? '' : ` (request ${requestId})`}. Try again.`,
    otherVersion: 'The server is of another version than this page. Load the page again.',
    changed: 'It was changed elsewhere in the meantime. Load the page again to see how it stands.',
  },
};
