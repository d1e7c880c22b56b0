import { Badge, Paper, Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { GhostBand, GhostFieldsFragment } from '../generated/graphql.ts';
import { words } from '../words/matches.ts';
import classes from './match.module.css';

const GhostFields = graphql(`
  fragment GhostFields on JobPosting {
    ghostScore
    ghostSignals {
      band
      daysOpen
      repostCount
      vaguenessScore
      missingFields
      requirementMismatch
    }
  }
`);

const signFrom = 50;
const panelFrom = 26;
const vagueFrom = 50;
const staleAfterDays = 30;

const bands: Readonly<Record<GhostBand, string>> = words.ghost.bands;
const fieldNames: Readonly<Record<string, string>> = words.ghost.missing;

/** A quiet word on a posting in a list that may be no live opening. */
export function GhostSign({ score }: { readonly score: number | null }) {
  if (score === null || score < signFrom) return null;
  return (
    <div>
      <Badge variant="light" color="gray" size="sm" tt="none">
        {words.ghost.sign}
      </Badge>
    </div>
  );
}

/** What speaks against a posting being a live opening, where something does. */
export function GhostPanel({ posting }: { readonly posting: FragmentType<typeof GhostFields> }) {
  const { ghostScore, ghostSignals } = unmask(GhostFields, posting);
  if (ghostScore === null || ghostSignals === null || ghostScore < panelFrom) return null;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label={words.ghost.title}>
      <Title order={2} size="h4">
        {words.ghost.title}
      </Title>
      <Text size="sm">{words.ghost.score(bands[ghostSignals.band], ghostScore)}</Text>
      <ul className={classes.signals}>
        {describeSignals(ghostSignals).map((signal) => (
          <li key={signal}>{signal}</li>
        ))}
      </ul>
    </Paper>
  );
}

function describeSignals(signals: NonNullable<GhostFieldsFragment['ghostSignals']>): readonly string[] {
  const { daysOpen, repostCount, vaguenessScore, missingFields, requirementMismatch } = signals;
  return [
    daysOpen > staleAfterDays && words.ghost.open(daysOpen),
    repostCount > 0 && words.ghost.reposted(repostCount),
    vaguenessScore >= vagueFrom && words.ghost.vague,
    missingFields.length > 0 && words.ghost.untold(missingFields.map((name) => fieldNames[name] ?? name)),
    requirementMismatch && words.ghost.years,
  ].filter((signal) => typeof signal === 'string');
}
