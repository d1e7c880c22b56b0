import type { JobPosting } from './job-posting.entity.ts';
import type { DerivedPosting } from './raw-posting.ts';
import { READING_VERSION } from './read-posting-text.ts';
import { requiredSkillsOf } from './replace-skills.ts';

type PostingColumns = Omit<DerivedPosting, 'skills'> & Pick<JobPosting, 'requiredSkills' | 'readingVersion'>;

/** A posting's own columns of what is derived; its skills are rows beside it. */
export function postingColumns({ skills, ...columns }: DerivedPosting): PostingColumns {
  return { ...columns, requiredSkills: requiredSkillsOf(skills), readingVersion: READING_VERSION };
}
