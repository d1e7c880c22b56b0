import { describe, expect, it } from 'vitest';
import { deriveWorkModel } from '#job-pool/derive-work-model.ts';
import { samplePosting } from './sample-posting.ts';

describe('deriveWorkModel', () => {
  it.each([
    ['Remote - US', 'REMOTE'],
    ['US-Remote', 'REMOTE'],
    ['Anywhere', 'REMOTE'],
    ['San Francisco-Hybrid', 'HYBRID'],
    ['Hybrid/Remote', 'HYBRID'],
    ['Salt Lake City Office (or Remote)', 'REMOTE'],
    ['Irvine, CA (Onsite)', 'ONSITE'],
    ['Berlin', null],
    [null, null],
  ] as const)('reads the place %s as %s', (location, model) => {
    expect(deriveWorkModel(samplePosting({ location }), '')).toBe(model);
  });

  it.each([
    ['Board Certified Behavior Analyst - Remote', 'REMOTE'],
    ['Senior Engineer (Hybrid)', 'HYBRID'],
    ['Remote Sensing Scientist', null],
    ['Hybrid Cloud Architect', null],
    ['Remote Monitoring Engineer', null],
  ] as const)('reads the title %s as %s', (title, model) => {
    expect(deriveWorkModel(samplePosting({ title }), '')).toBe(model);
  });

  it.each([
    ['This role is fully remote.', 'REMOTE'],
    ['We are a remote-first company.', 'REMOTE'],
    ['You can work from anywhere.', 'REMOTE'],
    ['#LI-Remote', 'REMOTE'],
    ['We use a hybrid work model of 3 days in the office per week.', 'HYBRID'],
    ['You are in the office 2-3 days a week.', 'HYBRID'],
    ['at least three days per week in our Berlin office', 'HYBRID'],
    ['Willingness to work in person at our office 5 days a week', 'ONSITE'],
    ['This role is fully on-site at our headquarters.', 'ONSITE'],
    ['This is not a remote position.', 'ONSITE'],
    ['We love working in-person.', 'ONSITE'],
    ['Experience with hybrid cloud and remote sensing.', null],
    ['Our hybrid-casual games are played by millions.', null],
    ['20 days of holiday a year', null],
  ] as const)('reads the text "%s" as %s', (text, model) => {
    expect(deriveWorkModel(samplePosting(), text)).toBe(model);
  });

  it('believes the source before the place, the place before the flag and the flag before the text', () => {
    const place = samplePosting({ location: 'Remote', isRemote: false });
    expect(deriveWorkModel(place, 'fully on-site')).toBe('REMOTE');
    expect(deriveWorkModel({ ...place, workModel: 'ONSITE' }, '')).toBe('ONSITE');
    expect(deriveWorkModel(samplePosting({ isRemote: true }), 'We are remote-first.')).toBe('REMOTE');
    expect(deriveWorkModel(samplePosting({ isRemote: false }), 'We are remote-first.')).toBe('ONSITE');
  });

  it('takes a posting flagged remote that asks for days in the office, and one flagged not remote that calls itself hybrid, for hybrid', () => {
    expect(deriveWorkModel(samplePosting({ isRemote: true }), 'You come to the office 3 days per week.')).toBe(
      'HYBRID',
    );
    expect(deriveWorkModel(samplePosting({ isRemote: false }), 'A hybrid role.')).toBe('HYBRID');
  });
});
