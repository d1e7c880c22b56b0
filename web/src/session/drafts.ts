/**
 * What was typed and not handed in yet, for as long as the tab is open: it outlives failures, reloads and a session that
 * ended by itself. Signing out forgets it, so that whoever comes next finds nothing.
 */
const prefix = 'tenure-draft:';

/** The draft of this name; undefined where there is none. */
export function readDraft(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft in the place of the one before; with undefined, none. */
export function keepDraft(name: string, draft: unknown): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(prefix + name);
    else sessionStorage.setItem(prefix + name, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing, or has no room: the page works as well, and forgets.
  }
}

/** Forgets them all. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // What keeps nothing has nothing to forget.
  }
}
