import { describe, expect, it } from 'vitest';
import { fitScore } from '#scoring/fit-score.ts';
import { has, persona, posting, requires, soft } from './sample-inputs.ts';

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

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviations = (values: readonly number[]) => values.map((value) => value - mean(values));
const product = (left: readonly number[], right: readonly number[]) =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

function pearson(left: readonly number[], right: readonly number[]): number {
  const [x, y] = [deviations(left), deviations(right)];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

describe('agreement with people', () => {
  // Five short descriptions that people gave a fit from 0 to 100; only what the descriptions name is filled in.
  const rated = [
    {
      label: 92,
      someone: persona({
        yearsExperience: 8,
        skills: knows('Python', 'FastAPI', 'PostgreSQL'),
        titles: ['Senior Backend Engineer'],
      }),
      opening: posting({
        title: 'Senior Backend Engineer',
        yearsMin: 5,
        skills: asks('Python', 'FastAPI', 'PostgreSQL', 'AWS'),
      }),
    },
    {
      label: 45,
      someone: persona({
        yearsExperience: 1.5,
        skills: [has('React', 'FAMILIAR')],
        titles: ['Junior Frontend Developer'],
      }),
      opening: posting({ title: 'Full-Stack Developer', yearsMin: 3, skills: asks('React', 'Node', 'PostgreSQL') }),
    },
    {
      label: 55,
      someone: persona({ yearsExperience: 5, skills: knows('Statistics', 'Python'), titles: ['Data Scientist'] }),
      opening: posting({ title: 'ML Engineer', skills: asks('MLOps', 'Kubernetes', 'Python', 'Deployment') }),
    },
    {
      label: 65,
      someone: persona({ yearsExperience: 6, skills: knows('DevOps'), titles: ['DevOps Team Lead'] }),
      opening: posting({ title: 'Engineering Manager' }),
    },
    {
      label: 70,
      someone: persona({ yearsExperience: 7, skills: knows('JavaScript', 'React', 'Node'), titles: ['Marketer'] }),
      opening: posting({ title: 'Junior Software Developer', skills: [soft('Client Communication')] }),
    },
  ];

  it('follows their order of five rated matches (Pearson r of at least 0.8)', () => {
    const totals = rated.map(({ someone, opening }) => fitScore(someone, opening).total);
    expect(
      pearson(
        totals,
        rated.map(({ label }) => label),
      ),
    ).toBeGreaterThanOrEqual(0.8);
  });
});
