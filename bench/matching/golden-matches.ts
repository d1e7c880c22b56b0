import { readFileSync } from 'node:fs';
import { canonicalSkill } from '../../src/job-pool/canonical-skill.ts';
import { fitScore } from '../../src/scoring/fit-score.ts';
import type { Proficiency } from '../../src/scoring/scored-inputs.ts';
import { stretchScore } from '../../src/scoring/stretch-score.ts';
import { pearson } from '../measure/statistics.ts';
import { atLeast, atMost } from '../report/goals.ts';
import type { Measured } from './measured.ts';
import { knownSkills, rawPosting, scoredPersona, scoredPosting } from './scored-sides.ts';

const LEAST_CORRELATION = 0.8;
const COLUMNS = ['fit', 'stretch'] as const;

/** A persona and a posting in a few words, with the scores that people gave. */
interface GoldenMatch {
  readonly id: string;
  readonly fit: number;
  readonly stretch: number;
  readonly persona: {
    readonly yearsExperience: number;
    readonly currentRole: string;
    readonly hardSkills: readonly string[];
    readonly softSkills: readonly string[];
    readonly proficiency: Proficiency;
    readonly targetRoles: readonly string[];
    readonly targetSkills: readonly string[];
  };
  readonly posting: {
    readonly title: string;
    readonly yearsMin: number | null;
    readonly hardSkills: readonly string[];
    readonly softSkills: readonly string[];
  };
}

/** How the scores of five matches follow those that people gave, with the goals. */
export function measureGolden(): Measured {
  const file = new URL('../../test/fixtures/golden-matches.json', import.meta.url);
  const rated = (JSON.parse(readFileSync(file, 'utf8')) as readonly GoldenMatch[]).map(rate);
  const columns = COLUMNS.map((column) => ({
    column,
    correlation: pearson(
      rated.map((each) => each.people[column]),
      rated.map((each) => each.product[column]),
    ),
    inversions: countInversions(rated.map((each) => [each.people[column], each.product[column]])),
  }));
  return {
    blocks: [
      '### Five matches that people scored',
      [
        '| | fit, people | fit | stretch, people | stretch |',
        '|---|---:|---:|---:|---:|',
        ...rated.map(
          ({ id, people, product }) =>
            `| ${[id, people.fit, product.fit, people.stretch, product.stretch].join(' | ')} |`,
        ),
        `| r | | ${columns.map(({ correlation }) => correlation.toFixed(3)).join(' | | ')} |`,
        `| pairs in the wrong order | | ${columns.map(({ inversions }) => inversions).join(' | | ')} |`,
      ].join('\n'),
    ],
    goals: columns.flatMap(({ column, correlation, inversions }) => [
      atLeast('golden', `r of the ${column}`, [correlation, LEAST_CORRELATION]),
      atMost('golden', `pairs of the ${column} in the wrong order`, [inversions, 0]),
    ]),
  };
}

function rate({ id, fit, stretch, persona, posting }: GoldenMatch) {
  const { hardSkills, softSkills, proficiency, targetSkills, ...said } = persona;
  const someone = scoredPersona({
    ...said,
    titles: [said.currentRole],
    skills: [...knownSkills(hardSkills, 'HARD', proficiency), ...knownSkills(softSkills, 'SOFT', proficiency)],
    targetSkills: targetSkills.map((name) => ({ key: canonicalSkill(name), name })),
  });
  const { title, yearsMin } = posting;
  const opening = {
    ...scoredPosting(rawPosting({ title, companyName: 'Employer', descriptionText: null })),
    yearsMin,
    skills: [...requested(posting.hardSkills, 'HARD'), ...requested(posting.softSkills, 'SOFT')],
  };
  return {
    id,
    people: { fit, stretch },
    product: { fit: fitScore(someone, opening).total, stretch: stretchScore(someone, opening).total },
  };
}

const requested = (names: readonly string[], kind: 'HARD' | 'SOFT') =>
  names.map((name) => ({ key: canonicalSkill(name), name, kind, required: true, years: null }));

/** Pairs that people put into another order; a tie counts as one. */
function countInversions(pairs: readonly (readonly [number, number])[]): number {
  return pairs.flatMap(([first, second], index) =>
    pairs.slice(index + 1).filter(([third, fourth]) => (first - third) * (second - fourth) <= 0),
  ).length;
}
