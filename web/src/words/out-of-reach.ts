import { countOf, formatNumber } from '../language/format-number.ts';

/** Why no posting comes near enough to a persona, and what to do about it. */
export const words = {
  withoutSkills: 'No skills to match by yet',
  withoutSkillsHint: 'Postings are found by skills, and this persona names none.',
  title: (fit: number) => `Nothing fits ${fit} or more yet`,
  nearest: (count: number, fit: number) =>
    `${countOf(count, { one: 'posting passes', other: 'postings pass' })} your wishes with a fit of ${fit} or more.`,
  fewSkills: ({ named, limit }: { readonly named: number; readonly limit: number }) =>
    `A fit stays below ${limit} while your skills lack more than half of what a posting requires. You name ${named}; postings often ask for a dozen.`,
  yearsUnsaid: 'Your years of experience are not said, which counts as none.',
  addSkills: 'Add skills',
  show: (count: number) => (count === 1 ? 'Show it all the same' : `Show these ${formatNumber(count)}`),
};
