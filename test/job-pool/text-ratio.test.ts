import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRatio } from '#job-pool/text-ratio.ts';

const words = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `word${index + from}`).join(' ');

describe('textRatio', () => {
  it('is 1 for equal texts, whatever their case, white space and mark-up', () => {
    expect(textRatio(words(100), `<p>${words(100).toUpperCase().replaceAll(' ', '\n ')}</p>`)).toBe(1);
  });

  it('is 0 for texts without a common word', () => expect(textRatio(words(100), words(100, 500))).toBe(0));

  it('is twice the common words by all words', () => {
    // 80 of 100 words in common, in one block.
    expect(textRatio(words(100), words(100, 20))).toBeCloseTo(0.8);
    // A paragraph put in between: 100 of 100 against 100 of 150.
    const [start, end] = [words(50), words(50, 50)];
    expect(textRatio(`${start} ${end}`, `${start} ${words(50, 900)} ${end}`)).toBeCloseTo(200 / 250);
  });

  it('counts only blocks in the same order, so a bag of the same words is no copy', () => {
    const backwards = words(100).split(' ').toReversed().join(' ');
    expect(textRatio(words(100), backwards)).toBeLessThan(0.05);
  });

  it('never matches texts of less than 200 characters', () => {
    expect(textRatio('We bake bread.', 'We bake bread.')).toBe(0);
    expect(textRatio('', '')).toBe(0);
    expect(textRatio(words(100), 'word1 word2')).toBe(0);
  });

  it('stays between 0 and 1, and is 1 for a text and itself', () => {
    const text = fc.array(fc.constantFrom('bread', 'cake', 'flour', 'oven', 'bakery', 'morning'), {
      minLength: 60,
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const ratio = textRatio(a.join(' '), b.join(' '));
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThanOrEqual(1);
        expect(textRatio(a.join(' '), a.join(' '))).toBe(1);
      }),
    );
  });

  it('compares no more than the first 2,000 words of a padded text', () => {
    const padded = `${words(2_000)} ${'bread '.repeat(20_000)}`;
    expect(textRatio(padded, `${words(2_000)} ${'cake '.repeat(20_000)}`)).toBe(1);
  });
});
