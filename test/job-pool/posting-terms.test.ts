import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveCompanySize } from '#job-pool/derive-company-size.ts';
import { deriveEligibleCountries } from '#job-pool/derive-eligible-countries.ts';
import { deriveIndustry } from '#job-pool/derive-industry.ts';
import { deriveTimeZones } from '#job-pool/derive-time-zones.ts';
import { deriveTravel } from '#job-pool/derive-travel.ts';
import { deriveVisaSponsorship } from '#job-pool/derive-visa-sponsorship.ts';
import { splitPosting } from '#job-pool/posting-sections.ts';
import { readSectionTexts } from '#job-pool/section-texts.ts';

// Sentences as real postings have them.

describe('deriveVisaSponsorship', () => {
  it.each([
    ['Visa Sponsorship', true],
    ['We can sponsor visas to Germany', true],
    ['Based in London, UK (we can sponsor a visa)', true],
    ['Comprehensive relocation package (including visa support)', true],
    ['GetGround provides visa sponsorship for this role (if necessary)', true],
    ['- $20K relocation assistance and visa sponsorship', true],
    ['We cannot support visa sponsorship at this time.', false],
    ['Must be able to legally work and reside in the US without requiring sponsorship.', false],
    ['Ontic does not provide sponsorship for employment visas or work authorization for this role', false],
    ['Unfortunately, we are unable to provide sponsorship for employment at this time.', false],
    ['Visa sponsorship not available', false],
    ['Open to local candidates, not able to sponsor work pass. No visa sponsorship.', false],
    ['Candidates must be authorized to work in the United States for this role.', null],
    ['Manage visa sponsorship for new hires together with our lawyers', null],
    ['Negotiate event sponsorships and sponsored content', null],
    ['Experience helping prospects build a business case to secure executive sponsorship', null],
    ['We offer visa sponsorship.\nWe are unable to sponsor visas for contractors.', null],
    ['We bake bread.', null],
  ])('reads "%s" as %j', (text, expected) => expect(deriveVisaSponsorship(splitPosting(text))).toBe(expected));
});

describe('deriveEligibleCountries', () => {
  it.each<[string, readonly string[] | null]>([
    ['Applicants must be based in the United States.', ['US']],
    ['- Based in Canada, the US, the UK, or France, and fluent in English.', ['CA', 'US', 'GB', 'FR']],
    [
      'This role is 100% remote and open to candidates based in Germany, Spain, Portugal or the U.K.',
      ['DE', 'ES', 'PT', 'GB'],
    ],
    ['You must be located in Florida to be considered for this role.', ['US-FL']],
    [
      'Must live in one of the states we’re registered to operate in: AZ, CA, FL, GA, IN',
      ['US-AZ', 'US-CA', 'US-FL', 'US-GA', 'US-IN'],
    ],
    ['Candidates must be based in Los Angeles, CA to be considered for this role.', ['US-CA']],
    ['Even though we don’t care where you’re located, we only hire within the US.', ['US']],
    ['Please note we are only able to hire in Alberta, Ontario, and British Columbia.', ['CA-AB', 'CA-ON', 'CA-BC']],
    ['- Must be a US resident and have work authorization.', ['US']],
    ['- Located in Washington, DC', ['US-DC']],
    ['Must reside in Georgia, Texas or Florida', ['US-GA', 'US-TX', 'US-FL']],
    ['- Based in or willing to relocate to New York City', null],
    ['Strong preference for candidates based in Texas or Florida.', null],
    ['Clinical roles: We currently do not hire in the following states: AK, HI, RI', null],
    ['For candidates located in NYC or SF, the pay range for this role is $80,800 - $140,700.', null],
    ['This role is open to candidates located in European or US time zones.', null],
    ['Our offices are based in Paris 3e (Arts & Métiers).', null],
    ['Based in San Francisco, California, Acme AI is revolutionizing the job interview process', null],
    ['We are a team based in the US and Canada', null],
  ])('reads "%s" as %j', (text, expected) =>
    expect(deriveEligibleCountries(splitPosting(text), null, null)).toEqual(expected),
  );

  it.each<[string, readonly string[] | null]>([
    ['Remote (United States | Canada)', ['US', 'CA']],
    ['Remote - California', ['US-CA']],
    ['Remote - Ontario, Canada', ['CA-ON']],
    ['US/Canada - Remote', ['US', 'CA']],
    ['New York, NY (HQ); San Francisco, CA; Remote (US)', ['US']],
    ['Anywhere in the United States', ['US']],
    ['Remote-India/Pakistan', ['IN', 'PK']],
    ['Remote', null],
    ['Anywhere', null],
    ['Salt Lake City Office (or Remote)', null],
    ['New York; Denver; Remote', null],
    ['New York', null],
  ])('takes the place of remote work "%s" for %j', (location, expected) => {
    expect(deriveEligibleCountries([], location, 'REMOTE')).toEqual(expected);
    expect(deriveEligibleCountries([], location, 'ONSITE')).toBeNull();
  });

  it('knows regions by the countries in them', () => {
    const europe = deriveEligibleCountries([], 'Remote (Europe)', 'REMOTE');
    expect(europe).toEqual(expect.arrayContaining(['DE', 'GB', 'CH', 'NO']));
    expect(deriveEligibleCountries([], 'Remote - EMEA', 'REMOTE')).toEqual(expect.arrayContaining(['ZA', 'AE', 'IL']));
    expect(deriveEligibleCountries([], 'LATAM', 'REMOTE')).not.toContain('US');
  });
});

