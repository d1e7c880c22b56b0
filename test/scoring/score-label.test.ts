import { expect, it } from 'vitest';
import { fitLabel, stretchLabel } from '#scoring/score-label.ts';

it.each([
  [100, 'HIGH'],
  [90, 'HIGH'],
  [89, 'MEDIUM'],
  [75, 'MEDIUM'],
  [74, 'LOW'],
  [60, 'LOW'],
  [59, 'POOR'],
  [0, 'POOR'],
])('calls a fit of %d %s', (total, label) => {
  expect(fitLabel(total)).toBe(label);
});

it.each([
  [100, 'HIGH_GROWTH'],
  [80, 'HIGH_GROWTH'],
  [79, 'MODERATE_GROWTH'],
  [60, 'MODERATE_GROWTH'],
  [59, 'LATERAL'],
  [40, 'LATERAL'],
  [39, 'LOW_GROWTH'],
  [0, 'LOW_GROWTH'],
])('calls a stretch of %d %s', (total, label) => {
  expect(stretchLabel(total)).toBe(label);
});
