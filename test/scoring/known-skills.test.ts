import { describe, expect, it } from 'vitest';
import { knownSkills } from '#scoring/known-skills.ts';

const named = (skillName: string, skillType: 'HARD' | 'SOFT' = 'HARD') => ({
  skillName,
  skillType,
  proficiency: 'EXPERT' as const,
});
const keysOf = (...inputs: Parameters<typeof knownSkills>) => knownSkills(...inputs).map(({ key }) => key);

describe('knownSkills', () => {
  it('keeps what is named as it is written, filed by the usual spelling', () => {
    expect(knownSkills([named('golang'), named('Patience', 'SOFT')], [])).toEqual([
      { key: 'go', name: 'golang', kind: 'HARD', proficiency: 'EXPERT' },
      { key: 'patience', name: 'Patience', kind: 'SOFT', proficiency: 'EXPERT' },
    ]);
  });

  it('adds the trades that titles held tell of, once', () => {
    const skills = knownSkills([named('Go')], ['Backend Engineer', 'Senior Backend Engineer', 'Product Designer']);
    expect(skills.map(({ name, proficiency }) => [name, proficiency])).toEqual([
      ['Go', 'EXPERT'],
      ['Backend Development', 'PROFICIENT'],
      ['Product Design', 'PROFICIENT'],
    ]);
  });

  it('leaves a trade that is named at its own level', () => {
    expect(knownSkills([named('Product Design')], ['Product Designer'])).toHaveLength(1);
  });

  it.each([[[]], [['Backend Engineer']]])('has none for who names none, whatever the titles %j', (titles) => {
    expect(keysOf([], titles)).toEqual([]);
  });

  it('takes nothing out of a title that tells of no trade', () => {
    expect(keysOf([named('Go')], ['', 'Zzyzx', 'VP'])).toEqual(['go']);
  });
});
