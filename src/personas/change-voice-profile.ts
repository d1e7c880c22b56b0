import { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { parseInput } from '#platform/parse-input.ts';
import { requirePersona } from './change-persona.ts';
import { requiredText, text } from './text-rules.ts';
import { VoiceProfile } from './voice-profile.entity.ts';

const phrases = z.array(requiredText(500)).max(50);

const rules = z
  .object({
    tone: text(500),
    sentenceStyle: text(500),
    vocabularyLevel: text(500),
    personalityMarkers: text(2_000).nullable(),
    samplePhrases: phrases,
    thingsToAvoid: phrases,
    writingSampleText: text(50_000).nullable(),
  })
  .partial();

const unsaid = { tone: '', sentenceStyle: '', vocabularyLevel: '', samplePhrases: [], thingsToAvoid: [] };

/** Changes how a persona writes, in the fields that are given; the first time, the others are empty. */
export async function changeVoiceProfile(
  context: OperationContext,
  personaId: string,
  input: unknown,
): Promise<VoiceProfile> {
  const given = parseInput(rules, input, 'input');
  const persona = await requirePersona(context, personaId);
  const [known] = await context.rows.list(VoiceProfile, { persona: persona.id }, { id: 'asc' });
  const em = await context.rows.em();
  const fixed = { id: context.newId(), ownerId: persona.ownerId, persona };
  const profile = known ? em.assign(known, given) : em.create(VoiceProfile, { ...unsaid, ...given, ...fixed });
  await em.flush();
  return profile;
}
