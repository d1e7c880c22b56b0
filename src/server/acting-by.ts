import type { ActSource } from '#administration/act.ts';
import { anonymous } from '#authorization/viewer.ts';
import { newOwnedId } from '#platform/ids.ts';

/** Whoever acts on the machine itself, signed in as nobody. */
export function actingBy(by: 'command' | 'settings'): ActSource {
  const now = new Date();
  return { by, now, newId: () => newOwnedId(now), viewer: anonymous, client: { ip: null, userAgent: null } };
}
