import { Anchor, Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { usePersonaId } from '../personas/personas.ts';
import { Empty, Loading } from '../shell/states.tsx';
import { countFilters, noFilters, printMatchQuery, type MatchQuery } from './match-query.ts';
import { matchViews } from './match-views.ts';
import type { Matches } from './use-matches.ts';

interface NoMatchesProps {
  readonly query: MatchQuery;
  readonly wait: Matches['wait'];
}

/** Why the list is empty, and what to do about it. */
export function NoMatches({ query, wait }: NoMatchesProps) {
  const { emptyTitle, emptyHint } = matchViews[query.view];
  const personaId = usePersonaId();
  if (wait.isWaiting) return <Loading label="Looking for postings that fit you" />;
  if (query.search) {
    return (
      <Empty title={`Nothing with “${query.search}”`}>
        <Text>The search looks at titles and companies. Try fewer words.</Text>
        <WithoutFilters query={query} />
      </Empty>
    );
  }
  if (countFilters(query) > 0) {
    return (
      <Empty title="Nothing passes these filters">
        <WithoutFilters query={query} />
      </Empty>
    );
  }
  return (
    <Empty title={emptyTitle}>
      <Text>{emptyHint}</Text>
      {wait.hasStalled && (
        <>
          <Text>Matching takes longer than usual.</Text>
          <Button onClick={wait.resume}>Look again</Button>
        </>
      )}
      {query.view === 'new' && (
        <Anchor component={Link} to={`/personas/${personaId}/edit`} underline="always">
          Change what you look for
        </Anchor>
      )}
    </Empty>
  );
}

function WithoutFilters({ query }: { readonly query: MatchQuery }) {
  if (countFilters(query) === 0) return null;
  return (
    <Anchor component={Link} to={{ search: printMatchQuery({ ...query, ...noFilters }).toString() }} underline="always">
      Clear the filters
    </Anchor>
  );
}
