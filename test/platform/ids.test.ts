import { expect, it } from 'vitest';
import { isUuid, newPartId, newSharedId } from '#platform/ids.ts';

it('gives parts of one row ids of their own that stand beside its own', () => {
  const whole = newSharedId();
  const parts = [newPartId(whole), newPartId(whole)];
  expect(new Set(parts).size).toBe(2);
  for (const part of parts) {
    expect(isUuid(part)).toBe(true);
    expect(part.slice(0, 13)).toBe(whole.slice(0, 13));
  }
});
