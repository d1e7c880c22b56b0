import { describe, expect, it } from 'vitest';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';
import { suggestSkills } from '#job-pool/suggest-skills.ts';
import { InvalidInput } from '#platform/errors.ts';

const suggest = (prefix: string, first = 10): string[] => suggestSkills({ prefix, first });

describe('suggestSkills', () => {
  it.each([
    ['kuber', 'Kubernetes'],
    ['K8S', 'Kubernetes'],
    ['golang', 'Go'],
    ['go', 'Go'],
    ['  Go ', 'Go'],
    ['c++', 'C++'],
    ['c#', 'C#'],
    ['.net', '.NET'],
    ['r', 'R'],
    ['ＪａｖａＳｃｒｉｐｔ', 'JavaScript'],
    ['machine l', 'Machine Learning'],
  ])('puts what %s means on top', (prefix, name) => {
    expect(suggest(prefix)[0]).toBe(name);
  });

  it.each([
    ['learning', 'Machine Learning'],
    ['net', '.NET'],
  ])('finds %s inside a name', (prefix, name) => {
    expect(suggest(prefix, 100)).toContain(name);
  });

  it('puts names that begin so before names in which a word does', () => {
    const names = suggest('sc', 100);
    const begins = names.map((name) => name.toLowerCase().startsWith('sc'));
    expect(begins.indexOf(false)).toBe(begins.lastIndexOf(true) + 1);
  });

  it('names each skill once, by the spelling that matching files it under', () => {
    const names = suggest('s', 100);
    expect(new Set(names).size).toBe(names.length);
    expect(names.map((name) => canonicalSkill(name))).toEqual(names.map((name) => name.toLowerCase()));
    expect(suggest('s', 100)).toEqual(names);
    expect(suggest('s', 3)).toEqual(names.slice(0, 3));
  });

  it.each([[''], ['  '], ['zzzzzz'], ['\u{1F600}'], ['\0'], ['%'], ['.*']])('knows nothing of %j', (prefix) => {
    expect(suggest(prefix)).toEqual([]);
  });

  it.each([
    ['prefix', 'x'.repeat(101), 10],
    ['first', 'go', 0],
    ['first', 'go', 101],
  ])('refuses a %s out of bounds', (field, prefix, first) => {
    expect(() => suggest(prefix, first)).toThrow(
      expect.objectContaining({ name: InvalidInput.name, details: { field } }),
    );
  });
});
