import { describe, expect, it } from 'vitest';
import { titleAbove, titleRise } from '#personas/title-ladder.ts';

describe('titleAbove', () => {
  it.each([
    ['Junior Software Engineer', 1, 'Software Engineer'],
    ['Software Engineer', 1, 'Senior Software Engineer'],
    ['Software  Engineer ', 2, 'Lead Software Engineer'],
    ['Software Engineer', 3, 'Director of Software Engineering'],
    ['Sr. Data Scientist', 1, 'Lead Data Scientist'],
    ['Staff Engineer', 1, 'Director of Engineering'],
    ['Staff Nurse', 1, 'Senior Staff Nurse'],
    ['Lead Generation Specialist', 1, 'Senior Lead Generation Specialist'],
    ['Marketing Specialist', 3, 'Director of Marketing'],
    ['Product Manager', 1, 'Senior Product Manager'],
    ['Engineering Manager', 1, 'Director of Engineering'],
    ['Senior Engineering Manager', 1, 'Director of Engineering'],
    ['Head of Data', 1, 'VP of Data'],
    ['Design Director', 1, 'VP of Design'],
    ['VP of Sales', 1, null],
    ['CTO', 1, null],
    ['Chief Financial Officer', 1, null],
    ['Plumber', 3, null],
    ['Manager', 3, null],
    ['', 1, null],
  ])('is of %s, %i up: %s', (title, steps, above) => {
    expect(titleAbove(title, steps)).toBe(above);
  });
});

describe('titleRise', () => {
  it.each([
    ['Software Engineer', 'Senior Software Engineer', 1],
    ['Senior Software Engineer', 'Software Engineer', -1],
    ['Software Engineer', 'Data Scientist', 0],
    ['Junior Developer', 'Chief of Staff', 1],
    ['Software Engineer', 'Head of Engineering', 3],
    ['Nurse', 'CEO', 5],
  ])('is from %s to %s: %i', (from, to, rise) => {
    expect(titleRise(from, to)).toBe(rise);
  });
});
