import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORER_VERSION, prepareMatcher, scoreMatch } from '#scoring/score-match.ts';
import { similarityVersion } from '#scoring/title-similarity.ts';
import {
  anyPersona,
  anyPosting,
  has,
  inOrder,
  persona,
  personaFields,
  posting,
  postingFields,
  prefers,
  requires,
  soft,
  wants,
} from './sample-inputs.ts';

/** One text for all inputs that differ in nothing but the order of lists. */
const canonical = (inputs: object) =>
  JSON.stringify(inputs, (_key, part: unknown) =>
    Array.isArray(part) ? part.map((entry) => JSON.stringify(entry)).toSorted() : part,
  );
const isSame = (left: object, right: object) => canonical(left) === canonical(right);

const hashOf = (...inputs: Parameters<typeof scoreMatch>) => scoreMatch(...inputs).inputsHash;

describe('scoreMatch', () => {
  it('gives the score with its whole explanation', () => {
    const someone = persona({
      skills: [has('Python', 'EXPERT')],
      titles: ['Engineer'],
      currentRole: 'Engineer',
      targetRoles: ['Zzyzx'],
      targetSkills: wants('Go', 'Python', 'C'),
    });
    const opening = posting({
      title: 'Engineer',
      yearsMin: 3,
      yearsMax: 7,
      skills: [requires('Python'), prefers('Go')],
    });
    expect(scoreMatch(someone, opening)).toEqual({
      fitScore: 88,
      fitNearness: 9375,
      stretchScore: 66,
      failedNonNegotiables: [],
      warnings: [],
      scoreDetails: {
        fit: {
          total: 88,
          label: 'MEDIUM',
          components: [
            { name: 'hard_skills', value: 80, weight: 0.4, neutral: false },
            { name: 'soft_skills', value: 70, weight: 0.15, neutral: true },
            { name: 'experience_level', value: 100, weight: 0.25, neutral: false },
            { name: 'role_title', value: 100, weight: 0.1, neutral: false },
            { name: 'location_logistics', value: 100, weight: 0.1, neutral: false },
          ],
          matchedSkills: ['Python'],
          missingSkills: ['Go'],
        },
        stretch: {
          total: 66,
          label: 'MODERATE_GROWTH',
          components: [
            { name: 'target_role', value: 50, weight: 0.5, neutral: true },
            { name: 'target_skills', value: 85, weight: 0.4, neutral: false },
            { name: 'trajectory', value: 70, weight: 0.1, neutral: false },
          ],
          matchedSkills: ['Go', 'Python'],
          missingSkills: ['C'],
        },
        summary: 'Strong fit: you know Python; your experience suits the 3 to 7 years asked for.',
        strengths: ['You know Python.', 'Your experience suits the 3 to 7 years asked for.'],
        gaps: [],
        stretchNotes: ['It asks for Go and Python, which you want to work with.'],
        scorerVersion: SCORER_VERSION,
        similarityVersion: similarityVersion(),
      },
      inputsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('scores nothing where a non-negotiable fails, and says which', () => {
    const match = scoreMatch(persona({ remotePreference: 'REMOTE_ONLY' }), posting({ workModel: 'ONSITE' }));
    expect(match).toMatchObject({
      fitScore: null,
      scoreDetails: null,
      failedNonNegotiables: ['Work is on site; you want remote work only.'],
    });
  });

  it('scores nothing for a persona without skills, and says so, which is not a failure', () => {
    expect(scoreMatch(persona(), posting({ skills: [requires('Go')] }))).toMatchObject({
      fitScore: null,
      stretchScore: null,
      scoreDetails: null,
      failedNonNegotiables: [],
      warnings: ['Not scored: this persona has no skills yet.'],
    });
  });

  it('warns of too many years after what could not be checked', () => {
    const someone = persona({ skills: [has('Go')], yearsExperience: 40 });
    expect(scoreMatch(someone, posting({ isIncomplete: true, yearsMax: 2 })).warnings).toEqual([
      'Provisional: the source gives no full text.',
      'Possibly overqualified: 40 years of experience where the posting asks for at most 2 years.',
    ]);
  });

  it('calls the score of an incomplete posting provisional, after what could not be checked', () => {
    const opening = posting({ isIncomplete: true, salaryMin: null, salaryMax: null });
    expect(scoreMatch(persona({ skills: [has('Go')] }), opening).warnings).toEqual([
      'Salary not disclosed.',
      'Provisional: the source gives no full text.',
    ]);
  });

  it('has scores exactly when nothing fails and there are skills, and they are the totals it explains', () => {
    fc.assert(
      fc.property(anyPersona, anyPosting, (someone, opening) => {
        const { fitScore, stretchScore, failedNonNegotiables, scoreDetails } = scoreMatch(someone, opening);
        expect(fitScore === null).toBe(failedNonNegotiables.length > 0 || someone.skills.length === 0);
        expect(scoreDetails?.fit.total ?? null).toBe(fitScore);
        expect(scoreDetails?.stretch?.total ?? null).toBe(stretchScore);
      }),
    );
  });

  it('does not depend on the order of any list', () => {
    const order = fc.func(fc.nat());
    fc.assert(
      fc.property(anyPersona, anyPosting, order, (someone, opening, rank) => {
        const shuffled = <Entry>(list: readonly Entry[]) => list.toSorted((left, right) => rank(left) - rank(right));
        const otherPersona = {
          ...someone,
          skills: shuffled(someone.skills),
          titles: shuffled(someone.titles),
          targetRoles: shuffled(someone.targetRoles),
          targetSkills: shuffled(someone.targetSkills),
          commutableCities: shuffled(someone.commutableCities),
          relocationCities: shuffled(someone.relocationCities),
        };
        const otherPosting = { ...opening, skills: shuffled(opening.skills) };
        expect(scoreMatch(otherPersona, otherPosting)).toEqual(scoreMatch(someone, opening));
      }),
    );
  });

  it('answers for a posting alike, whatever the matcher saw before', () => {
    fc.assert(
      fc.property(anyPersona, fc.array(anyPosting, { maxLength: 4 }), anyPosting, (someone, before, opening) => {
        const { match } = prepareMatcher(someone);
        for (const earlier of before) match(earlier);
        expect(match(opening)).toEqual(scoreMatch(someone, opening));
      }),
    );
  });

  it('tells without explaining whether a fit is reached', () => {
    fc.assert(
      fc.property(anyPersona, anyPosting, fc.integer({ min: 0, max: 100 }), (someone, opening, total) => {
        const { fitScore } = scoreMatch(someone, opening);
        const { reaches } = prepareMatcher(someone);
        expect(reaches(opening, total)).toBe(fitScore !== null && fitScore >= total);
        if (fitScore === null) return;
        expect([reaches(opening, fitScore), reaches(opening, fitScore + 1)]).toEqual([true, false]);
      }),
    );
  });

  it('leaves its inputs as they are', () => {
    const skills = Object.freeze([prefers('Go'), requires('Ada')]);
    const match = scoreMatch(persona({ skills: [has('C')] }), Object.freeze(posting({ skills })));
    expect(match.scoreDetails?.fit.missingSkills).toEqual(['Ada', 'Go']);
    expect(skills.map(({ name }) => name)).toEqual(['Go', 'Ada']);
  });
});

describe('inputsHash', () => {
  it.each(Object.keys(personaFields))('changes exactly with the persona’s %s', (field) => {
    const drawn = fc.tuple(anyPersona, anyPersona, anyPosting);
    fc.assert(
      fc.property(drawn, ([someone, other, opening]) => {
        const changed = Object.fromEntries(Object.entries(other).filter(([name]) => name === field));
        const mixed = { ...someone, ...changed };
        expect(hashOf(mixed, opening) === hashOf(someone, opening)).toBe(isSame(mixed, someone));
      }),
    );
  });

  it.each(Object.keys(postingFields))('changes exactly with the posting’s %s', (field) => {
    fc.assert(
      fc.property(anyPersona, anyPosting, anyPosting, (someone, opening, other) => {
        const changed = Object.fromEntries(Object.entries(other).filter(([name]) => name === field));
        const mixed = inOrder({ ...opening, ...changed });
        expect(hashOf(someone, mixed) === hashOf(someone, opening)).toBe(isSame(mixed, opening));
      }),
    );
  });

  it.each([{ key: 'golang' }, { name: 'Golang' }, { kind: 'SOFT' }, { required: false }, { years: 3 }] as const)(
    'changes with a requested skill’s %j',
    (change) => {
      const before = posting({ skills: [requires('Go')] });
      expect(hashOf(persona(), posting({ skills: [{ ...requires('Go'), ...change }] }))).not.toBe(
        hashOf(persona(), before),
      );
    },
  );

  it('is the same on every machine and in every release with these rules', () => {
    // A release that changes this hash has every stored score written anew: it needs a new SCORER_VERSION, or none at all.
    const inputs = [persona({ skills: [has('Go')] }), posting({ skills: [requires('Go')] })] as const;
    expect([similarityVersion(), hashOf(...inputs)]).toEqual([
      '360759db2f2e',
      '962a580bbd5f4ae2ff4c7a91eff06c64bf136912e7c6fde65f465df2bb95b81a',
    ]);
  });

  it('does not take text across fields or entries for the same', () => {
    const joined = posting({ title: 'A', companyName: 'B,C' });
    expect(hashOf(persona(), joined)).not.toBe(hashOf(persona(), posting({ title: 'A,B', companyName: 'C' })));
    const one = persona({ titles: ['A","B'] });
    expect(hashOf(one, posting())).not.toBe(hashOf(persona({ titles: ['A', 'B'] }), posting()));
  });

  it('stands for the same inputs in any order of their keys', () => {
    const reversed = Object.fromEntries(Object.entries(posting({ skills: [soft('Teamwork')] })).toReversed());
    const same = { ...posting(), ...reversed };
    expect(hashOf(persona(), same)).toBe(hashOf(persona(), posting({ skills: [soft('Teamwork')] })));
  });
});
