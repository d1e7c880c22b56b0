import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeTitle } from '#scoring/normalize-title.ts';

describe('normalizeTitle', () => {
  it.each([
    ['Lead Software Engineer', 'senior software engineer'],
    ['Principal Engineer', 'senior engineer'],
    ['Staff Engineer', 'senior engineer'],
    ['Sr. Software Developer', 'senior software engineer'],
    ['Sr SWE', 'senior software engineer'],
    ['Jr. SDE', 'junior software engineer'],
    ['Associate Product Manager', 'junior product manager'],
    ['Entry-Level Dev', 'junior developer'],
    ['Software Dev', 'software engineer'],
    ['PM', 'product manager'],
    ['  Data \t Analyst ', 'data analyst'],
    ['Chief Happiness Officer', 'chief happiness officer'],
    ['', ''],
  ])('gives "%s" the form "%s"', (title, normal) => {
    expect(normalizeTitle(title)).toBe(normal);
  });

  it.each(['Staff Nurse', 'Lead Generation Specialist', 'Lead Gen Manager', 'Seniority Analyst', 'Leadership Coach'])(
    'reads no level out of "%s"',
    (title) => {
      expect(normalizeTitle(title)).toBe(title.toLowerCase());
    },
  );

  it('replaces whole words only, and one prefix', () => {
    expect(normalizeTitle('DevOps Engineer')).toBe('devops engineer');
    expect(normalizeTitle('Dev-Ops Engineer')).toBe('dev-ops engineer');
    expect(normalizeTitle('RPM Operator')).toBe('rpm operator');
    expect(normalizeTitle('Senior Lead Engineer')).toBe('senior lead engineer');
    expect(normalizeTitle('Lead Principal Engineer')).toBe('senior principal engineer');
  });

  it('keeps the first 500 characters', () => {
    expect(normalizeTitle('x'.repeat(600))).toBe('x'.repeat(500));
    expect(normalizeTitle(`${'x'.repeat(499)} yy`)).toBe('x'.repeat(499));
  });

  it('changes nothing the second time', () => {
    const word = fc.constantFrom(
      'Sr.',
      'Lead',
      'Staff',
      'Nurse',
      'Jr',
      'Software',
      'Developer',
      'dev',
      'SDE',
      'PM',
      '-',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 6 }), (parts) => {
        const once = normalizeTitle(parts.join(' '));
        expect(normalizeTitle(once)).toBe(once);
      }),
    );
  });
});
