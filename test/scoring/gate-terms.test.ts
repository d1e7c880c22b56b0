import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNonNegotiables } from '#scoring/non-negotiables.ts';
import type { CustomRule, ScoredPersona, ScoredPosting } from '#scoring/scored-inputs.ts';
import { anyPersona, anyPosting, persona, posting } from './sample-inputs.ts';

type Case = readonly [Partial<ScoredPersona>, Partial<ScoredPosting>, readonly string[], readonly string[]];

const gate = (someone: Partial<ScoredPersona>, opening: Partial<ScoredPosting>) =>
  checkNonNegotiables(persona(someone), posting(opening));

describe('visa, industry, travel and company size', () => {
  const visa = { visaSponsorshipRequired: true };
  const noBets = { industryExclusions: ['Betting', 'Oil and Gas'] };
  it.each<Case>([
    [visa, { visaSponsorship: true }, [], []],
    [visa, { visaSponsorship: false }, ['Visa sponsorship is not offered; you need it.'], []],
    [visa, { visaSponsorship: null }, [], ['Visa sponsorship not stated.']],
    [{}, { visaSponsorship: false }, [], []],
    [noBets, { industry: 'Gambling' }, ['Industry is Gambling; you exclude Betting.'], []],
    [noBets, { industry: 'Fintech' }, [], []],
    [
      noBets,
      { industry: 'Fintech', companyName: 'Betting AG' },
      ['Betting AG has an industry you exclude in its name (Betting).'],
      [],
    ],
    [{ maxTravelPercent: 'NONE' }, { travelPercent: 0 }, [], []],
    [{ maxTravelPercent: 'NONE' }, { travelPercent: 10 }, ['Travel of up to 10 %; you want no travel.'], []],
    [{ maxTravelPercent: 'UNDER_25' }, { travelPercent: 20 }, [], []],
    [
      { maxTravelPercent: 'UNDER_25' },
      { travelPercent: 25 },
      [],
      ['Travel of up to 25 % may be more than you want (less than 25 %).'],
    ],
    [{ maxTravelPercent: 'UNDER_25' }, { travelPercent: 30 }, ['Travel of up to 30 %; you want less than 25 %.'], []],
    [{ maxTravelPercent: 'UNDER_50' }, { travelPercent: null }, [], ['Travel not stated.']],
    [{ maxTravelPercent: 'ANY' }, { travelPercent: 100 }, [], []],
    [{ companySizePreference: 'STARTUP' }, { companySize: 100 }, [], []],
    [
      { companySizePreference: 'STARTUP' },
      { companySize: 1_200 },
      ['The employer has about 1,200 people; you want a startup (up to 100).'],
      [],
    ],
    [{ companySizePreference: 'MID_SIZE' }, { companySize: 1_000 }, [], []],
    [
      { companySizePreference: 'ENTERPRISE' },
      { companySize: 101 },
      ['The employer has about 101 people; you want an enterprise (more than 1,000).'],
      [],
    ],
    [{ companySizePreference: 'ENTERPRISE' }, { companySize: null }, [], ['Company size not stated.']],
  ])('%j against %j', (...[someone, opening, failures, warnings]) =>
    expect(gate(someone, opening)).toEqual({ failures, warnings }),
  );
});

describe('who may apply', () => {
  const german = { homeCountry: 'Germany' };
  const texan = { homeCountry: 'USA', homeState: 'Texas' };
  const us = { eligibleCountries: ['US'] };
  it.each<Case>([
    [german, { eligibleCountries: ['FR', 'DE'] }, [], []],
    [german, us, ['Open only to people in the United States; you live in Germany.'], []],
    [
      { ...german, relocationOpen: true },
      us,
      [],
      ['Open only to people in the United States; you would have to move there.'],
    ],
    [
      { ...german, relocationOpen: true, relocationCities: ['Seattle, WA'] },
      us,
      [],
      ['Open only to people in the United States; you would have to move there.'],
    ],
    [
      { ...german, relocationOpen: true, relocationCities: ['Paris, France'] },
      us,
      ['Open only to people in the United States; you live in Germany.'],
      [],
    ],
    [{ homeCountry: '' }, us, [], ['Open only to people in the United States; where you live could not be compared.']],
    [texan, us, [], []],
    [texan, { eligibleCountries: ['US-TX', 'US-FL'] }, [], []],
    [
      { homeCountry: 'US', homeState: 'NY' },
      { eligibleCountries: ['US-TX', 'US-FL'] },
      ['Open only to people in Texas and Florida; you live in New York.'],
      [],
    ],
    [
      { homeCountry: 'US' },
      { eligibleCountries: ['US-TX'] },
      [],
      ['Open only to people in Texas; where you live could not be compared.'],
    ],
    [
      german,
      { eligibleCountries: ['US', 'CA', 'MX', 'BR', 'AR'] },
      ['Open only to people in the United States, Canada, Mexico and 2 more places; you live in Germany.'],
      [],
    ],
    [
      german,
      { country: 'US' },
      [],
      ['Remote from the United States; whether people in Germany may apply is not stated.'],
    ],
    [german, { country: 'US', workModel: 'ONSITE' }, [], []],
    [german, { country: 'DE' }, [], []],
  ])('%j against %j', (...[someone, opening, failures, warnings]) =>
    expect(gate(someone, opening)).toEqual({ failures, warnings }),
  );
});

