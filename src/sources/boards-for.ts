import type { EntityManager } from '@mikro-orm/postgresql';
import { readColumns } from '#database/read-columns.ts';
import { deriveCountry } from '#job-pool/derive-country.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import type { Persona } from '#personas/persona.entity.ts';
import type { SearchProfile } from '#personas/search-profile.entity.ts';
import type { SourceAdapter, Wanted } from './adapters/source-adapter.ts';

/** What a source is to be asked, or why it is asked nothing. */
export type WantedBoards = { readonly boards: readonly string[] } | { readonly skipped: string };

/** Each of them costs requests, of which some sources allow few. */
const mostQuestions = 5;
const mostBoards = 500;

type SearchedFor = Pick<Persona, 'homeCountry' | 'homeState' | 'homeCity'>;
type Searches = Pick<SearchProfile, 'fitSearches' | 'stretchSearches' | 'approvedAt'>;

/**
 * Which boards of a source are asked for a persona: its whole list; or what the searches come to that its owner has
 * approved; or the boards that the pool knows by imports. Nobody's own doing adds any of those, so that what is asked for
 * one tells nothing of another.
 */
export async function boardsFor(
  em: EntityManager,
  source: SourceAdapter,
  { persona, profile }: { readonly persona: SearchedFor; readonly profile: Searches | null },
): Promise<WantedBoards> {
  if (source.wholeList !== undefined) return { boards: [source.wholeList] };
  if (source.boardsFor) return questionsFor(source, { persona, profile });
  const boards = await importedBoards(em, source);
  return boards.length > 0 ? { boards } : { skipped: 'No board of it is known here yet: import one.' };
}

/** What a source is asked for somebody by their searches, each of a form that it takes. */
export function questionsFor(
  { boardsFor, board: { pattern } }: Pick<SourceAdapter, 'boardsFor' | 'board'>,
  { persona, profile }: { readonly persona: SearchedFor; readonly profile: Searches | null },
): WantedBoards {
  if (!profile?.approvedAt) return { skipped: 'It is asked by your searches: approve them first.' };
  const { homeCountry, homeState, homeCity } = persona;
  const wanted: Wanted = {
    searches: [...profile.fitSearches, ...profile.stretchSearches],
    country: deriveCountry(homeCountry, [homeCity, homeState].filter(Boolean).join(', ')),
  };
  const questions = [...new Set(boardsFor?.(wanted) ?? [])].filter((question) => pattern.test(question));
  const boards = questions.slice(0, mostQuestions);
  return boards.length > 0 ? { boards } : { skipped: 'Your searches hold nothing that it can be asked.' };
}

async function importedBoards(
  em: EntityManager,
  { label, board: { pattern } }: SourceAdapter,
): Promise<readonly string[]> {
  const where = { source: { sourceName: label }, board: { $ne: null }, isQuarantined: false };
  const rows = await readColumns(em, JobPosting, { columns: ['board'], where, isDistinct: true });
  const boards = rows.flatMap(({ board }) =>
    board !== null && board !== undefined && pattern.test(board) ? [board] : [],
  );
  return boards.toSorted().slice(0, mostBoards);
}
