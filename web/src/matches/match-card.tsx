import { Alert, Anchor, Button, Paper, Text } from '@mantine/core';
import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { formatDate } from '../language/format-date.ts';
import { words } from '../words/matches.ts';
import { formatPay, workModels } from './describe-posting.ts';
import { FavoriteButton } from './favorite-button.tsx';
import { GhostSign } from './ghost.tsx';
import classes from './match.module.css';
import { ScoreBadges, ScoreReasons } from './score.tsx';

export const MatchCardFields = graphql(`
  fragment MatchCard on PersonaJob {
    id
    status
    isFavorite
    fitScore
    stretchScore
    scoreStale
    discoveredAt
    scoreDetails {
      ...ScoreFields
    }
    failedNonNegotiables
    warnings
    version
    posting {
      id
      title
      companyName
      location
      workModel
      salaryMin
      salaryMax
      salaryCurrency
      postedDate
      isActive
      ghostScore
      applyUrl
    }
  }
`);

interface MatchCardProps {
  readonly match: MatchCardFragment;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
  readonly onFavor: (match: MatchCardFragment) => void;
  readonly onDismiss: (match: MatchCardFragment) => void;
}

/** One match in the list: what it is, how well it fits, how far it leads, and why. */
export const MatchCard = memo(function MatchCard({ match, isSelected, onSelect, onFavor, onDismiss }: MatchCardProps) {
  const { search } = useLocation();
  const { posting, status } = match;
  const headingId = `match-${match.id}`;

  return (
    <Paper
      component="article"
      withBorder
      radius="md"
      tabIndex={-1}
      className={classes.card}
      data-selected={isSelected || undefined}
      aria-labelledby={headingId}
    >
      <div className={classes.cardEdge}>
        <ScoreBadges match={match} />
        <label className={classes.select}>
          <input type="checkbox" checked={isSelected} onChange={() => onSelect(match.id)} />
          <span className="visually-hidden">{words.card.select(posting.title)}</span>
        </label>
      </div>
      <div className={classes.cardBody}>
        <h2 id={headingId} className={classes.cardTitle}>
          <Anchor component={Link} to={match.id} state={{ list: search }} inherit>
            {posting.title}
          </Anchor>
        </h2>
        <PostingFacts posting={posting} />
        <GhostSign score={posting.ghostScore} />
        <Reasons match={match} />
      </div>
      <div className={classes.cardActions}>
        <FavoriteButton isFavorite={match.isFavorite} title={posting.title} onToggle={() => onFavor(match)} />
        {status !== 'APPLIED' && (
          <Button size="xs" variant="default" onClick={() => onDismiss(match)}>
            {status === 'DISMISSED' ? words.restore : words.dismiss}
            <span className="visually-hidden"> {posting.title}</span>
          </Button>
        )}
      </div>
    </Paper>
  );
});

function PostingFacts({ posting }: { readonly posting: MatchCardFragment['posting'] }) {
  const facts = [
    posting.location,
    posting.workModel && workModels[posting.workModel],
    formatPay(posting),
    posting.postedDate && words.posted(formatDate(posting.postedDate)),
    !posting.isActive && words.card.closed,
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <Text fw={500}>{posting.companyName}</Text>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
    </>
  );
}

function Reasons({ match }: { readonly match: MatchCardFragment }) {
  return (
    <>
      {match.failedNonNegotiables.length > 0 && (
        <Alert color="red" p="xs">
          {words.card.fails(match.failedNonNegotiables)}
        </Alert>
      )}
      {match.scoreDetails && <ScoreReasons details={match.scoreDetails} />}
      {match.warnings.length > 0 && (
        <Text size="sm" className={classes.warning}>
          {words.card.toMind(match.warnings)}
        </Text>
      )}
    </>
  );
}
