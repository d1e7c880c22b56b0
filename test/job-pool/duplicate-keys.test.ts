import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey, placeKey, titleKey } from '#job-pool/duplicate-keys.ts';
import { descriptionHash, normalizeText } from '#job-pool/normalize-text.ts';

describe('titleKey', () => {
  it.each([
    ['Scrum Master', 'scrum  MASTER'],
    ['Scrum Master II', 'Scrum Master 2'],
    ['Agile Coach / Scrum Master', 'Scrum Master / Agile Coach'],
    ['Scrum Master - Remote', 'Remote Scrum Master'],
    ['Dev Engineer', 'Dev Engineers'],
    ['Sr. Engineer', 'Senior Engineer'],
    ['Account Manager (m/w/d)', 'Account Manager'],
    ['Account Manager (f/m/d)', 'Account Manager (all genders)'],
    ['Ingénieur Qualité', 'Ingenieur Qualite'],
    ['Founder’s Associate', "Founder's Associate"],
  ])('is one for %s and %s', (first, second) => expect(titleKey(first)).toBe(titleKey(second)));

  it.each([
    ['Senior Scrum Master', 'Scrum Master'],
    ['Scrum Master', 'Product Owner'],
    ['QA Engineer', 'DevOps Engineer'],
    ['Junior Developer', 'Senior Manager'],
    ['CEO', 'CTO'],
    ['VP', 'PA'],
    ['C++ Developer', 'C Developer'],
    ['C# Developer', 'C Developer'],
    ['F# Developer', 'F Developer'],
    ['.NET Developer', 'NET Developer'],
    ['R Developer', 'Developer'],
    ['Go Developer', 'Developer'],
    ['Engineer', 'Software Engineer'],
    ['Account Executive, Berlin', 'Account Executive, Paris'],
    ['Support Agent (German)', 'Support Agent (French)'],
    ['Engineer I', 'Engineer II'],
    ['', 'Engineer'],
  ])('differs for %s and %s', (first, second) => expect(titleKey(first)).not.toBe(titleKey(second)));

  it('does not depend on the order of the words, and fits its column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Senior', 'C++', 'Go', 'Engineer', 'Berlin', '.NET', 'R&D'), { minLength: 1 }),
        (words) => {
          expect(titleKey(words.join(' '))).toBe(titleKey(words.toReversed().join(' - ')));
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 255, unit: 'grapheme' }), (title) => {
        expect(titleKey(title).length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('companyKey', () => {
  it.each([
    ['Acme, Inc.', 'acme'],
    ['ACME GmbH & Co. KG', 'acme'],
    ['Société Générale S.A.', 'societe generale'],
    ['Acme B.V.', 'acme'],
    ['Acme Holdings Ltd', 'acme holdings'],
    ['C++ Institute Oy', 'c++ institute'],
    ['C# Corner LLC', 'c# corner'],
    ['The Company', 'the'],
    ['Inc.', 'inc.'],
    ['1password', '1password'],
  ])('of %s is %s', (name, key) => expect(companyKey(name)).toBe(key));

  it('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(companyKey(companyKey(name))).toBe(companyKey(name));
      }),
    );
  });
});

describe('placeKey', () => {
  it.each([
    ['New York, NY (HQ)', 'New York City'],
    ['NYC Office', 'New York'],
    ['San Francisco, California', 'SF'],
    ['Remote - USA', 'Remote (United States)'],
    ['Remote, U.S.', 'US Remote'],
    ['London, UK', 'london, United Kingdom'],
    ['São Paulo', 'Sao Paulo '],
  ])('is one for %s and %s', (first, second) => expect(placeKey(first)).toBe(placeKey(second)));

  it.each([
    ['Mexico City', 'Mexico'],
    ['Pittsburgh-Hybrid', 'Pittsburgh-Onsite'],
    ['Remote', 'Berlin'],
    ['Business Park', 'B ness Park'],
  ])('differs for %s and %s', (first, second) => expect(placeKey(first)).not.toBe(placeKey(second)));

  it('is empty where no place is given', () => expect(placeKey(null)).toBe(''));
});

describe('normalizeText', () => {
  it('takes away what differs without meaning anything: case, white space, mark-up, typography', () => {
    expect(normalizeText('<p>We&nbsp;use  “C++”,\n<b>C#</b>, .NET – F#, R &amp; Go</p>')).toBe(
      'we use "c++", c# , .net - f#, r & go',
    );
  });

  it('keeps what only looks like mark-up', () => expect(normalizeText('a < b, 5 <6> 7')).toBe('a < b, 5 <6> 7'));
});

describe('descriptionHash', () => {
  it('is one for texts that differ in white space and case, and another for other words', () => {
    expect(descriptionHash('We  bake\nbread')).toBe(descriptionHash('we bake bread '));
    expect(descriptionHash('We bake bread')).not.toBe(descriptionHash('We bake cake'));
    expect(descriptionHash('')).toMatch(/^[0-9a-f]{64}$/);
  });
});
