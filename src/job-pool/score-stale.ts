import type { Rows } from '#database/rows.ts';
import type { Persona } from '#personas/persona.entity.ts';
import type { JobPosting } from './job-posting.entity.ts';
import type { PersonaJob } from './persona-job.entity.ts';

/** Whether persona or posting changed since the match was scored; then a message to score it anew is on its way. */
export async function isScoreStale(personaJob: PersonaJob, rows: Rows): Promise<boolean> {
  const [persona, posting] = await Promise.all([
    rows.parent(personaJob, 'persona'),
    rows.parent(personaJob, 'posting'),
  ]);
  const changedAt = [(persona as Persona | null)?.updatedAt, (posting as JobPosting | null)?.updatedAt];
  const { scoredAt } = personaJob;
  return !scoredAt || changedAt.some((at) => at !== undefined && at > scoredAt);
}
