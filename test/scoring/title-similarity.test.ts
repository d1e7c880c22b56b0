import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarityVersion, textVector, titleSimilarity, titleVector } from '#scoring/title-similarity.ts';
import { cosine } from '#scoring/word-vectors.ts';

describe('titleSimilarity', () => {
  it.each([
    ['Nurse Practitioner', 'Registered Nurse', 'Software Engineer'],
    ['Account Executive', 'Sales Representative', 'Graphic Designer'],
    ['Software Engineer', 'Web Developer', 'Accountant'],
    ['Frontend Developer', 'Front-End Engineer', 'Truck Driver'],
    ['Attorney', 'Legal Counsel', 'Data Engineer'],
    ['Recruiter', 'HR Specialist', 'Welder'],
  ])('takes %s for nearer to %s than to %s', (title, near, far) => {
    expect(titleSimilarity(title, near) ?? 0).toBeGreaterThan((titleSimilarity(title, far) ?? 1) + 0.15);
  });

  it.each([
    ['Software Engineer', 'Senior Software Engineer'],
    ['Sr. Data Analyst', 'Data Analyst, Mid-Level'],
    ['Software Engineer II', 'Junior SWE'],
    ['ML Engineer', 'Machine Learning Engineer'],
    ['SRE', 'Site Reliability Engineer'],
    ['DATA   engineer', 'Data Engineer'],
  ])('takes %s and %s for one role', (left, right) => {
    expect(titleSimilarity(left, right)).toBeCloseTo(1, 5);
  });

  it('knows compounds by their parts and unknown forms by their kin', () => {
    expect(titleSimilarity('Fullstack Developer', 'Full-Stack Developer')).toBeCloseTo(1, 5);
    expect(titleSimilarity('Demographer', 'Demographics Analyst') ?? 0).toBeGreaterThan(0.4);
  });

  it.each(['', '   ', '!?', '🦄', 'Специалист', 'Senior', '\u{202e}\u{0}'])('knows nothing of "%s"', (title) => {
    expect(titleSimilarity(title, 'Software Engineer')).toBeNull();
    expect(titleSimilarity('Software Engineer', title)).toBeNull();
  });

  it('stays between -1 and 1 and does not mind the order, whatever the titles', () => {
    const words = fc.constantFrom('software', 'engineer', 'nurse', 'sr.', 'of', 'C++', 'front-end', 'qwertzuiop', '…');
    const title = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(title, title, (left, right) => {
        const similarity = titleSimilarity(left, right);
        expect(similarity).toBe(titleSimilarity(right, left));
        expect(Math.abs(similarity ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives what prepared vectors give', () => {
    const [left, right] = [titleVector('Data Engineer'), titleVector('Data Scientist')];
    expect(left && right && cosine(left, right)).toBe(titleSimilarity('Data Engineer', 'Data Scientist'));
  });
});

describe('textVector', () => {
  it('reads a text of any length', () => {
    expect(textVector('patient care '.repeat(100_000))).not.toBeNull();
    expect(textVector('x'.repeat(1_000_000))).toBeNull();
  });
});

describe('similarityVersion', () => {
  it('names the words in use', () => expect(similarityVersion()).toMatch(/^[0-9a-f]{12}$/));
});
