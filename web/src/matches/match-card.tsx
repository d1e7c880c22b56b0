import { Alert, Anchor, Button, Paper, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { graphql } from '../generated/gql.ts';
import type { MatchCardFragment } from '../generated/graphql.ts';
import { formatDate, formatPay, workModels } from './describe-posting.ts';
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
    }
  }
`);

interface MatchCardProps {
  readonly match: MatchCardFragment;
  readonly onToggleFavorite: () => void;
  readonly onToggleDismissed: () => void;
}

/** One match in the list: what it is, how well it fits, how far it leads, and why. */
export function MatchCard({ match, onToggleFavorite, onToggleDismissed }: MatchCardProps) {
  const { search } = useLocation();
  const { posting, status } = match;
  const headingId = `match-${match.id}`;

  return (
    <Paper component="article" withBorder radius="md" className={classes.card} aria-labelledby={headingId}>
      <ScoreBadges match={match} />
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
        <FavoriteButton isFavorite={match.isFavorite} title={posting.title} onToggle={onToggleFavorite} />
        {status !== 'APPLIED' && (
          <Button size="xs" variant="default" onClick={onToggleDismissed}>
            {status === 'DISMISSED' ? 'Restore' : 'Dismiss'}
            <span className="visually-hidden"> {posting.title}</span>
          </Button>
        )}
      </div>
    </Paper>
  );
}

function PostingFacts({ posting }: { readonly posting: MatchCardFragment['posting'] }) {
  const facts = [
    posting.location,
    posting.workModel && workModels[posting.workModel],
    formatPay(posting),
    posting.postedDate && `posted ${formatDate(posting.postedDate)}`,
    !posting.isActive && 'closed',
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
          Fails your wishes: {match.failedNonNegotiables.join('; ')}
        </Alert>
      )}
      {match.scoreDetails && <ScoreReasons details={match.scoreDetails} />}
      {match.warnings.length > 0 && (
        <Text size="sm" className={classes.warning}>
          To mind: {match.warnings.join('; ')}
        </Text>
      )}
    </>
  );
}
