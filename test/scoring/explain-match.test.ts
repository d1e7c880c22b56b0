import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainMatch } from '#scoring/explain-match.ts';
import { fitScore } from '#scoring/fit-score.ts';
import type { ScoredPersona, ScoredPosting } from '#scoring/scored-inputs.ts';
import { stretchScore } from '#scoring/stretch-score.ts';
import { anyPersona, anyPosting, has, persona, posting, prefers, requires, wants } from './sample-inputs.ts';

const explanation = (someone: ScoredPersona, opening: ScoredPosting) =>
  explainMatch(someone, opening, { fit: fitScore(someone, opening), stretch: stretchScore(someone, opening) });
const explain = (someone: ScoredPersona, opening: ScoredPosting) => explanation(someone, opening).summary;

describe('explainMatch', () => {
  it.each([
    [85, 'Strong fit.'],
    [84, 'Good fit.'],
    [70, 'Good fit.'],
    [69, 'Moderate fit.'],
    [55, 'Moderate fit.'],
    [54, 'Weak fit.'],
  ])('takes its tone from a total of %d', (total, verdict) => {
    const [someone, opening] = [persona({ skills: [has('Go')] }), posting({ skills: [requires('Go'), requires('C')] })];
    const scores = { fit: { ...fitScore(someone, opening), total }, stretch: stretchScore(someone, opening) };
    expect(explainMatch(someone, opening, scores).summary).toBe(verdict);
  });

  it('names at most three skills the persona has, and experience in range', () => {
    const asked = ['Go', 'Rust', 'SQL', 'Ada'].map((name) => requires(name));
    const someone = persona({ skills: ['Go', 'Rust', 'SQL', 'Ada'].map((name) => has(name)) });
    expect(explain(someone, posting({ skills: asked, yearsMin: 3, yearsMax: 7 }))).toBe(
      'Strong fit: you know Ada, Go and Rust; your experience suits the 3 to 7 years asked for.',
    );
  });

  it.each([
    [1, null, 'the 1 or more years asked for'],
    [5, 5, 'the 5 years asked for'],
    [null, 9, 'the at most 9 years asked for'],
  ])('words the years %s to %s', (yearsMin, yearsMax, wording) => {
    expect(explain(persona(), posting({ yearsMin, yearsMax }))).toContain(wording);
  });

  it('names at most three required skills that are missing, and the limit that follows', () => {
    const asked = [prefers('Ada'), ...['Zig', 'Rust', 'SQL', 'Go'].map((name) => requires(name))];
    const someone = persona({ skills: [has('Ada')], titles: ['Software Engineer'] });
    expect(explain(someone, posting({ skills: asked, yearsMin: 3 }))).toBe(
      'Weak fit: your experience suits the 3 or more years asked for. ' +
        'Gaps: missing Go, Rust and SQL; so the score stops at 49.',
    );
  });

  it('names no nice-to-have skill among the missing while a required one is', () => {
    const asked = [requires('Zig'), prefers('Ada'), prefers('Go')];
    expect(explain(persona({ skills: [has('SQL')] }), posting({ skills: asked }))).toContain('missing Zig.');
  });

  it('sees little practice where all skills are there but far below the years asked for', () => {
    const someone = persona({ skills: [has('Go', 'FAMILIAR')] });
    expect(explain(someone, posting({ skills: [requires('Go', 5)] }))).toBe(
      'Moderate fit. Gaps: little practice in the skills asked for.',
    );
  });

  it.each([
    [1, '1 year of experience where the posting asks for 5 to 8 years'],
    [null, 'no experience stated where the posting asks for 5 to 8 years'],
  ])('calls %s years against 5 to 8 a gap of the right kind', (yearsExperience, gap) => {
    expect(explain(persona({ yearsExperience }), posting({ yearsMin: 5, yearsMax: 8 }))).toContain(gap);
  });

  it.each([
    [18, ['Possibly overqualified: 18 years of experience where the posting asks for 5 to 8 years.']],
    // Ten points below the half that too many years cost at most.
    [16, []],
    [8, []],
    [1, []],
  ])('warns of being overqualified with %s years against 5 to 8: %j', (yearsExperience, warnings) => {
    const { gaps, ...rest } = explanation(persona({ yearsExperience }), posting({ yearsMin: 5, yearsMax: 8 }));
    expect(rest.warnings).toEqual(warnings);
    expect(gaps.length > 0).toBe(yearsExperience === 1);
  });

  it('lists what it sums up in sentences of their own', () => {
    const someone = persona({ yearsExperience: 6, skills: [has('Go'), has('C')] });
    const asked = ['Go', 'Ada', 'Rust', 'Zig'].map((name) => requires(name));
    expect(explanation(someone, posting({ skills: asked, yearsMin: 5 }))).toMatchObject({
      strengths: ['Your experience suits the 5 or more years asked for.'],
      gaps: ['Missing Ada, Rust and Zig.', 'So the score stops at 49.'],
      warnings: [],
    });
  });

  it.each([
    [['Data Analyst'], ['SQL', 'Go'], ['Near']],
    [['data  analyst'], ['SQL', 'Go', 'Ada', 'C'], ['Near', 'Asks']],
    [['PM'], ['SQL'], []],
    [[], [], []],
  ])('says how %j with %j leads where the persona wants to go', (targetRoles, targets, notes) => {
    const someone = persona({ targetRoles, targetSkills: wants(...targets) });
    const skills = ['Go', 'C', 'Ada'].map((name) => requires(name));
    const words = {
      Near: `This is or comes near a role you aim for: ${targetRoles[0]}.`,
      Asks: 'It asks for Ada, C and Go, which you want to work with.',
    };
    expect(explanation(someone, posting({ title: 'Data Analyst', skills })).stretchNotes).toEqual(
      notes.map((note) => words[note as keyof typeof words]),
    );
  });

  it.each([
    [10, true],
    [11, false],
  ])('takes %s years against 5 to 8 for a strength: %s', (yearsExperience, isStrength) => {
    const summary = explain(persona({ yearsExperience }), posting({ yearsMin: 5, yearsMax: 8 }));
    expect(summary.includes('your experience suits')).toBe(isStrength);
  });

  it('explains the limit that missing skills set, also where the component alone is fair', () => {
    const asked = [...['Ada', 'C', 'Go', 'SQL', 'Zig'].map((name) => requires(name)), prefers('Rust')];
    const someone = persona({ skills: [has('Ada'), has('C'), has('Rust')] });
    expect(explain(someone, posting({ skills: asked }))).toBe(
      'Weak fit. Gaps: missing Go, SQL and Zig; so the score stops at 49.',
    );
  });

  it('praises no skills where none asked for is known, though none is required', () => {
    const summary = explain(persona({ skills: [has('Go')] }), posting({ skills: [prefers('Ada')] }));
    expect(summary).toBe('Good fit.');
  });

  it('explains the limit that short experience sets, also where its component alone is fair', () => {
    const someone = persona({ yearsExperience: 3, skills: [has('Go')] });
    expect(explain(someone, posting({ yearsMin: 5, skills: [requires('Go')] }))).toBe(
      'Good fit: you know Go. ' +
        'Gaps: 3 years of experience where the posting asks for 5 or more years; so the score stops at 70.',
    );
  });

  it('says that there was little to judge by', () => {
    expect(explain(persona(), posting())).toBe(
      'Good fit. The posting names neither hard skills nor years of experience.',
    );
  });

  it('takes one or two sentences, whatever it explains', () => {
    fc.assert(
      fc.property(anyPersona, anyPosting, (someone, opening) => {
        expect(explain(someone, opening)).toMatch(/^(?:Strong|Good|Moderate|Weak) fit(?:: [^.]+)?\.(?: [^.]+\.)?$/);
      }),
    );
  });
});
