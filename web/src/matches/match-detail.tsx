import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useLocation, useParams } from 'react-router';
import { usePolling } from '../api/use-polling.ts';
import type { MatchQuery as MatchResult } from '../generated/graphql.ts';
import { formatDate } from '../language/format-date.ts';
import { usePersonaId } from '../personas/personas.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { NotFound, Pending } from '../shell/states.tsx';
import { words } from '../words/match-detail.ts';
import { employmentTypes, formatPay, seniorities, workModels } from './describe-posting.ts';
import { FavoriteButton } from './favorite-button.tsx';
import { GhostPanel } from './ghost.tsx';
import { Match } from './match-document.ts';
import { MatchNotice } from './match-notice.tsx';
import { MatchSteps } from './match-steps.tsx';
import classes from './match.module.css';
import { Rationale } from './rationale.tsx';
import { ReportMatch } from './report-match.tsx';
import { ScoreBadges, ScoreBreakdown } from './score.tsx';
import { PriorAttempt } from './prior-attempt.tsx';
import { useDetailKeys } from './use-detail-keys.ts';
import { useMatchActions, type MatchActions } from './use-match-actions.ts';
import { useMatchingWait } from './use-matching-wait.ts';
import { useNeighbours } from './use-neighbours.ts';

type MatchFields = NonNullable<MatchResult['personaJob']>;
type PostingFields = MatchFields['posting'];

const pollMs = 2_000;

/** One match: the posting, why it fits, and what to do with it. */
export function MatchDetail() {
  const { matchId = '' } = useParams();
  // Here, so that what was done can be undone while the next match is still on its way.
  const done = useMatchActions();
  const asked = useQuery(Match, { variables: { id: matchId } });
  const { data, error, refetch } = asked;
  const isUnderWay = data?.personaJob?.scoreStale === true || data?.personaJob?.rationaleState === 'REQUESTED';
  const { isWaiting } = useMatchingWait(isUnderWay, matchId);
  usePolling(asked, isWaiting ? pollMs : undefined);
  if (!data) return <Pending error={error} onRetry={refetch} />;
  return data.personaJob ? <MatchPage match={data.personaJob} done={done} /> : <NotFound />;
}

interface MatchPageProps {
  readonly match: MatchFields;
  readonly done: ReturnType<typeof useMatchActions>;
}

function MatchPage({ match, done: { actions, notice } }: MatchPageProps) {
  const { posting } = match;
  const steps = useNeighbours(match.id);
  const isStep = useLocation().state?.stepped === true;
  const act = useDetailKeys({ match, actions, steps });

  return (
    <Stack>
      <MatchSteps steps={steps} />
      <Group align="flex-start" wrap="nowrap">
        <ScoreBadges match={match} />
        <div>
          <PageTitle key={match.id} order={2} isOutcome={isStep}>
            {posting.title}
          </PageTitle>
          <Text fw={500}>{posting.companyName}</Text>
          <Text c="dimmed">{listFacts(posting).join(' · ')}</Text>
        </div>
      </Group>
      <div className={classes.detail}>
        <Paper withBorder component="section" className={classes.panel} aria-labelledby="posting">
          <h2 id="posting" className="visually-hidden">
            {words.posting}
          </h2>
          {/* The server sanitises descriptions on the way in; this is the one place that shows markup of others. */}
          <div className={classes.posting} dangerouslySetInnerHTML={{ __html: posting.descriptionHtml }} />
        </Paper>
        <Stack>
          <MatchControls match={match} actions={actions} onFavor={act.favor} onDismiss={act.dismiss} />
          <PriorAttempt attempt={match.priorAttempt} />
          <Paper withBorder component="section" className={classes.panel} aria-label={words.why.title}>
            <Stack gap="sm">
              <Title order={2} size="h4">
                {words.why.title}
              </Title>
              <Doubts match={match} />
              <Rationale matchId={match.id} state={match.rationaleState} text={match.scoreDetails?.rationale ?? null} />
              {match.scoreDetails ? (
                <ScoreBreakdown details={match.scoreDetails} />
              ) : (
                <Text size="sm">{match.scoreStale ? words.why.underWay : words.why.missing}</Text>
              )}
            </Stack>
          </Paper>
          <GhostPanel posting={posting} />
        </Stack>
      </div>
      <MatchNotice notice={notice} actions={actions} />
    </Stack>
  );
}

function listFacts(posting: PostingFields): readonly string[] {
  return [
    posting.location,
    posting.workModel && workModels[posting.workModel],
    posting.seniorityLevel && seniorities[posting.seniorityLevel],
    posting.employmentType && employmentTypes[posting.employmentType],
    posting.yearsMin ? words.facts.years(posting.yearsMin) : undefined,
    formatPay(posting),
    posting.postedDate && words.facts.posted(formatDate(posting.postedDate)),
    posting.applicationDeadline && words.facts.applyUntil(formatDate(posting.applicationDeadline)),
  ].filter((fact) => typeof fact === 'string');
}

function Doubts({ match }: { readonly match: MatchFields }) {
  const { failedNonNegotiables, warnings } = match;
  return (
    <>
      {failedNonNegotiables.length > 0 && (
        <Alert color="red" title={words.doubts.fails}>
          <Sentences of={failedNonNegotiables} />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" title={words.doubts.toMind}>
          <Sentences of={warnings} />
        </Alert>
      )}
    </>
  );
}

function Sentences({ of: sentences }: { readonly of: readonly string[] }) {
  return sentences.map((sentence) => (
    <Text key={sentence} size="sm">
      {sentence}
    </Text>
  ));
}

interface MatchControlsProps {
  readonly match: MatchFields;
  readonly actions: MatchActions;
  readonly onFavor: () => void;
  readonly onDismiss: () => void;
}

function MatchControls({ match, actions, onFavor, onDismiss }: MatchControlsProps) {
  const { posting, status } = match;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={words.acts.label}>
      <Stack gap="sm">
        {!posting.isActive && <Alert color="gray">{words.acts.closed}</Alert>}
        {posting.applyUrl && (
          <Button component="a" href={posting.applyUrl} target="_blank" rel="noopener noreferrer nofollow">
            {words.acts.apply(posting.companyName)}
          </Button>
        )}
        <ApplicationStep match={match} onApply={() => actions.recordApplied(match)} />
        <Group justify="space-between">
          {status !== 'APPLIED' && (
            <Button variant="subtle" onClick={onDismiss}>
              {status === 'DISMISSED' ? words.acts.restore : words.acts.dismiss}
            </Button>
          )}
          <ReportMatch matchId={match.id} />
          <FavoriteButton isFavorite={match.isFavorite} title={posting.title} onToggle={onFavor} />
        </Group>
        {posting.attribution && (
          <Text size="sm" c="dimmed">
            {words.acts.publishedOn(
              <Anchor
                href={posting.attribution.url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                underline="always"
              >
                {posting.attribution.label}
              </Anchor>,
            )}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

interface ApplicationStepProps {
  readonly match: MatchFields;
  readonly onApply: () => void;
}

function ApplicationStep({ match, onApply }: ApplicationStepProps) {
  const personaId = usePersonaId();
  if (match.application) {
    return (
      <Button component={Link} to={`/personas/${personaId}/applications/${match.application.id}`} variant="light">
        {words.acts.seeApplication}
      </Button>
    );
  }
  return (
    <Button variant="light" disabled={match.status === 'DISMISSED'} onClick={onApply}>
      {words.acts.applied}
    </Button>
  );
}