describe('deriveTimeZones', () => {
  it.each<[string, number, number, 'PLACE' | 'HOURS']>([
    ['📍 Remote (CET ±2h)', -1, 3, 'PLACE'],
    ['Location: Berlin or Remote within +/- 2 hours of CET', -1, 3, 'PLACE'],
    ['Contract (Full-time), Remote, ±3 hours from UTC-6', -9, -3, 'PLACE'],
    ['Applicants for this role may work anywhere between UTC−06:00 and UTC+01:00.', -6, 1, 'PLACE'],
    ['For this role, you must be located in the MST or PST time zone.', -8, -7, 'PLACE'],
    ['You live and work in the Americas timezones', -8, -3, 'PLACE'],
    ['We are only open to candidates based in US and EU time zones', -8, 2, 'PLACE'],
    ['This role is open to onsite work in San Francisco or remote work within PST hours.', -8, -8, 'HOURS'],
    ['Flexibility to work in Eastern/Central time zones.', -6, -5, 'HOURS'],
    ['Must be able to work Eastern Time (U.S.) business hours', -5, -5, 'HOURS'],
    ['Provide second-line support during U.S. business hours.', -8, -5, 'HOURS'],
  ])('reads "%s" as %d to %d, %s', (...[text, from, to, basis]) =>
    expect(deriveTimeZones(splitPosting(text))).toEqual({ from, to, basis }),
  );

  it.each([
    'Ability to work across time zones and collaborate effectively with U.S. finance counterparts.',
    'Preference for candidates based in Central or Eastern timezones',
    'Our team is fully remote, spanning across North and South American time zones',
    'You will accommodate patients in the Pacific Time Zone (PT).',
    'Work best in your own time zone',
    'Webinar at 10am PST',
  ])('finds none in "%s"', (text) => expect(deriveTimeZones(splitPosting(text))).toBeNull());
});

describe('deriveTravel', () => {
  it.each([
    ['***This role requires up to 30% travel***', 30],
    ['Willingness to travel internationally (25–40%).', 40],
    ['Travel: 10-25%', 25],
    ['- Ability to travel ~50%', 50],
    ['You will spend about 50% of your time traveling to beautiful farms', 50],
    ['Work is performed 100% from home with no requirement to travel', 0],
    ['Travel Requirements: N/A', 0],
    ['Work is performed 100% remotely with field travel within the territory (up to 30%)', 30],
    ['Ability to travel as needed', null],
    ['$4,000 annual travel stipend, 50% off at our homes', null],
    ['Our travel platform grew by 300% last year', null],
  ])('reads "%s" as %j', (text, expected) => expect(deriveTravel(splitPosting(text))).toBe(expected));
});

