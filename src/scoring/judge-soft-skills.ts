import { findNearest, fitPoints } from './nearness.ts';
import { judged, type Judgement } from './score-component.ts';
import type { PersonaSkill, ScoredPosting } from './scored-inputs.ts';
import { textVector } from './title-similarity.ts';

/**
 * How near a persona's soft skills come to those that a posting asks for, each held against the nearest of the persona's
 * by name: a further skill never makes it less. Null where either side names none, or nothing can be compared.
 */
export function prepareSoftSkills(skills: readonly PersonaSkill[]): (posting: ScoredPosting) => Judgement | null {
  const own = skills.filter(({ kind }) => kind === 'SOFT');
  const keys = new Set(own.map(({ key }) => key));
  const compared = own.map(({ name }) => ({ vector: textVector(name) }));
  // Postings word their soft skills in a few hundred ways.
  const answers = new Map<string, number | null>();
  const nearest = (key: string, name: string): number | null => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const alike = keys.has(key) ? 1 : (findNearest(compared, textVector(name))?.alike ?? null);
    answers.set(key, alike);
    return alike;
  };
  return (posting) => {
    if (own.length === 0) return null;
    let [sum, count] = [0, 0];
    for (const { kind, key, name } of posting.skills) {
      const alike = kind === 'SOFT' ? nearest(key, name) : null;
      if (alike === null) continue;
      sum += alike;
      count += 1;
    }
    return count === 0 ? null : judged(fitPoints(sum / count));
  };
}
