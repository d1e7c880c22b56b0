import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import taxonomy from '#job-pool/skill-taxonomy.json' with { type: 'json' };
import { skillKey } from '#job-pool/skill-words.ts';

interface Entry {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly cased?: readonly string[];
  readonly contextual?: readonly string[];
}
const entries: readonly Entry[] = taxonomy.flatMap(({ skills }): readonly Entry[] => skills);
const spellings = ({ name, aliases = [], cased = [], contextual = [] }: Entry): string[] => [
  name,
  ...aliases,
  ...cased,
  ...contextual,
];

describe('canonicalSkill', () => {
  it.each([
    ['js', 'JavaScript'],
    ['React.js', 'React'],
    ['ReactJS', 'React'],
    ['node', 'Node.js'],
    ['NodeJS', 'Node.js'],
    ['Amazon Web Services', 'AWS'],
    ['CI/CD', 'ci-cd'],
    ['CICD', 'CI/CD'],
    ['ts', 'TypeScript'],
    ['k8s', 'Kubernetes'],
    ['postgres', 'PostgreSQL'],
    ['Mongo', 'MongoDB'],
    ['golang', 'Go'],
    ['csharp', 'C#'],
    ['cpp', 'C++'],
    ['dotnet', '.NET'],
    ['Machine  Learning', 'machine-learning'],
    ['GCP', 'Google Cloud'],
    ['communication skills', 'Communication'],
  ])('is one for %s and %s', (first, second) => expect(canonicalSkill(first)).toBe(canonicalSkill(second)));

  it.each([
    ['Java', 'JavaScript'],
    ['node', 'JavaScript'],
    ['React Native', 'React'],
    ['C', 'C++'],
    ['C', 'C#'],
    ['SQL', 'NoSQL'],
    ['Go', 'Google Cloud'],
    ['R', 'Ruby'],
  ])('differs for %s and %s', (first, second) => expect(canonicalSkill(first)).not.toBe(canonicalSkill(second)));

  it('files a skill nobody knows under its own words, in any spelling', () => {
    expect(canonicalSkill('Sourdough  Baking')).toBe('sourdough baking');
    expect(canonicalSkill('sourdough-baking')).toBe('sourdough baking');
    expect(canonicalSkill(' 烘焙 ')).toBe('烘焙');
    expect(canonicalSkill(' !? ')).toBe('!?');
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...entries.flatMap(spellings))), (name) => {
        expect(canonicalSkill(canonicalSkill(name))).toBe(canonicalSkill(name));
      }),
    );
  });
});

describe('the taxonomy', () => {
  it('leads every spelling to the skill it stands under', () => {
    const astray = entries.flatMap((entry) =>
      spellings(entry).filter((spelling) => canonicalSkill(spelling) !== entry.name.toLowerCase()),
    );
    expect(astray).toEqual([]);
  });

  it('gives each form to one skill only', () => {
    const owners = entries.flatMap((entry) => [...new Set(spellings(entry).map(skillKey))]);
    expect(owners.length).toBe(new Set(owners).size);
  });

  it('has names that fit their column, and skills of every trade', () => {
    expect(Math.max(...entries.map(({ name }) => name.length))).toBeLessThanOrEqual(100);
    expect(taxonomy.map(({ kind }) => kind).filter((kind) => kind !== 'HARD' && kind !== 'SOFT')).toEqual([]);
    expect(entries.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'Kubernetes',
        'Salesforce',
        'Financial Modeling',
        'Figma',
        'Patient Care',
        'SEO',
        'Welding',
        'Empathy',
      ]),
    );
  });
});
