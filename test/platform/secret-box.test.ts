import { describe, expect, it } from 'vitest';
import { createSecretBox } from '#platform/secret-box.ts';

const first = { kid: '2025.11', secret: '0123456789abcdef0123456789abcdef' };
const second = { kid: 'next', secret: 'fedcba9876543210fedcba9876543210' };
const place = { purpose: 'totp seed', ownerId: 'ada', rowId: '1' };

describe('a secret box', () => {
  it('opens what it sealed, never the same text twice, and shows nothing of it', () => {
    const box = createSecretBox([first]);
    const sealed = [box.seal('JBSWY3DP', place), box.seal('JBSWY3DP', place)];
    expect(new Set(sealed).size).toBe(2);
    for (const each of sealed) {
      expect(each).not.toContain('JBSWY3DP');
      expect(each.endsWith('.2025.11')).toBe(true);
      expect(box.open(each, place)).toEqual({ secret: 'JBSWY3DP', isCurrent: true });
    }
  });

  it('seals by the first key, and opens by any, saying which are to be sealed anew', () => {
    const before = createSecretBox([first]).seal('JBSWY3DP', place);
    const box = createSecretBox([second, first]);
    expect(box.open(before, place)).toEqual({ secret: 'JBSWY3DP', isCurrent: false });
    expect(createSecretBox([second]).open(before, place)).toBeNull();
    expect(createSecretBox([second]).open(box.seal('JBSWY3DP', place), place)?.isCurrent).toBe(true);
  });

  it.each([
    ['purpose', { ...place, purpose: 'source key' }],
    ['account', { ...place, ownerId: 'bob' }],
    ['row', { ...place, rowId: '2' }],
    ['names that only together read alike', { ...place, ownerId: 'ada","1', rowId: '' }],
  ])('opens nothing of another place: %s', (_what, other) => {
    const box = createSecretBox([first]);
    expect(box.open(box.seal('JBSWY3DP', place), other)).toBeNull();
  });

  it('opens nothing that was changed or is no such text', () => {
    const box = createSecretBox([first, second]);
    const sealed = box.seal('JBSWY3DP', place);
    const flipped = sealed.startsWith('A') ? `B${sealed.slice(1)}` : `A${sealed.slice(1)}`;
    const elsewhere = sealed.replace('.2025.11', '.next');
    for (const text of [flipped, elsewhere, sealed.slice(4), '', '.', '.2025.11', 'JBSWY3DP', 'JBSWY3DP.2025.11'])
      expect([text, box.open(text, place)]).toEqual([text, null]);
  });

  it('is not made without a key', () => {
    expect(() => createSecretBox([])).toThrow('ENCRYPTION_KEYS');
  });
});
