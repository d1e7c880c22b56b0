import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNonNegotiables } from '#scoring/non-negotiables.ts';
import { anyPersona, anyPosting, persona, posting } from './sample-inputs.ts';

const passed = { failures: [], warnings: [] };

describe('remote preference', () => {
  it.each([
    ['REMOTE_ONLY', 'REMOTE', []],
    ['REMOTE_ONLY', 'HYBRID', ['Work is hybrid; you want remote work only.']],
    ['REMOTE_ONLY', 'ONSITE', ['Work is on site; you want remote work only.']],
    ['REMOTE_ONLY', null, ['Work model not disclosed; you want remote work only.']],
    ['HYBRID_OK', 'REMOTE', []],
    ['HYBRID_OK', 'HYBRID', []],
    ['HYBRID_OK', 'ONSITE', ['Work is on site; you want remote or hybrid work.']],
    ['HYBRID_OK', null, ['Work model not disclosed; you want remote or hybrid work.']],
    ['ONSITE_OK', 'ONSITE', []],
    ['ONSITE_OK', null, []],
    ['NO_PREFERENCE', 'ONSITE', []],
    ['NO_PREFERENCE', null, []],
  ] as const)('%s against %s', (remotePreference, workModel, failures) => {
    expect(checkNonNegotiables(persona({ remotePreference }), posting({ workModel }))).toEqual({ ...passed, failures });
  });
});

describe('minimum salary', () => {
  const wants120 = persona({ minimumBaseSalary: 120_000 });

  it('passes a top that equals the minimum', () => {
    expect(checkNonNegotiables(wants120, posting({ salaryMax: 120_000 }))).toEqual(passed);
  });

  it('fails a top below it and shows both amounts', () => {
    const { failures } = checkNonNegotiables(wants120, posting({ salaryMin: 80_000, salaryMax: 90_000 }));
    expect(failures).toEqual(['Salary is below your minimum ($90,000 < $120,000).']);
  });

  it('names a currency that has no sign of its own', () => {
    const wantsEuros = persona({ minimumBaseSalary: 70_000, salaryCurrency: 'EUR' });
    const { failures } = checkNonNegotiables(wantsEuros, posting({ salaryMax: 60_000, salaryCurrency: 'eur' }));
    expect(failures).toEqual(['Salary is below your minimum (EUR 60,000 < EUR 70,000).']);
  });

  it('passes a bottom at the minimum when no top is disclosed', () => {
    expect(checkNonNegotiables(wants120, posting({ salaryMin: 120_000, salaryMax: null }))).toEqual(passed);
  });

  it('only warns of a bottom below the minimum when no top is disclosed', () => {
    const result = checkNonNegotiables(wants120, posting({ salaryMin: 90_000, salaryMax: null }));
    expect(result).toEqual({ failures: [], warnings: ['Only the lowest salary is disclosed ($90,000 < $120,000).'] });
  });

  it.each([
    ['EUR', 'Salary is in EUR; your minimum is in USD.'],
    [null, 'Salary is in an unknown currency; your minimum is in USD.'],
  ])('does not compare with a salary in %s', (salaryCurrency, warning) => {
    const result = checkNonNegotiables(wants120, posting({ salaryMax: 1, salaryCurrency }));
    expect(result).toEqual({ failures: [], warnings: [warning] });
  });

  it.each([120_000, null])('warns when nothing is disclosed and the minimum is %s', (minimumBaseSalary) => {
    const result = checkNonNegotiables(persona({ minimumBaseSalary }), posting({ salaryMin: null, salaryMax: null }));
    expect(result).toEqual({ failures: [], warnings: ['Salary not disclosed.'] });
  });

  it('asks for nothing when none is set', () => {
    expect(checkNonNegotiables(persona(), posting({ salaryMax: 1, salaryCurrency: 'EUR' }))).toEqual(passed);
  });
});

const onsiteIn = (location: string | null) => posting({ workModel: 'ONSITE', location });

