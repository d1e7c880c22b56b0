import { describe, expect, it } from 'vitest';
import { judgeRepost, type RepostCandidate, type RepostSubject } from '#job-pool/judge-repost.ts';

const dayMs = 24 * 60 * 60 * 1000;
const firstSweep = new Date('2025-10-01T06:00:00Z');
const text = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');

const candidate: RepostCandidate = {
  id: 'earlier',
  sourceIds: new Set(['board']),
  companyKey: 'acme',
  titleKey: 'baker',
  placeKey: 'berlin',
  descriptionText: text,
  firstSeenAt: firstSweep,
  isActive: false,
};
const incoming = (days: number, fields: Partial<RepostSubject> = {}): RepostSubject => ({
  ...candidate,
  sourceId: 'board',
  firstSeenAt: new Date(firstSweep.getTime() + days * dayMs),
  ...fields,
});

describe('judgeRepost', () => {
  it('calls it a repost when the same requisition comes back after it has gone, and says why', () => {
    expect(judgeRepost(incoming(10), candidate)).toEqual({
      previousId: 'earlier',
      ratio: 1,
      companyKey: 'acme',
      titleKey: 'baker',
      placeKey: 'berlin',
      daysApart: 10,
      previousWasGone: true,
    });
  });

  it.each([
    { when: 'in the same sweep', days: 0, isActive: false, isRepost: false },
    { when: 'within a day', days: 0.99, isActive: false, isRepost: false },
    { when: 'after a day', days: 1, isActive: false, isRepost: true },
    { when: 'before the other', days: -5, isActive: false, isRepost: false },
    { when: 'after 90 days', days: 90, isActive: false, isRepost: true },
    { when: 'later than that', days: 90.01, isActive: false, isRepost: false },
    { when: 'while the other is open, before 30 days', days: 29.9, isActive: true, isRepost: false },
    { when: 'while the other is open, after 30 days', days: 30, isActive: true, isRepost: true },
  ])('judges one first seen $when: $isRepost', ({ days, isActive, isRepost }) => {
    expect(judgeRepost(incoming(days), { ...candidate, isActive }) !== null).toBe(isRepost);
  });

  it.each([
    ['source', { sourceId: 'other board' }],
    ['company', { companyKey: 'other' }],
    ['title', { titleKey: 'baker senior' }],
    ['place', { placeKey: 'paris' }],
  ])('takes another %s for another requisition, even with equal text', (_, fields) => {
    expect(judgeRepost(incoming(10, fields), candidate)).toBeNull();
  });

  it('needs text that is alike by 0.70', () => {
    const changed = (kept: number): string =>
      text
        .split(' ')
        .map((word, index) => (index < kept ? word : `new${index}`))
        .join(' ');
    expect(judgeRepost(incoming(10, { descriptionText: changed(70) }), candidate)?.ratio).toBeCloseTo(0.7);
    expect(judgeRepost(incoming(10, { descriptionText: changed(69) }), candidate)).toBeNull();
  });

  it('never judges by texts too short or titles without words', () => {
    const short = { descriptionText: 'We bake.' };
    expect(judgeRepost(incoming(10, short), { ...candidate, ...short })).toBeNull();
    const untitled = { titleKey: '' };
    expect(judgeRepost(incoming(10, untitled), { ...candidate, ...untitled })).toBeNull();
  });
});