describe('deriveCompanySize', () => {
  it.each([
    ['We are a passionate team of 30 professionals', 30],
    ['Today, we’re a team of 130+ people from 30+ nationalities', 130],
    ['Over the past year, Ramp has grown from 800 to over 1,200 employees (and counting!)', 1200],
    ['Voodoo is now a team of over 800 employees worldwide', 800],
    ['The company was founded in 2017 and currently employs more than 200 people across Europe', 200],
    ['We’re a 20-person team from 9 different countries', 20],
    ['- 180+ team members', 180],
    ['You manage a territory of companies with 1,000 - 3000 employees', null],
    ['Lead and mentor a team of 8-10 engineers', null],
    ['Experience at a company of 500 employees', null],
    ['We have already hired 3 people who applied to this role', null],
    ['Each year, 1 in 20 people experiences a mistake', null],
  ])('reads "%s" as %j', (text, expected) => expect(deriveCompanySize(splitPosting(text))).toBe(expected));
});

describe('deriveIndustry', () => {
  it.each([
    ['We’re a fast-growing fintech company with a big heart', 'Fintech'],
    ['We are an innovative iGaming company offering sportsbook and casino experiences', 'Gambling'],
    ['Focused Energy is a fusion energy startup', 'Energy'],
    ['Silver.dev is an Engineering-led recruiting agency', 'Human resources'],
    ['Industry: Insurance', 'Insurance'],
    ['We’re building the AI platform for the world’s insurance industry', null],
    ['Acme is a platform that helps healthcare companies', null],
    ['The Platform team is an integral part of the finance organization', null],
    ['Experience in a healthcare company', null],
  ])('reads "%s" as %j', (text, expected) => expect(deriveIndustry(splitPosting(text))).toBe(expected));
});

describe('readSectionTexts', () => {
  it('gives what stands under headings of demands and of culture, in the order and words of the posting', () => {
    const text =
      'About Acme\nWe bake.\nYour role\n- Bake bread\nRequirements\n- Two years as a baker\n- A driving licence\nNice to have\n- Rye\nOur values\nWe are kind.\nBenefits\n- Bread';
    expect(readSectionTexts(text)).toEqual({
      requirements: '- Two years as a baker\n- A driving licence\nNice to have\n- Rye',
      cultureText: 'We are kind.',
    });
  });

  it('gives nothing where no heading tells', () =>
    expect(readSectionTexts('We bake bread. You know how.')).toEqual({ requirements: null, cultureText: null }));
});

describe('reading terms', () => {
  it('neither fails nor stalls on any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc
        .tuple(
          fc.constantFrom(
            'travel 10% ',
            'based in the ',
            'we are a team of 5 ',
            'UTC-',
            'visa not sponsor ',
            'Acme is a ',
            '٪ سفر ',
          ),
          fc.integer({ min: 1, max: 3_000 }),
        )
        .map(([word, times]) => word.repeat(times)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const sentences = splitPosting(text.slice(0, 50_000));
        const travel = deriveTravel(sentences);
        expect(travel === null || (travel >= 0 && travel <= 100)).toBe(true);
        expect(deriveCompanySize(sentences)).not.toBeNaN();
        const zones = deriveTimeZones(sentences);
        expect(zones === null || (zones.from >= -12 && zones.from <= zones.to && zones.to <= 14)).toBe(true);
        for (const code of deriveEligibleCountries(sentences, text.slice(0, 255), 'REMOTE') ?? [])
          expect(code).toMatch(/^[A-Z]{2}(?:-[A-Z]{2})?$/);
        deriveVisaSponsorship(sentences);
        deriveIndustry(sentences);
        readSectionTexts(text);
      }),
      { numRuns: 60 },
    );
  });
});
