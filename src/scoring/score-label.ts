import type { FitLabel, StretchLabel } from '#job-pool/persona-job.entity.ts';

/** The word for a fit of 0 to 100. */
export function fitLabel(total: number): FitLabel {
  if (total >= 90) return 'HIGH';
  if (total >= 75) return 'MEDIUM';
  return total >= 60 ? 'LOW' : 'POOR';
}

/** The word for a stretch of 0 to 100; it is no worse than another, but says how far the step leads. */
export function stretchLabel(total: number): StretchLabel {
  if (total >= 80) return 'HIGH_GROWTH';
  if (total >= 60) return 'MODERATE_GROWTH';
  return total >= 40 ? 'LATERAL' : 'LOW_GROWTH';
}
