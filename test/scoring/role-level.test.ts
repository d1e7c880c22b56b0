import { describe, expect, it } from 'vitest';
import { compareLevels, roleLevel, roleLevels } from '#scoring/role-level.ts';

describe('roleLevel', () => {
  it.each([
    ['Software Engineer', 'MID'],
    ['Product Manager', 'MID'],
    ['Engineering Manager', 'LEAD'],
    ['Senior Manager', 'SENIOR'],
    ['Senior Director', 'DIRECTOR'],
    ['Senior VP', 'VP'],
    ['Chief Technology Officer', 'C_LEVEL'],
    ['Chief of Staff', 'LEAD'],
    ['Associate Director', 'DIRECTOR'],
    ['Software Engineer - New Grad', 'MID'],
    ['Jr Developer', 'JUNIOR'],
    ['Sr. Engineer', 'SENIOR'],
    ['Entry-Level Analyst', 'JUNIOR'],
    ['Associate Product Manager', 'JUNIOR'],
    ['Software Engineering Intern', 'JUNIOR'],
    ['Principal Engineer', 'LEAD'],
    ['Staff Software Engineer', 'LEAD'],
    ['Tech Lead', 'LEAD'],
    ['SVP Sales', 'VP'],
    ['Vice President of Engineering', 'VP'],
    ['CEO', 'C_LEVEL'],
    ['IT Manager', 'LEAD'],
  ])('of "%s" is %s', (title, level) => {
    expect(roleLevel(title)).toBe(level);
  });

  it.each([[null], [''], [' \t']])('of %j is unknown', (title) => {
    expect(roleLevel(title)).toBeNull();
  });

  it.each([
    ['CISO', 'C_LEVEL'],
    ['Head of Engineering', 'DIRECTOR'],
    ['Lead Generation Specialist', 'MID'],
    ['Leadership Coach', 'MID'],
    ['Staff Nurse', 'MID'],
    ['Internal Auditor', 'MID'],
    ['International Sales Manager', 'MID'],
    ['Misdirector', 'MID'],
    ['Executive Assistant to the CEO', 'MID'],
    ['Member of Technical Staff', 'MID'],
    ['Senior Living Advisor', 'MID'],
  ])('goes by whole words and by whose level they tell: "%s" is %s', (title, level) => {
    expect(roleLevel(title)).toBe(level);
  });

  it('climbs the ladder in its order', () => {
    expect(roleLevels.toSorted((left, right) => compareLevels(right, left))).toEqual(roleLevels);
  });
});
