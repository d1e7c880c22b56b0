import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { lazy, startTransition, Suspense, useOptimistic, useState } from 'react';
import { Link, useLocation, useNavigationType, useSearchParams } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { Choices } from '../shell/choices.tsx';
import { following } from '../shell/following.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { Failure, Loading } from '../shell/states.tsx';
import { words } from '../words/matches.ts';
import { BulkBar } from './bulk-bar.tsx';
import { findPlace, nameList, type ListPlace } from './list-place.ts';
import { MatchNotice } from './match-notice.tsx';
import { parseMatchQuery, printMatchQuery, type MatchQuery } from './match-query.ts';
import { MatchRows } from './match-rows.tsx';
import { MatchToolbar } from './match-toolbar.tsx';
import { matchViews } from './match-views.ts';
import classes from './match.module.css';
import { NoMatches } from './no-matches.tsx';
import { useMatchActions } from './use-match-actions.ts';
import { useMatches, type Matches } from './use-matches.ts';
import { useTriage } from './use-triage.ts';

// What follows the matches, and what is asked for, comes after the matches themselves.
const LiveMatches = following(() => import('./live-matches.tsx').then((m) => m.LiveMatches));
const RescoreControl = following(() => import('./rescore.tsx').then((m) => m.RescoreControl));
const MatchBoard = lazy(() => import('./match-board.tsx').then((m) => ({ default: m.MatchBoard })));
const KeysHelp = lazy(() => import('./keys-help.tsx').then((m) => ({ default: m.KeysHelp })));

/** The persona's ranked matches, as a list or as a board. */
export function MatchList() {
  const { query, wanted, change } = useMatchQuery();
  const list = nameList(usePersonaId(), query);
  const place = useReturn(list);

  return (
    <Stack>
      <Group justify="space-between">
        <PageTitle leavesFocus={place?.matchId !== undefined}>{words.list.title}</PageTitle>
        <Group>
          <Choices
            label={words.layouts.label}
            current={query.layout}
            choices={layouts}
            to={(layout) => `?${printMatchQuery({ ...query, layout })}`}
          />
          <Button component={Link} to="add" variant="default">
            {words.list.add}
          </Button>
        </Group>
      </Group>
      <MatchToolbar query={wanted} onChange={change} />
      {query.layout === 'board' ? (
        <Suspense fallback={<Loading label={words.list.loading} />}>
          <MatchBoard key={list} list={list} query={query} place={place} />
        </Suspense>
      ) : (
        <MatchTriage key={list} list={list} query={query} place={place} />
      )}
    </Stack>
  );
}

const layouts = [
  ['list', words.layouts.list],
  ['board', words.layouts.board],
] as const;

/** What the address asks for, and what is wanted: controls show that at once, the list as soon as the address has it. */
function useMatchQuery() {
  const [params, setParams] = useSearchParams();
  const query = parseMatchQuery(params);
  const [wanted, want] = useOptimistic(query);
  const change = (next: MatchQuery) =>
    startTransition(() => {
      want(next);
      setParams(printMatchQuery(next), { replace: true });
    });
  return { query, wanted, change };
}

/** The place in the list that somebody comes back to. */
function useReturn(list: string): ListPlace | undefined {
  const { state } = useLocation();
  const isReturn = useNavigationType() === 'POP' || state?.returns === true;
  return isReturn ? findPlace(list) : undefined;
}

interface MatchTriageProps {
  readonly list: string;
  readonly query: MatchQuery;
  readonly place: ListPlace | undefined;
}

function MatchTriage({ list, query, place: found }: MatchTriageProps) {
  const [place] = useState(found);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const { search } = useLocation();
  const loaded = useMatches(query);
  const { holds, label } = matchViews[query.view];
  const matches = loaded.matches.filter(holds);
  // What left the view since it was loaded is still in the list, and in the server's count.
  const total = (loaded.totalCount ?? 0) - (loaded.matches.length - matches.length);
  const { actions, notice } = useMatchActions();
  const openHelp = () => setIsHelpOpen(true);
  const triage = useTriage({
    matches,
    view: query.view,
    actions,
    startAt: place?.matchId,
    listSearch: search,
    onHelp: openHelp,
  });

  return (
    <>
      <ListStatus list={loaded} total={total} onHelp={openHelp} />
      {loaded.totalCount !== undefined && <LiveMatches query={query} total={total} list={loaded} />}
      <BulkBar view={query.view} bulk={triage.bulk} />
      <MatchRows
        list={list}
        label={label}
        matches={matches}
        total={total}
        triage={triage}
        place={place}
        onNearEnd={loaded.loadMore}
      />
      <ListEnd list={loaded} query={query} isEmpty={matches.length === 0} />
      <MatchNotice notice={matches.length > 0 ? (problemOf(loaded) ?? notice) : notice} actions={actions} />
      <Suspense fallback={null}>{isHelpOpen && <KeysHelp isOpen onClose={() => setIsHelpOpen(false)} />}</Suspense>
    </>
  );
}

const problemOf = ({ problem }: Matches) => problem && { text: words.list.failed, ...problem };

interface ListEndProps {
  readonly list: Matches;
  readonly query: MatchQuery;
  readonly isEmpty: boolean;
}

/** What stands below the matches that are there: that more come, that none do, or why not. */
function ListEnd({ list: { totalCount, hasMore, problem, isFetching, wait }, query, isEmpty }: ListEndProps) {
  if (problem && isEmpty) return <Failure error={problem.error} onRetry={problem.retry} />;
  if (totalCount === undefined) return <Loading label={words.list.loading} />;
  if (hasMore) return isFetching ? <Loading label={words.list.loadingMore} /> : null;
  return isEmpty ? <NoMatches query={query} wait={wait} /> : null;
}

interface ListStatusProps {
  readonly list: Matches;
  readonly total: number;
  readonly onHelp: () => void;
}

/** How much there is, and whether more is being made. */
function ListStatus({ list: { totalCount, isRefetching, reload, wait }, total, onHelp }: ListStatusProps) {
  const isRescoring = wait.isWaiting && total > 0;
  return (
    <div className={classes.status}>
      <Text size="sm" c="dimmed" role="status">
        {total > 0 && words.list.count(total)}
        {isRescoring && words.list.matching}
      </Text>
      {isRescoring && <Loader size="xs" aria-hidden="true" />}
      {totalCount !== undefined && !wait.isWaiting && (
        <Button size="compact-sm" variant="subtle" onClick={reload} loading={isRefetching}>
          {words.list.refresh}
        </Button>
      )}
      {totalCount !== undefined && <RescoreControl onDone={reload} />}
      <Button size="compact-sm" variant="subtle" onClick={onHelp} className={classes.keysButton}>
        {words.list.keys} <kbd aria-hidden="true">{'?'}</kbd>
      </Button>
    </div>
  );
}