describe('cities', () => {
  const seattle = persona({ commutableCities: ['Seattle'] });

  it('passes any place when none is named', () => {
    expect(checkNonNegotiables(persona(), onsiteIn('Paris'))).toEqual(passed);
  });

  it('passes the city in another wording', () => {
    expect(checkNonNegotiables(seattle, onsiteIn('Seattle, WA'))).toEqual(passed);
  });

  it('passes remote work anywhere', () => {
    expect(checkNonNegotiables(seattle, posting({ location: 'Paris' }))).toEqual(passed);
  });

  it.each(['ONSITE', 'HYBRID', null] as const)('fails another city when the work model is %s', (workModel) => {
    const { failures } = checkNonNegotiables(seattle, posting({ workModel, location: 'Paris ' }));
    expect(failures).toEqual(['Location Paris is outside the cities you named.']);
  });

  it('fails an unknown place', () => {
    const { failures } = checkNonNegotiables(seattle, onsiteIn(null));
    expect(failures).toEqual(['Location not disclosed; you named the cities you can work in.']);
  });

  it('counts cities to move to only for those who would move', () => {
    const mover = { commutableCities: ['Seattle'], relocationCities: ['Paris'] };
    expect(checkNonNegotiables(persona({ ...mover, relocationOpen: true }), onsiteIn('Paris'))).toEqual(passed);
    expect(checkNonNegotiables(persona({ ...mover, relocationOpen: true }), onsiteIn('Rome')).failures).toHaveLength(1);
    expect(checkNonNegotiables(persona({ ...mover, relocationOpen: false }), onsiteIn('Paris')).failures).toHaveLength(
      1,
    );
  });

  it('lets those pass who would move and name no city', () => {
    const anywhere = persona({ commutableCities: ['Seattle'], relocationOpen: true });
    expect(checkNonNegotiables(anywhere, onsiteIn('Rome'))).toEqual(passed);
  });
});

describe('exclusions and visa', () => {
  const noCrypto = persona({ industryExclusions: ['Gambling', 'Crypto'] });

  it('warns that the industry is unknown', () => {
    expect(checkNonNegotiables(noCrypto, posting())).toEqual({
      failures: [],
      warnings: ['Industry not disclosed; the ones you exclude could not be checked.'],
    });
  });

  it('fails an employer with the industry in its name, as whole words', () => {
    const { failures, warnings } = checkNonNegotiables(noCrypto, posting({ companyName: 'crypto.com' }));
    expect(failures).toEqual(['crypto.com has an industry you exclude in its name (Crypto).']);
    expect(warnings).toEqual([]);
    expect(checkNonNegotiables(noCrypto, posting({ companyName: 'Cryptography Labs' })).failures).toEqual([]);
  });

  it('takes no exclusion out of blanks', () => {
    expect(checkNonNegotiables(persona({ industryExclusions: [' ', '-'] }), posting())).toEqual(passed);
  });

  it('warns that sponsorship is not stated when a visa is needed', () => {
    const { failures, warnings } = checkNonNegotiables(persona({ visaSponsorshipRequired: true }), posting());
    expect({ failures, warnings }).toEqual({ failures: [], warnings: ['Visa sponsorship not stated.'] });
  });
});

describe('checkNonNegotiables', () => {
  it('passes everything when nothing is set', () => {
    expect(checkNonNegotiables(persona(), posting())).toEqual(passed);
  });

  it('reports every failure, in the order remote, salary, city, exclusion', () => {
    const strict = persona({
      remotePreference: 'REMOTE_ONLY',
      minimumBaseSalary: 120_000,
      commutableCities: ['Seattle'],
      industryExclusions: ['Gambling'],
    });
    const bad = posting({ workModel: 'ONSITE', salaryMax: 90_000, location: 'Paris', companyName: 'Royal Gambling' });
    expect(checkNonNegotiables(strict, bad).failures.map((reason) => reason.split(' ')[0])).toEqual([
      'Work',
      'Salary',
      'Location',
      'Royal',
    ]);
  });

  it('never gets laxer by a wish more', () => {
    const wishes = fc.record({
      minimum: fc.nat(300_000),
      exclusion: fc.constantFrom('Crypto', 'Acme'),
      strict: fc.boolean(),
    });
    fc.assert(
      fc.property(anyPersona, anyPosting, wishes, (someone, opening, { minimum, exclusion, strict }) => {
        const stricter = {
          ...someone,
          minimumBaseSalary: (someone.minimumBaseSalary ?? 0) + minimum,
          industryExclusions: [...someone.industryExclusions, exclusion],
          remotePreference: strict ? ('REMOTE_ONLY' as const) : someone.remotePreference,
        };
        const before = checkNonNegotiables(someone, opening).failures.length;
        expect(checkNonNegotiables(stricter, opening).failures.length).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('never gets stricter by a city more, once cities are named', () => {
    const oneCity = anyPersona.filter(({ commutableCities }) => commutableCities.length > 0);
    fc.assert(
      fc.property(oneCity, anyPosting, fc.constantFrom('Seattle', 'Paris'), (someone, opening, city) => {
        const wider = { ...someone, commutableCities: [...someone.commutableCities, city] };
        const before = checkNonNegotiables(someone, opening).failures.length;
        expect(checkNonNegotiables(wider, opening).failures.length).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never gets stricter by a better salary', () => {
    fc.assert(
      fc.property(anyPersona, anyPosting, fc.nat(300_000), (someone, opening, raise) => {
        fc.pre(opening.salaryMax !== null);
        const better = { ...opening, salaryMax: (opening.salaryMax ?? 0) + raise };
        const before = checkNonNegotiables(someone, opening).failures.length;
        expect(checkNonNegotiables(someone, better).failures.length).toBeLessThanOrEqual(before);
      }),
    );
  });
});
