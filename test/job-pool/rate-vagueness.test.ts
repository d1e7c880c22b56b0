import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPosting } from '#job-pool/posting-sections.ts';
import { rateVagueness } from '#job-pool/rate-vagueness.ts';
import type { SkillRequirement } from '#job-pool/raw-posting.ts';

const skill = (name: string): SkillRequirement => ({ name, kind: 'HARD', required: true, years: null });
const rate = (text: string, skills: readonly string[] = [], isIncomplete = false): number | null =>
  rateVagueness(splitPosting(text), skills.map(skill), isIncomplete);

const telling = `The role
You will report to the Head of Finance and own the monthly closing of 3 entities.
${['ledger', 'payroll', 'tax', 'audit', 'treasury', 'budget', 'invoices', 'expenses', 'reports', 'controls']
  .map((word) => ` - You look after the ${word} of all our companies`)
  .join('\n')}
Requirements
 - 5 years of experience in accounting of software companies
 - A degree in finance, economics or a similar field
 - Experience with an ERP such as NetSuite or SAP
 - You know US GAAP and IFRS by heart
 - You have led 2 audits from the first day to the last
Interview process
You meet the team in 3 interviews within two weeks.`;

describe('rateVagueness', () => {
  it('is 0 for a text that names duties, demands, skills, figures and people', () => {
    expect(rate(telling, ['NetSuite', 'SAP', 'IFRS', 'Excel'])).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['an open call', 'General inquiries\nJoin our talent pool of talented individuals! We are like a family.'],
    [
      'praise of the employer alone',
      `About Acme\n${Array.from({ length: 40 }, () => 'We make the world a better place for 9 million people.').join(' ')}`,
    ],
  ])('is high for %s', (_name, text) => expect(rate(text)).toBeGreaterThanOrEqual(85));

  it('grows as facts are left out and phrases are put in', () => {
    const skills = ['NetSuite', 'SAP', 'IFRS', 'Excel'];
    const [whole, fewer] = [rate(telling, skills) ?? 0, rate(telling, skills.slice(0, 1)) ?? 0];
    const padded = rate(`${telling}\nA fast-paced place for a rock star who wears many hats.`, skills) ?? 0;
    expect(fewer).toBeGreaterThan(whole);
    expect(padded).toBeGreaterThan(whole);
  });

  it('does not judge a text that its source cut off', () => expect(rate('Short', [], true)).toBeNull());

  it('stays within 0 and 100 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat({ max: 30 }), (text, count) => {
        const rated = rate(text, Array.from({ length: count }, String)) ?? -1;
        expect(rated).toBeGreaterThanOrEqual(0);
        expect(rated).toBeLessThanOrEqual(100);
      }),
    );
  });
});
