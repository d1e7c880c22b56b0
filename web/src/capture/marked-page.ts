import { makeVar } from '@apollo/client';
import { keepDraft, readDraft } from '../session/drafts.ts';

/** A page as the bookmarklet hands it over, and how far it has got. */
export interface MarkedPage {
  readonly url: string;
  readonly title: string;
  readonly selection: string;
  readonly personaId?: string;
  readonly ingestId?: string | undefined;
  /** When what was handed in is thrown away, where nobody has looked at it yet. */
  readonly waitsUntil?: string;
}

export const capturePath = '/capture';
const draftName = 'capture';
/** The address of a posting, and what is said of it: longer than any that the server takes would be lost there. */
const mostAddress = 1_000;
const mostTitle = 255;
export const mostSelection = 50_000;

/** What this window was opened for; it outlives reloads and a sign-in. */
export const markedPage = makeVar<MarkedPage | undefined>(readDraft(draftName) as MarkedPage | undefined);

/** Notes how far it has got; undefined once it is done. */
export function noteMarkedPage(page: MarkedPage | undefined): void {
  keepDraft(draftName, page);
  markedPage(page);
}

/** Takes what the bookmarklet brought out of the address: no server is sent it, and the history does not keep it. */
function takeFromAddress(): void {
  const { pathname, hash } = window.location;
  if (pathname !== capturePath || hash === '') return;
  const told = new URLSearchParams(hash.slice(1));
  window.history.replaceState(window.history.state, '', pathname);
  const url = told.get('url') ?? '';
  // Any page may open this window: what is no web address is none that anybody marked a posting at.
  if (!/^https?:/iu.test(url) || url.length > mostAddress) return;
  noteMarkedPage({
    url,
    title: (told.get('title') ?? '').trim().slice(0, mostTitle),
    selection: (told.get('selection') ?? '').trim().slice(0, mostSelection),
  });
}

takeFromAddress();
// The bookmarklet may find the window open.
window.addEventListener('hashchange', takeFromAddress);
