import { describe, expect, it } from 'vitest';
import { deriveEmploymentType } from '#job-pool/derive-employment-type.ts';

describe('deriveEmploymentType', () => {
  it.each([
    ['FullTime', 'FULL_TIME'],
    ['PartTime', 'PART_TIME'],
    ['Intern', 'INTERNSHIP'],
    ['Contract', 'CONTRACT'],
    ['Temporary', 'TEMPORARY'],
    ['full_time', 'FULL_TIME'],
    ['Full-time', 'FULL_TIME'],
    ['FULL_TIME', 'FULL_TIME'],
    ['Freelance', 'CONTRACT'],
    ['whatever', null],
  ])('reads the field %s as %s', (stated, kind) => expect(deriveEmploymentType('Baker', stated, '')).toBe(kind));

  it('believes a title that says internship or part-time, and else the field', () => {
    expect(deriveEmploymentType('Marketing Intern', 'FullTime', '')).toBe('INTERNSHIP');
    expect(deriveEmploymentType('Baker (part-time)', 'FullTime', '')).toBe('PART_TIME');
    expect(deriveEmploymentType('Contract Manager', 'FullTime', '')).toBe('FULL_TIME');
    expect(deriveEmploymentType('Internship Program Manager', 'FullTime', '')).toBe('FULL_TIME');
    expect(deriveEmploymentType('Internal Auditor', 'FullTime', '')).toBe('FULL_TIME');
  });

  it.each([
    ['This is a full-time position.', 'FULL_TIME'],
    ['A part time role for students.', 'PART_TIME'],
    ['Employment type: Contract', 'CONTRACT'],
    ['You negotiate contracts full of detail.', null],
    ['', null],
  ])('reads the text "%s" as %s where there is no field', (text, kind) => {
    expect(deriveEmploymentType('Baker', null, text)).toBe(kind);
  });
});
