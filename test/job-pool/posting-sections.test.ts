import { describe, expect, it } from 'vitest';
import { sectionOfHeading, splitPosting } from '#job-pool/posting-sections.ts';

const sections = (text: string): string[] =>
  splitPosting(text).map((sentence) => `${sentence.section}: ${sentence.text}`);

describe('sectionOfHeading', () => {
  it.each([
    ['Requirements', 'required'],
    ['What you’ll bring', 'required'],
    ['Who we are looking for:', 'required'],
    ['About you', 'required'],
    ['Dein Profil', 'required'],
    ['Preferred qualifications', 'nice'],
    ['Nice to have:', 'nice'],
    ['Bonus points', 'nice'],
    ['What will set you apart', 'nice'],
    ['Benefits', 'ignored'],
    ['Why you’ll love it here', 'ignored'],
    ['What we offer', 'ignored'],
    ['About Acme', 'ignored'],
    ['Who we are', 'ignored'],
    ['About the role', 'neutral'],
    ['What you will do', 'neutral'],
    ['Kafka', null],
  ])('takes "%s" for %s', (heading, section) => expect(sectionOfHeading(heading)).toBe(section));
});

describe('splitPosting', () => {
  it('puts each sentence in the section of its heading', () => {
    expect(
      sections('About Acme\n\nWe bake.\n\nWhat you will do\n\n - Bake. Sell.\n\nRequirements\n\n - Flour'),
    ).toEqual([
      'ignored: About Acme',
      'ignored: We bake.',
      'neutral: What you will do',
      'neutral: Bake',
      'neutral: Sell.',
      'required: Requirements',
      'required: Flour',
    ]);
  });

  it('sets wishes apart from demands in the same list, also within a sentence', () => {
    expect(
      sections(
        'Requirements\n - Go. Rust is a plus\n - 5 years in sales, ideally of software\n - A role in sales (B2B preferred)\n - A cloud (preferably AWS) and Docker',
      ),
    ).toEqual([
      'required: Requirements',
      'required: Go',
      'nice: Rust is a plus',
      'required: 5 years in sales, ',
      'nice: ideally of software',
      'required: A role in sales (B2B preferred)',
      'required: A cloud () and Docker',
      'nice: preferably AWS',
    ]);
  });

  it('reads a label as the heading of its line alone', () => {
    expect(
      sections(
        'Requirements\n - Nice to have: Kafka, at least a little of it.\n - Privacy: you know the law, also of other countries.',
      ),
    ).toEqual([
      'required: Requirements',
      'nice: Nice to have: Kafka, at least a little of it.',
      'required: Privacy: you know the law, also of other countries.',
    ]);
  });

  it('does not end a section at a short line of a list without bullets', () => {
    expect(sections('Requirements\n\nKafka\n\nFlink\n\nBenefits\n\nFree fruit\n\nBread')).toEqual([
      'required: Requirements',
      'required: Kafka',
      'required: Flink',
      'ignored: Benefits',
      'neutral: Free fruit',
      'neutral: Bread',
    ]);
  });

  it('does not take abbreviations for ends of sentences', () => {
    expect(sections('Languages, e.g. Python or Go, etc. and more of them.')).toHaveLength(1);
  });

  it('cuts a text without full stops into pieces of 1,000 letters', () => {
    const pieces = splitPosting('bread '.repeat(1_000));
    expect(pieces).toHaveLength(6);
    expect(pieces.map(({ text }) => text).join('')).toBe('bread '.repeat(1_000).trim());
  });
});