describe('time zones', () => {
  const place = (from: number, to: number) => ({ timeZones: { from, to, basis: 'PLACE' as const } });
  const hours = (at: number) => ({ timeZones: { from: at, to: at, basis: 'HOURS' as const } });
  it.each<Case>([
    [{ homeCountry: 'Germany' }, place(-1, 3), [], []],
    [{ homeCountry: 'India' }, place(-1, 3), ['Asks for people who live at UTC−1 to UTC+3; you live at UTC+5:30.'], []],
    [
      { homeCountry: 'India', relocationOpen: true },
      place(-1, 3),
      [],
      ['Asks for people who live at UTC−1 to UTC+3; you live at UTC+5:30 and would have to move.'],
    ],
    [
      { homeCountry: 'India', relocationOpen: true, relocationCities: ['Berlin'] },
      place(1, 1),
      [],
      ['Asks for people who live at UTC+1; you live at UTC+5:30 and would have to move.'],
    ],
    [
      { homeCountry: 'India', relocationOpen: true, relocationCities: ['Tokyo'] },
      place(1, 1),
      ['Asks for people who live at UTC+1; you live at UTC+5:30.'],
      [],
    ],
    [{ homeCountry: 'US', homeState: 'CA' }, hours(-5), [], []],
    [{ homeCountry: 'Germany' }, hours(-8), [], ['Asks to work the hours of UTC−8; you live at UTC+1.']],
    [
      { homeCountry: 'US', homeState: 'New York' },
      place(-8, -8),
      ['Asks for people who live at UTC−8; you live at UTC−5.'],
      [],
    ],
    // Somewhere in the country it is that time.
    [{ homeCountry: 'US' }, place(-8, -8), [], []],
    [
      { homeCountry: 'Atlantis' },
      hours(1),
      [],
      ['Asks for the time zone UTC+1; where you live could not be compared.'],
    ],
  ])('%j against %j', (...[someone, opening, failures, warnings]) =>
    expect(gate(someone, opening)).toEqual({ failures, warnings }),
  );
});

describe('rules of one’s own', () => {
  const rule = (type: CustomRule['type'], values: string, field: CustomRule['field'] = 'TITLE') => ({
    customRules: [{ name: 'Mine', type, values, field }],
  });
  it.each<Case>([
    [
      rule('EXCLUDE', 'intern, sales'),
      { title: 'Head of Sales' },
      ['Your rule "Mine" excludes it: its title has "sales".'],
      [],
    ],
    [rule('EXCLUDE', 'intern'), { title: 'Internal Auditor' }, [], []],
    [rule('EXCLUDE', 'C'), { title: 'C++ Developer' }, [], []],
    [
      rule('EXCLUDE', 'C++'),
      { title: 'Senior C++ Developer' },
      ['Your rule "Mine" excludes it: its title has "C++".'],
      [],
    ],
    [
      rule('EXCLUDE', 'São Paulo', 'LOCATION'),
      { location: 'Sao Paulo, Brazil' },
      ['Your rule "Mine" excludes it: its location has "São Paulo".'],
      [],
    ],
    [
      rule('EXCLUDE', 'Berlin', 'LOCATION'),
      { location: null },
      [],
      ['Your rule "Mine" could not be checked: the posting tells no location.'],
    ],
    [rule('REQUIRE', 'staff, principal'), { title: 'Staff Engineer' }, [], []],
    [rule('REQUIRE', 'a, b, c, d'), { title: 'Cook' }, ['Your rule "Mine" requires "a", "b", "c" … in its title.'], []],
    [rule('REQUIRE', 'machine learning', 'DESCRIPTION'), { descriptionText: 'You know Machine-Learning.' }, [], []],
    [rule('REQUIRE', 'banking', 'INDUSTRY'), { industry: 'Fintech' }, [], []],
    [
      rule('EXCLUDE', 'fintech', 'INDUSTRY'),
      { industry: null },
      [],
      ['Your rule "Mine" could not be checked: the posting tells no industry.'],
    ],
    [rule('EXCLUDE', ' , ;'), {}, [], []],
    [rule('EXCLUDE', 'مطور'), { title: 'مطور برامج' }, ['Your rule "Mine" excludes it: its title has "مطور".'], []],
  ])('%j against %j', (...[someone, opening, failures, warnings]) =>
    expect(gate(someone, opening)).toEqual({ failures, warnings }),
  );

  it('come last, in their order', () => {
    const customRules = ['B', 'A'].map((name) => ({
      name,
      type: 'EXCLUDE' as const,
      values: 'cook',
      field: 'TITLE' as const,
    }));
    const { failures } = checkNonNegotiables(
      persona({ customRules, maxTravelPercent: 'NONE', visaSponsorshipRequired: true, homeCountry: 'DE' }),
      posting({ title: 'Cook', travelPercent: 5, visaSponsorship: false, eligibleCountries: ['US'] }),
    );
    expect(failures.map((each) => each.slice(0, 16))).toEqual([
      'Visa sponsorship',
      'Travel of up to ',
      'Open only to peo',
      'Your rule "B" ex',
      'Your rule "A" ex',
    ]);
  });
});

describe('any gate', () => {
  it('finds no more wrong with a posting that says nothing than with one that says it all wrong', () => {
    fc.assert(
      fc.property(anyPersona, anyPosting, (someone, opening) => {
        const silent = {
          visaSponsorship: null,
          travelPercent: null,
          companySize: null,
          eligibleCountries: null,
          timeZones: null,
        };
        const said = checkNonNegotiables(someone, opening).failures;
        expect(said).toEqual(
          expect.arrayContaining([...checkNonNegotiables(someone, { ...opening, ...silent }).failures]),
        );
      }),
    );
  });
});
