const SCALE = 1e9;

/**
 * Rounds to the nearest integer, halves away from zero: 72.5 → 73, −72.5 → −73.
 *
 * A sum of decimal products misses its exact decimal by some 1e-14 in binary, which would tip a half down: 0.1 × 55.4 +
 * 0.7 × 52.8 comes out as 42.49999999999999. So the value is first taken to nine decimals, far coarser than that error
 * and far finer than any score; the rest is integer arithmetic. Exact for |value| up to a million.
 */
export function roundHalfAway(value: number): number {
  const units = Math.round(Math.abs(value) * SCALE);
  const magnitude = Math.floor((units + SCALE / 2) / SCALE);
  return value < 0 ? 0 - magnitude : magnitude;
}
