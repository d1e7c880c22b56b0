import type { OperationContext } from '#authorization/operation-context.ts';
import { columnsOf, plainOf } from '#database/row-branch.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { Persona } from './persona.entity.ts';
import { personaBranch, voiceBranch } from './resume-rows.ts';
import { VoiceProfile } from './voice-profile.entity.ts';
import { writeJsonResume, type PersonaParts } from './write-json-resume.ts';

/** One of the viewer's personas as a JSON Resume document; null where there is none of that id. */
export async function exportJsonResume({ rows }: OperationContext, personaId: string): Promise<JsonObject | null> {
  const [persona, [voice]] = await Promise.all([
    rows.findWith(Persona, personaId, columnsOf(personaBranch)),
    rows.list(VoiceProfile, { persona: personaId }, { id: 'asc' }),
  ]);
  if (!persona) return null;
  const read = plainOf(rows, persona, personaBranch) as unknown as ReadPersona & PersonaParts['fields'];
  const voiceProfile = voice ? plainOf(rows, voice, voiceBranch) : null;
  return writeJsonResume(partsOf(read, voiceProfile), isJsonObject(read.jsonResume) ? read.jsonResume : {});
}

interface Identified {
  readonly id: string;
}

/** What `personaBranch` reads. */
interface ReadPersona extends Omit<PersonaParts, 'fields' | 'skills' | 'workHistories' | 'achievementStories'> {
  readonly jsonResume: unknown;
  readonly skills: readonly (PersonaParts['skills'][number] & Identified)[];
  readonly workHistories: readonly (PersonaParts['workHistories'][number] & Identified)[];
  readonly achievementStories: readonly (JsonObject & { readonly skillsDemonstrated: readonly string[] })[];
}

/** Ids mean nothing elsewhere: skills go by their names, jobs by their places. */
function partsOf(read: ReadPersona & PersonaParts['fields'], voiceProfile: JsonObject | null): PersonaParts {
  const skillNames = new Map(read.skills.map(({ id, skillName }) => [id, skillName]));
  const named = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => skillNames.get(id) ?? []);
  const places = new Map<unknown, number>(read.workHistories.map(({ id }, index) => [id, index]));
  return {
    fields: read,
    skills: read.skills,
    workHistories: read.workHistories.map((job) => ({
      ...job,
      bullets: job.bullets.map((bullet) => ({ ...bullet, skillsDemonstrated: named(bullet.skillsDemonstrated) })),
    })),
    educations: read.educations,
    certifications: read.certifications,
    achievementStories: read.achievementStories.map(({ 'relatedWorkHistory.id': job, ...story }) => ({
      ...story,
      skillsDemonstrated: named(story.skillsDemonstrated),
      relatedWorkHistory: places.get(job) ?? null,
    })),
    customNonNegotiables: read.customNonNegotiables,
    voiceProfile,
  };
}
