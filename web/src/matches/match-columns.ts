import type { ApolloCache } from '@apollo/client';
import { unmask } from '../generated/fragment-masking.ts';
import type {
  MatchCardFragment,
  MatchPageQuery,
  MatchPageQueryVariables,
  PersonaJobSort,
} from '../generated/graphql.ts';
import { forgetListsWithout } from './match-cache.ts';
import { MatchCardFields } from './match-card.tsx';
import type { MatchQuery } from './match-query.ts';
import { columnOf, matchViewNames, type MatchViewName } from './match-views.ts';
import { firstPageOf, MatchPage } from './use-matches.ts';

/** Whose matches stand on a board, and which. */
export interface BoardOf {
  readonly personaId: string;
  readonly query: MatchQuery;
}

type Page = NonNullable<MatchPageQuery['personaJobs']>;
type Edge = Page['edges'][number];

/** A column as far as it is loaded. */
export interface LoadedColumn {
  readonly view: MatchViewName;
  readonly variables: MatchPageQueryVariables;
  readonly page: Page;
}

/** The columns of a board as far as they are loaded. */
export function readColumns(cache: ApolloCache, { personaId, query }: BoardOf): readonly LoadedColumn[] {
  return matchViewNames.flatMap((view) => {
    const variables = firstPageOf(personaId, { ...query, view });
    const page = cache.readQuery({ query: MatchPage, variables })?.personaJobs;
    return page ? [{ view, variables, page }] : [];
  });
}

const matchOf = ({ node }: Edge): MatchCardFragment => unmask(MatchCardFields, node);
const isOf = (id: string) => (edge: Edge) => matchOf(edge).id === id;

/** The match that follows another one in its column, as far as that is loaded. */
export function findNext(cache: ApolloCache, board: BoardOf, id: string): string | undefined {
  const edges = readColumns(cache, board).flatMap(({ page }) => page.edges);
  const at = edges.findIndex(isOf(id));
  const next = at < 0 ? undefined : edges[at + 1];
  return next && matchOf(next).id;
}

interface Placing {
  /** As it is by now. */
  readonly match: MatchCardFragment;
  /** The one that it comes to stand before. */
  readonly next?: string | undefined;
}

/**
 * Has a match that is on a board stand in the column that it belongs to by now: before the one that is named, if it is
 * there, and else where the order puts it. Whether one that is in no column passes the filters only the server knows.
 * Lists that may have to hold it are forgotten.
 */
export function placeMatch(cache: ApolloCache, board: BoardOf, { match, next }: Placing): void {
  const columns = readColumns(cache, board);
  const edge = columns.flatMap(({ page }) => page.edges).find(isOf(match.id));
  if (!edge) return;
  const home = columnOf(match);
  if (columns.every(({ view, page }) => page.edges.some(isOf(match.id)) === (view === home))) return;
  forgetListsWithout(cache, match.id);
  // Columns are lists too, and stay.
  for (const { view, variables, page } of columns) {
    const personaJobs =
      view === home ? withMatch(page, { edge, sort: board.query.sort, next }) : withoutMatch(page, match.id);
    cache.writeQuery({ query: MatchPage, variables, data: { personaJobs } });
  }
}

function withoutMatch(page: Page, id: string): Page {
  if (!page.edges.some(isOf(id))) return page;
  return { ...page, edges: page.edges.filter((edge) => !isOf(id)(edge)), totalCount: page.totalCount - 1 };
}

interface Placed {
  readonly edge: Edge;
  readonly sort: PersonaJobSort;
  readonly next: string | undefined;
}

function withMatch(page: Page, { edge, sort, next }: Placed): Page {
  const match = matchOf(edge);
  if (page.edges.some(isOf(match.id))) return page;
  const known = next === undefined ? -1 : page.edges.findIndex(isOf(next));
  const place = known < 0 ? page.edges.findIndex((each) => comesBefore(match, matchOf(each), sort)) : known;
  const at = place < 0 ? page.edges.length : place;
  return { ...page, edges: page.edges.toSpliced(at, 0, edge), totalCount: page.totalCount + 1 };
}

const ranks: Readonly<Record<PersonaJobSort, (match: MatchCardFragment) => number | null>> = {
  FIT_DESC: ({ fitScore }) => fitScore,
  STRETCH_DESC: ({ stretchScore }) => stretchScore,
  DISCOVERED_DESC: ({ discoveredAt }) => Date.parse(discoveredAt),
  POSTED_DESC: ({ posting: { postedDate } }) => (postedDate === null ? null : Date.parse(postedDate)),
  SALARY_DESC: ({ posting: { salaryMax } }) => salaryMax,
};

/** The server's order: the highest first, what has no rank last. Equals stand by their ids: what else it knows is not told. */
function comesBefore(match: MatchCardFragment, other: MatchCardFragment, sort: PersonaJobSort): boolean {
  const rank = ranks[sort](match) ?? -Infinity;
  const otherRank = ranks[sort](other) ?? -Infinity;
  return rank === otherRank ? match.id > other.id : rank > otherRank;
}
