import type { PersonaJobFilter, PersonaJobSort, SeniorityLevel, WorkModel } from '../generated/graphql.ts';
import { seniorities, workModels } from './describe-posting.ts';
import { columnOf, isSort, isViewName, matchViews, type MatchViewName, type Standing } from './match-views.ts';

/** What the list shows; it lives in the address, so that it survives reloads and can be bookmarked. */
export interface MatchQuery extends MatchFilters {
  /** One list of the view, or all views as columns. */
  readonly layout: 'list' | 'board';
  readonly view: MatchViewName;
  readonly search: string;
  readonly sort: PersonaJobSort;
}

/** What narrows the list, or widens it to what fails the persona's wishes. */
export interface MatchFilters {
  readonly minFit: number | null;
  readonly workModels: readonly WorkModel[];
  readonly seniorities: readonly SeniorityLevel[];
  readonly company: string;
  /** Posted within so many days. */
  readonly days: number | null;
  readonly openOnly: boolean;
  readonly includeFiltered: boolean;
}

export const noFilters: MatchFilters = {
  minFit: null,
  workModels: [],
  seniorities: [],
  company: '',
  days: null,
  openOnly: false,
  includeFiltered: false,
};

/** Within how many days a posting may be asked to be published. */
export const dayChoices = [1, 3, 7, 14, 30] as const;

const isDayChoice = (days: number): boolean => dayChoices.some((each) => each === days);
const isScore = (score: number): boolean => Number.isInteger(score) && score > 0 && score <= 100;

/** Reads the address; anything it does not know is the default. */
export function parseMatchQuery(params: URLSearchParams): MatchQuery {
  const text = (name: string): string => params.get(name) ?? '';
  const number = (name: string, isKnown: (value: number) => boolean): number | null =>
    isKnown(Number(text(name))) ? Number(text(name)) : null;
  const [view, sort] = [text('view'), text('sort')];
  return {
    layout: text('layout') === 'board' ? 'board' : 'list',
    view: isViewName(view) ? view : 'new',
    search: text('search'),
    sort: isSort(sort) ? sort : 'FIT_DESC',
    minFit: number('fit', isScore),
    workModels: namesIn(workModels, text('work')),
    seniorities: namesIn(seniorities, text('level')),
    company: text('company'),
    days: number('days', isDayChoice),
    openOnly: params.has('open'),
    includeFiltered: params.has('filtered'),
  };
}

const namesIn = <Name extends string>(labels: Readonly<Record<Name, string>>, text: string): readonly Name[] =>
  text.split(',').filter((each): each is Name => Object.hasOwn(labels, each));

/** Writes the address; defaults are left out. */
export function printMatchQuery({ layout, view, search, sort, ...filters }: MatchQuery): URLSearchParams {
  const { minFit, days, company } = filters;
  const said = {
    layout: layout === 'list' ? '' : layout,
    view: view === 'new' ? '' : view,
    search,
    sort: sort === 'FIT_DESC' ? '' : sort,
    fit: minFit === null ? '' : String(minFit),
    work: filters.workModels.join(','),
    level: filters.seniorities.join(','),
    company,
    days: days === null ? '' : String(days),
    open: filters.openOnly ? '1' : '',
    filtered: filters.includeFiltered ? '1' : '',
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
}

/** How many filters are set. */
export const countFilters = (query: MatchFilters): number =>
  [
    query.minFit !== null,
    query.workModels.length > 0,
    query.seniorities.length > 0,
    query.company !== '',
    query.days !== null,
    query.openOnly,
    query.includeFiltered,
  ].filter(Boolean).length;

const millisecondsOfDay = 86_400_000;

/** Whether a match belongs to what was asked for by where it stands: a list, or a column of the board. */
export const holds = ({ layout, view }: MatchQuery, match: Standing): boolean =>
  layout === 'board' ? columnOf(match) === view : matchViews[view].holds(match);

/** The filter as the API takes it: of a list, or of a column of the board. */
export function toFilter({ layout, view, search, days, openOnly, ...query }: MatchQuery): PersonaJobFilter {
  const { minFit, workModels, seniorities, company, includeFiltered } = query;
  const { filter, columnFilter } = matchViews[view];
  return {
    ...filter,
    ...(layout === 'board' && columnFilter),
    ...(search && { search }),
    ...(minFit !== null && { minFit }),
    ...(workModels.length > 0 && { workModels: [...workModels] }),
    ...(seniorities.length > 0 && { seniorities: [...seniorities] }),
    ...(company && { company }),
    // A day and no more exact, so that the list asked for is the same all day.
    ...(days !== null && { postedAfter: new Date(Date.now() - days * millisecondsOfDay).toISOString().slice(0, 10) }),
    ...(openOnly && { active: true }),
    ...(includeFiltered && { includeFiltered }),
  };
}
