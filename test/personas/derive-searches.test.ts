import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSearches, searchFingerprint, searchLimits, type SearchedPersona } from '#personas/derive-searches.ts';

const skill = (skillName: string, change: Partial<SearchedPersona['skills'][number]> = {}) =>
  ({ skillName, skillType: 'HARD', proficiency: 'PROFICIENT', yearsUsed: 3, ...change }) as const;

const nobody: SearchedPersona = {
  currentRole: null,
  targetRoles: [],
  targetSkills: [],
  stretchAppetite: 'MEDIUM',
  homeCity: '',
  commutableCities: [],
  relocationCities: [],
  remotePreference: 'NO_PREFERENCE',
  skills: [],
};
const engineer: SearchedPersona = {
  ...nobody,
  currentRole: 'Software Engineer',
  targetRoles: ['Data Engineer', 'Staff Engineer', 'Head of Engineering'],
  targetSkills: ['Rust', 'typescript'],
  homeCity: 'Berlin',
  commutableCities: ['Potsdam'],
  skills: [
    skill('C++', { yearsUsed: 1 }),
    skill('TypeScript', { proficiency: 'EXPERT' }),
    skill('Haskell', { proficiency: 'LEARNING' }),
    skill('Mentoring', { skillType: 'SOFT' }),
  ],
};

describe('deriveSearches', () => {
  it('looks for what the persona is, by its best skills and where it lives', () => {
    expect(deriveSearches(engineer).fitSearches).toEqual([
      {
        label: 'Software Engineer',
        titles: ['Software Engineer'],
        keywords: ['TypeScript', 'C++'],
        remoteokTags: ['typescript'],
        location: 'Berlin',
      },
      expect.objectContaining({ label: 'Data Engineer', titles: ['Data Engineer'] }),
      expect.objectContaining({ label: 'TypeScript and C++', titles: [] }),
      expect.objectContaining({ label: 'Software Engineer in Potsdam', location: 'Potsdam' }),
    ]);
  });

  it.each([
    ['LOW', [['Senior Software Engineer'], ['Software Engineer']]],
    ['MEDIUM', [['Staff Engineer'], ['Senior Software Engineer', 'Lead Software Engineer'], ['Software Engineer']]],
    [
      'HIGH',
      [['Staff Engineer'], ['Head of Engineering'], ['Lead Software Engineer', 'Director of Software Engineering']],
    ],
  ] as const)('climbs as far as the appetite goes: %s', (stretchAppetite, titles) => {
    const { stretchSearches } = deriveSearches({ ...engineer, stretchAppetite });
    expect(stretchSearches.map((search) => search.titles)).toEqual(titles);
  });

  it('looks for skills that are wished for and not there yet', () => {
    const { stretchSearches } = deriveSearches({ ...engineer, targetRoles: [] });
    expect(stretchSearches.at(-1)).toMatchObject({ label: 'Rust', keywords: ['Rust'], titles: ['Software Engineer'] });
  });

  it('names no place where the work is remote, and none but home where there is no other', () => {
    const remote = deriveSearches({ ...engineer, remotePreference: 'REMOTE_ONLY' });
    expect([...remote.fitSearches, ...remote.stretchSearches].map(({ location }) => location)).not.toContain('Berlin');
    expect(deriveSearches({ ...engineer, homeCity: ' ' }).fitSearches[0]?.location).toBe('Potsdam');
  });

  it('goes by the wished-for titles where there is no present one, and finds nothing in nothing', () => {
    expect(deriveSearches({ ...nobody, targetRoles: ['Nurse'] }).fitSearches.map(({ label }) => label)).toEqual([
      'Nurse',
    ]);
    expect(deriveSearches(nobody)).toEqual({ fitSearches: [], stretchSearches: [] });
  });

  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), { maxLength: 20 });
  const anyone = fc.record({
    ...Object.fromEntries(Object.keys(nobody).map((key) => [key, fc.constant(nobody[key as keyof SearchedPersona])])),
    currentRole: fc.option(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 255 }), fc.constant('Lead Nurse'))),
    targetRoles: words,
    targetSkills: words,
    commutableCities: words,
    stretchAppetite: fc.constantFrom('LOW', 'MEDIUM', 'HIGH'),
    skills: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).map((name) => skill(name))),
  }) as unknown as fc.Arbitrary<SearchedPersona>;

  it('stays within what may be edited, whatever a persona says', () => {
    const isWithin = (text: string, most: number): boolean => text.length <= most && text.isWellFormed();
    fc.assert(
      fc.property(anyone, (persona) => {
        const { fitSearches, stretchSearches } = deriveSearches(persona);
        expect(fitSearches.length).toBeLessThanOrEqual(4);
        expect(stretchSearches.length).toBeLessThanOrEqual(3);
        for (const { label, keywords, titles, remoteokTags, location } of [...fitSearches, ...stretchSearches]) {
          expect(label).not.toBe('');
          expect(isWithin(label, searchLimits.label) && isWithin(location ?? '', searchLimits.location)).toBe(true);
          expect(keywords.every((each) => isWithin(each, searchLimits.keyword))).toBe(true);
          expect(titles.every((each) => isWithin(each, searchLimits.title))).toBe(true);
          expect(remoteokTags.every((each) => isWithin(each, searchLimits.remoteokTag))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('searchFingerprint', () => {
  it('is that of the same facts in any order, and of no others', () => {
    const print = searchFingerprint(engineer);
    const turned = {
      ...engineer,
      skills: engineer.skills.toReversed(),
      targetRoles: engineer.targetRoles.toReversed(),
    };
    expect(searchFingerprint(turned)).toBe(print);
    const changes: Partial<SearchedPersona>[] = [
      { currentRole: null },
      { targetRoles: [] },
      { targetSkills: [] },
      { stretchAppetite: 'LOW' },
      { homeCity: '' },
      { commutableCities: [] },
      { relocationCities: ['Rome'] },
      { remotePreference: 'REMOTE_ONLY' },
      { skills: [] },
    ];
    expect(new Set(changes.map((change) => searchFingerprint({ ...engineer, ...change })).concat(print)).size).toBe(10);
  });
});
