import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { fitScore } from '#scoring/fit-score.ts';
import type { PersonaSkill, ScoredPersona, ScoredPosting } from '#scoring/scored-inputs.ts';
import { stretchScore } from '#scoring/stretch-score.ts';
import { has, persona, posting, requires, soft, wants } from './sample-inputs.ts';

const backend = ['Python', 'AWS', 'PostgreSQL'];
const asks = (...names: string[]) => names.map((name) => requires(name));
const knows = (...names: string[]) => names.map((name) => has(name));

describe('what people expect of a fit', () => {
  it('a perfect match reaches 95, without soft skills or anything nice to have to help it', () => {
    const someone = persona({ skills: knows(...backend), titles: ['Backend Engineer'], remotePreference: 'HYBRID_OK' });
    const skills = [...asks(...backend), soft('Leadership')];
    const opening = posting({ title: 'Backend Engineer', yearsMin: 3, yearsMax: 7, workModel: 'HYBRID', skills });
    expect(fitScore(someone, opening).total).toBe(96);
  });

  it('one of three required skills missing stays good', () => {
    const someone = persona({ skills: knows('Python', 'AWS') });
    const { total } = fitScore(someone, posting({ yearsMin: 3, yearsMax: 7, skills: asks(...backend) }));
    expect(total).toBe(79);
  });

  it('four of five required skills missing is below 50', () => {
    const skills = asks(...backend, 'Kubernetes', 'Terraform');
    const { total } = fitScore(persona({ skills: knows('Python') }), posting({ yearsMin: 3, yearsMax: 7, skills }));
    expect(total).toBe(49);
  });

  it('3 years where 5 to 8 are asked for does not rank above 70, all skills notwithstanding', () => {
    const someone = persona({ yearsExperience: 3, skills: knows(...backend) });
    const { total } = fitScore(someone, posting({ yearsMin: 5, yearsMax: 8, skills: asks(...backend) }));
    expect(total).toBe(70);
  });

  it('changing career fits badly', () => {
    const someone = persona({ skills: knows(...backend), titles: ['Backend Engineer'] });
    const skills = asks('Python', 'Pandas', 'Statistics', 'Machine Learning');
    expect(fitScore(someone, posting({ title: 'Data Scientist', yearsMin: 3, skills })).total).toBeLessThan(50);
  });

  it('a safe step sideways fits well', () => {
    const someone = persona({ yearsExperience: 8, skills: knows(...backend), titles: ['Senior Backend Developer'] });
    const opening = posting({ title: 'Backend Developer', yearsMin: 5, skills: asks(...backend) });
    expect(fitScore(someone, opening).total).toBeGreaterThanOrEqual(90);
  });
});

describe('what people expect of a stretch', () => {
  const titled = (title: string, ...names: string[]) => posting({ title, skills: asks(...names) });
  const dreamer = persona({ currentRole: 'Backend Engineer', targetRoles: ['Data Scientist'] });

  it('the very role with two of the skills wished for reaches 90', () => {
    const someone = { ...dreamer, targetSkills: wants('Pandas', 'Statistics', 'Spark') };
    expect(stretchScore(someone, titled('Data Scientist', 'Pandas', 'Statistics')).total).toBe(91);
  });

  it.each(['Data Analyst', 'Account Executive', 'Barista', 'Zzyzx'])(
    'two of three skills wished for under another title, %s, reach 65',
    (title) => {
      const someone = { ...dreamer, targetSkills: wants('Pandas', 'Statistics', 'Spark') };
      const { total } = stretchScore(someone, titled(title, 'Pandas', 'Statistics'));
      expect(total).toBeGreaterThanOrEqual(65);
      expect(total).toBeLessThan(91);
    },
  );

  it('changing career leads far', () => {
    const someone = { ...dreamer, targetSkills: wants('Pandas', 'Statistics', 'Machine Learning') };
    const opening = titled('Data Scientist', 'Python', 'Pandas', 'Statistics', 'Machine Learning');
    expect(stretchScore(someone, opening).total).toBe(97);
  });

  it('a safe step sideways leads nowhere, and what nobody wishes for is in the middle', () => {
    const safe = persona({ currentRole: 'Senior Backend Developer', targetSkills: wants('Rust') });
    expect(stretchScore(safe, titled('Backend Developer', ...backend)).total).toBe(36);
    const content = persona({ currentRole: 'Backend Engineer' });
    expect(stretchScore(content, titled('Backend Engineer', ...backend)).total).toBe(52);
  });
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviations = (values: readonly number[]) => values.map((value) => value - mean(values));
const product = (left: readonly number[], right: readonly number[]) =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

function pearson(left: readonly number[], right: readonly number[]): number {
  const [x, y] = [deviations(left), deviations(right)];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

interface GoldenMatch {
  readonly id: string;
  readonly fit: number;
  readonly stretch: number;
  readonly persona: {
    readonly yearsExperience: number;
    readonly currentRole: string;
    readonly hardSkills: readonly string[];
    readonly softSkills: readonly string[];
    readonly proficiency: PersonaSkill['proficiency'];
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

const fixture = new URL('../fixtures/golden-matches.json', import.meta.url);
const golden = JSON.parse(readFileSync(fixture, 'utf8')) as readonly GoldenMatch[];

function goldenPersona({ hardSkills, softSkills, proficiency, ...said }: GoldenMatch['persona']): ScoredPersona {
  const known = (names: readonly string[], kind: PersonaSkill['kind']) =>
    names.map((name) => ({ key: canonicalSkill(name), name, kind, proficiency }));
  return persona({
    ...said,
    titles: [said.currentRole],
    skills: [...known(hardSkills, 'HARD'), ...known(softSkills, 'SOFT')],
    targetSkills: said.targetSkills.map((name) => ({ key: canonicalSkill(name), name })),
  });
}

function goldenPosting({ hardSkills, softSkills, ...said }: GoldenMatch['posting']): ScoredPosting {
  const asked = [...asks(...hardSkills), ...softSkills.map(soft)];
  return posting({ ...said, skills: asked.map((skill) => ({ ...skill, key: canonicalSkill(skill.name) })) });
}

// Five short descriptions that people gave a fit and a stretch from 0 to 100; only what they name is filled in.
describe.each(['fit', 'stretch'] as const)('agreement with people on the %s of five matches', (column) => {
  const rate = { fit: fitScore, stretch: stretchScore }[column];
  const rated = golden.map((match) => ({
    label: match[column],
    total: rate(goldenPersona(match.persona), goldenPosting(match.posting)).total,
  }));

  it('puts them into the same order', () => {
    const byLabel = rated.toSorted((left, right) => left.label - right.label).map(({ total }) => total);
    expect(byLabel).toEqual([...new Set(byLabel)].toSorted((left, right) => left - right));
  });

  it('follows the distances between them (Pearson r above 0.9)', () => {
    const totals = rated.map(({ total }) => total);
    const labels = rated.map(({ label }) => label);
    expect(pearson(totals, labels)).toBeGreaterThan(0.9);
  });
});
