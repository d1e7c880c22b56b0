import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { isStorableText } from '#database/storable.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import { requirePersona } from './change-persona.ts';
import {
  deriveSearches,
  remoteokTagForm,
  searchFingerprint,
  searchLimits,
  type SearchedPersona,
} from './derive-searches.ts';
import { readSearchedPersona } from './note-search-change.ts';
import type { Persona } from './persona.entity.ts';
import { SearchProfile } from './search-profile.entity.ts';

const text = (max: number) =>
  z.string().refine(isStorableText, 'This has characters that cannot be kept.').trim().min(1).max(max);
const words = (word: z.ZodString) => z.array(word).max(searchLimits.words);
const tag = text(searchLimits.remoteokTag).regex(remoteokTagForm, 'Tags are of letters, digits and . _ - alone.');
const buckets = z
  .array(
    z.object({
      label: text(searchLimits.label),
      keywords: words(text(searchLimits.keyword)),
      titles: words(text(searchLimits.title)),
      remoteokTags: words(tag),
      location: text(searchLimits.location).nullable().default(null),
    }),
  )
  .max(searchLimits.buckets);
const rules = z.object({ fitSearches: buckets, stretchSearches: buckets }).partial();

/** Derives a persona's searches from what it is now, in place of those it has; they are to be approved anew. */
export async function generateSearchProfile(context: OperationContext, personaId: string): Promise<SearchProfile> {
  const persona = await requirePersona(context, personaId);
  const fresh = freshSearches(await readSearchedPersona(context, persona), context.now);
  const profile = await holdSearchProfile(context, persona);
  const em = await context.rows.em();
  if (profile) em.assign(profile, fresh);
  const generated = profile ?? em.create(SearchProfile, { ...profileIds(context, persona), ...fresh });
  await em.flush();
  return generated;
}

/** What a persona's searches are when they have just been derived. */
export const freshSearches = (persona: SearchedPersona, now: Date) => ({
  ...deriveSearches(persona),
  personaFingerprint: searchFingerprint(persona),
  isStale: false,
  generatedAt: now,
  approvedAt: null,
  ...unworded,
});

/** Searches of which no names are the language model's, nor will be. */
const unworded = { wordingDueAt: null, wordedAt: null };

/** The columns that say whose searches they are. */
export const profileIds = ({ newId }: OperationContext, persona: Persona) => ({
  id: newId(),
  ownerId: persona.ownerId,
  persona,
});

/** Changes the searches that are given. What was approved was another profile, so it is to be approved anew. */
export async function changeSearchProfile(
  context: OperationContext,
  personaId: string,
  input: unknown,
): Promise<SearchProfile> {
  const changes = parseInput(rules, input, 'input');
  const profile = await requireSearchProfile(context, personaId);
  const em = await context.rows.em();
  em.assign(profile, { ...changes, approvedAt: null, ...unworded });
  await em.flush();
  return profile;
}

/** Approves a persona's searches as they are; approved ones stay as they were approved first. */
export async function approveSearchProfile(context: OperationContext, personaId: string): Promise<SearchProfile> {
  const profile = await requireSearchProfile(context, personaId);
  profile.approvedAt ??= context.now;
  profile.wordingDueAt = null;
  await (await context.rows.em()).flush();
  return profile;
}

/** The searches of the viewer's persona, both held until the operation ends. @throws NotFound, also where it has none */
export async function requireSearchProfile(context: OperationContext, personaId: string): Promise<SearchProfile> {
  const profile = await holdSearchProfile(context, await requirePersona(context, personaId));
  if (!profile) throw new NotFound();
  return profile;
}

/** A persona's searches as the latest commit left them: what writes their names holds them, and not the persona. */
async function holdSearchProfile({ rows }: OperationContext, { id }: Persona): Promise<SearchProfile | null> {
  const em = await rows.em();
  return em.findOne(SearchProfile, { persona: id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}
