import { z } from 'zod';
import type { OperationContext } from '#authorization/operation-context.ts';
import { requireOwner } from '#authorization/viewer.ts';
import { lockEach } from '#database/advisory-lock.ts';
import { InvalidInput, NotFound } from '#platform/errors.ts';
import { parseInput } from '#platform/parse-input.ts';
import type { SecretBox } from '#platform/secret-box.ts';
import { adapterOf } from './adapters/adapters.ts';
import type { SourceAdapter } from './adapters/source-adapter.ts';
import { keyPlace } from './sealed-keys.ts';
import { SourceKey } from './source-key.entity.ts';

const ownerLock = 7_396_009;

/**
 * Keeps the viewer's key of a source, in place of the one before, or forgets it where it is null. Nobody reads it again
 * but the poll of that source.
 * @throws NotFound for no source, InvalidInput where it takes no such key
 */
export async function setSourceKey(
  context: OperationContext,
  { sourceId, key }: { readonly sourceId: string; readonly key?: string | null | undefined },
  box: SecretBox,
): Promise<SourceKey | null> {
  const source = adapterOf(sourceId);
  if (!source) throw new NotFound();
  const secret = key === null || key === undefined ? null : readKey(source, key);
  const { rows, now, newId } = context;
  const ownerId = requireOwner(context.viewer);
  const em = await rows.em();
  await lockEach(em, { of: ownerLock, ids: [ownerId], mode: 'exclusive' });
  const [known] = await rows.list(SourceKey, { ownerId, sourceName: source.name }, { id: 'asc' });
  if (known) em.remove(known);
  // The row before is gone first: there is one of each.
  await em.flush();
  // A row of its own for each key: what is remembered of an older one by its id is not taken for this one's.
  const place = { id: newId(), ownerId };
  if (secret === null) return null;
  const sealedKey = box.seal(secret, keyPlace(place));
  const kept = em.create(SourceKey, { ...place, sourceName: source.name, sealedKey, createdAt: now });
  await em.flush();
  return kept;
}

/** The viewer's own, by the names of their sources. */
export const listSourceKeys = ({ rows, viewer }: OperationContext): Promise<SourceKey[]> =>
  rows.list(SourceKey, { ownerId: requireOwner(viewer) }, { sourceName: 'asc', id: 'asc' });

function readKey({ key, label }: SourceAdapter, given: string): string {
  if (!key) throw new InvalidInput('key', `${label} is asked without a key.`);
  const rule = z.string().trim().max(500).regex(key.pattern, `This is no key of ${label}: it is ${key.form}.`);
  return parseInput(rule, given, 'key');
}
