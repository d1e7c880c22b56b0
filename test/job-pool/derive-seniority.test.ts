import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSeniority } from '#job-pool/derive-seniority.ts';

describe('deriveSeniority', () => {
  it.each([
    ['Chief Technology Officer', 'EXECUTIVE'],
    ['CISO', 'EXECUTIVE'],
    ['Head of Engineering', 'EXECUTIVE'],
    ['Engineering, Head', 'EXECUTIVE'],
    ['VP, Sales', 'EXECUTIVE'],
    ['Senior VP', 'EXECUTIVE'],
    ['Senior Director of Product', 'EXECUTIVE'],
    ['Associate Director', 'EXECUTIVE'],
    ['Co-Founder', 'EXECUTIVE'],
    ['Chief of Staff', 'LEAD'],
    ['Chief of Staff to the CEO', 'LEAD'],
    ['Engineering Manager', 'LEAD'],
    ['Senior Engineering Manager', 'LEAD'],
    ['Manager, Software Engineering', 'LEAD'],
    ['Staff Software Engineer', 'LEAD'],
    ['Senior / Staff Data Engineer', 'LEAD'],
    ['Principal Product Manager', 'LEAD'],
    ['Tech Lead', 'LEAD'],
    ['Art Director', 'LEAD'],
    ['Senior Manager', 'SENIOR'],
    ['Sr. Accountant', 'SENIOR'],
    ['Software Engineer III', 'SENIOR'],
    ['Software Engineer II', 'MID'],
    ['Mid-Level DevOps Engineer', 'MID'],
    ['Intermediate Android Developer', 'MID'],
    ['Jr Developer', 'ENTRY'],
    ['Software Engineer - New Grad', 'ENTRY'],
    ['Marketing Intern', 'ENTRY'],
    ['Chief of Staff Internship', 'ENTRY'],
    ['Working Student - Tax (f/m/d)', 'ENTRY'],
    ['Associate Product Manager', 'ENTRY'],
    ['Senior Associate', 'SENIOR'],
    ['Facilities Technician I', 'ENTRY'],
  ] as const)('takes %s for %s', (title, level) => expect(deriveSeniority(title, null)).toBe(level));

  it.each([
    'Software Engineer',
    'Product Manager',
    'Account Executive',
    'Internal Auditor',
    'International Sales Manager',
    'Internship Program Manager',
    'Lead Generation Specialist',
    'Leadership Coach',
    'Staff Nurse',
    'Staff Accountant',
    'Member of Technical Staff',
    'Misdirector',
    'Executive Assistant to the CEO',
    'CTO’s Office - AI Applications Engineer',
    "Founder's Office",
    'Account Executive, Mid-Market',
    'Midwife',
    'Business Development Manager',
    'Senior Living Advisor',
    'Head Chef',
    '',
  ])('reads no level into %s', (title) => expect(deriveSeniority(title, null)).toBeNull());

  it.each([
    [0, 'ENTRY'],
    [1, 'ENTRY'],
    [2, 'MID'],
    [4, 'MID'],
    [5, 'SENIOR'],
    [15, 'SENIOR'],
  ] as const)('goes by %i years where the title tells no level', (years, level) => {
    expect(deriveSeniority('Software Engineer', years)).toBe(level);
    expect(deriveSeniority('Staff Software Engineer', years)).toBe('LEAD');
  });

  it('takes an associate of several years for what the years say', () => {
    expect(deriveSeniority('Associate General Counsel', 7)).toBe('SENIOR');
    expect(deriveSeniority('Sales Associate', 1)).toBe('ENTRY');
  });

  it('never reads a level out of letters inside a longer word', () => {
    const inside = fc.constantFrom(
      'intern',
      'lead',
      'staff',
      'vp',
      'mid',
      'head',
      'chief',
      'senior',
      'junior',
      'director',
    );
    fc.assert(
      fc.property(
        inside,
        fc.stringMatching(/^[b-d]{1,3}$/),
        fc.stringMatching(/^[b-d]{1,3}$/),
        (word, before, after) => {
          expect(deriveSeniority(`${before}${word}${after} baker`, null)).toBeNull();
        },
      ),
    );
  });
});
