import type { OperationContext } from '#authorization/operation-context.ts';
import { NotFound } from '#platform/errors.ts';
import { requirePersona } from '#personas/change-persona.ts';
import { createPersona } from '#personas/create-persona.ts';
import type { Persona } from '#personas/persona.entity.ts';
import { SourcePreference } from '#personas/source-preference.entity.ts';
import { adapterOf, adapters } from './adapters/adapters.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';

/** Whether nobody has to turn a source on. One with a key waits for it, and so for its owner. */
export const isOnByDefault = ({ offBecause, key }: SourceAdapter): boolean => offBecause === null && !key;

/** What a persona's sources are until it says otherwise, in the order they are shown. */
export const usualPreferences = (): readonly Pick<SourcePreference, 'sourceName' | 'enabled' | 'displayOrder'>[] =>
  adapters.map((source, displayOrder) => ({ sourceName: source.name, enabled: isOnByDefault(source), displayOrder }));

/** Makes a persona, with the sources that are asked for it; what sources there are is nothing that personas know. */
export async function createPersonaWithSources(context: OperationContext, input: unknown): Promise<Persona> {
  const persona = await createPersona(context, input);
  const em = await context.rows.em();
  const { ownerId } = persona;
  for (const usual of usualPreferences())
    em.create(SourcePreference, { id: context.newId(), ownerId, persona, ...usual });
  await em.flush();
  return persona;
}

/** Has a source asked for a persona, or not any more. @throws NotFound for no persona of the viewer's, or no source */
export async function setSourcePreference(
  context: OperationContext,
  {
    personaId,
    sourceId,
    enabled,
  }: { readonly personaId: string; readonly sourceId: string; readonly enabled: boolean },
): Promise<SourcePreference> {
  const persona = await requirePersona(context, personaId);
  const sourceName = adapterOf(sourceId)?.name;
  if (sourceName === undefined) throw new NotFound();
  const { rows, newId } = context;
  const [known] = await rows.list(SourcePreference, { persona: persona.id, sourceName }, { id: 'asc' });
  const em = await rows.em();
  const displayOrder = adapters.findIndex(({ name }) => name === sourceName);
  const ids = { id: newId(), ownerId: persona.ownerId, persona };
  const preference = known ?? em.create(SourcePreference, { ...ids, sourceName, enabled, displayOrder });
  preference.enabled = enabled;
  await em.flush();
  return preference;
}
