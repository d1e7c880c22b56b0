import type { OperationContext } from '#authorization/operation-context.ts';
import { searchFingerprint, type SearchedPersona } from './derive-searches.ts';
import type { Persona } from './persona.entity.ts';
import { SearchProfile } from './search-profile.entity.ts';
import { Skill } from './skill.entity.ts';

/** Notes whether a persona's searches are still of what it is now; they are never made anew unasked. The caller flushes. */
export async function noteSearchChange(context: OperationContext, persona: Persona): Promise<void> {
  const profile = await findSearchProfile(context, persona);
  if (!profile) return;
  // Skills that were added or removed are listed so once they are written.
  await (await context.rows.em()).flush();
  profile.isStale = searchFingerprint(await readSearchedPersona(context, persona)) !== profile.personaFingerprint;
}

/** The persona's searches; null where it has none yet. */
async function findSearchProfile({ rows }: OperationContext, persona: Persona): Promise<SearchProfile | null> {
  const [profile] = await rows.list(SearchProfile, { persona: persona.id }, { id: 'asc' });
  return profile ?? null;
}

/** A persona with the skills that it has by now. */
export async function readSearchedPersona({ rows }: OperationContext, persona: Persona): Promise<SearchedPersona> {
  return { ...persona, skills: await rows.list(Skill, { persona: persona.id }, { displayOrder: 'asc' }) };
}
