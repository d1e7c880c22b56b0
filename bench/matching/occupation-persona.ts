import { extractSkills } from '../../src/job-pool/extract-skills.ts';
import { knownSkills } from '../../src/scoring/known-skills.ts';
import type { ScoredPersona } from '../../src/scoring/scored-inputs.ts';
import type { Occupation } from './read-data.ts';
import { scoredPersona } from './scored-sides.ts';

// O*NET says nothing of years; these are neither a beginner's nor beyond what most postings ask for.
const YEARS = 5;
const MOST_SKILLS = 500;

// "Amazon Web Services AWS software" is O*NET's way to say AWS; people say it as postings do.
const spokenNames = (text: string): readonly string[] => {
  const names = extractSkills('', text).map(({ name }) => name);
  return names.length > 0 ? names : [text];
};

/**
 * Somebody of an occupation who looks for work like it: knows its technologies, what its description names and the trades
 * that its title tells of, as the product reads them, and bears no title but its own.
 */
export function personaOf({ title, description, technologies }: Occupation): ScoredPersona {
  const described = extractSkills('', description).map(({ name }) => name);
  const names = [...new Set([...described, ...technologies.flatMap(spokenNames)])].slice(0, MOST_SKILLS);
  return scoredPersona({
    skills: knownSkills(
      names.map((skillName) => ({ skillName, skillType: 'HARD', proficiency: 'PROFICIENT' })),
      [title],
    ),
    yearsExperience: YEARS,
    titles: [title],
    currentRole: title,
    targetRoles: [title],
  });
}
