import { z } from 'zod';
import type { SurfacingOptions } from './server/start-surfacing.ts';

const limit = (most: number, fallback: number) => z.coerce.number().int().min(1).max(most).default(fallback);

/** Settings of how much is matched at a time, as `config.ts` has the others. They delay what is beyond, and drop nothing. */
export const surfacingSettings = {
  SURFACING_POSTINGS: limit(1_000, 50).describe('Postings that are matched in one pass; the rest waits for the next'),
  SURFACING_PERSONAS: limit(1_000, 500).describe('Personas that one pass holds postings against'),
  SURFACING_UNLINKED: limit(1_000, 100).describe('Personas in one pass that have no link yet with one posting'),
  SURFACING_MINUTES: limit(1_440, 15).describe('Minutes between looks for postings that were not matched yet'),
} as const;

interface Given {
  readonly SURFACING_POSTINGS: number;
  readonly SURFACING_PERSONAS: number;
  readonly SURFACING_UNLINKED: number;
  readonly SURFACING_MINUTES: number;
}

export const readSurfacingSettings = (env: Given): SurfacingOptions => ({
  limits: {
    postings: env.SURFACING_POSTINGS,
    personas: env.SURFACING_PERSONAS,
    unlinked: env.SURFACING_UNLINKED,
  },
  sweepMinutes: env.SURFACING_MINUTES,
});
