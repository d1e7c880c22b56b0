import type { Scope } from '../generated/graphql.ts';

/** What an access token is for, in words; in the order to offer it. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  PERSONAS_READ: 'Read personas',
  PERSONAS_WRITE: 'Change personas',
  JOBS_READ: 'Read jobs',
  JOBS_WRITE: 'Mark and dismiss jobs',
  JOBS_CAPTURE: 'Hand in jobs',
  APPLICATIONS_READ: 'Read applications',
  APPLICATIONS_WRITE: 'Record and move applications',
};
