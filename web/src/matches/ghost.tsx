import { Badge, Paper, Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { GhostBand, GhostFieldsFragment } from '../generated/graphql.ts';
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

const bands: Readonly<Record<GhostBand, string>> = {
  FRESH: 'Nothing speaks against it.',
  MODERATE: 'A little speaks against a live opening.',
  ELEVATED: 'Some things speak against a live opening.',
  HIGH_RISK: 'Much speaks against a live opening.',
};
const fieldNames: Readonly<Record<string, string>> = {
  salary: 'the pay',
  deadline: 'a last day to apply',
  location: 'a place',
};

/** A quiet word on a posting in a list that may be no live opening. */
export function GhostSign({ score }: { readonly score: number | null }) {
  if (score === null || score < signFrom) return null;
  return (
    <div>
      <Badge variant="light" color="gray" size="sm" tt="none">
        Possibly no live opening
      </Badge>
    </div>
  );
}

/** What speaks against a posting being a live opening, where something does. */
export function GhostPanel({ posting }: { readonly posting: FragmentType<typeof GhostFields> }) {
  const { ghostScore, ghostSignals } = unmask(GhostFields, posting);
  if (ghostScore === null || ghostSignals === null || ghostScore < panelFrom) return null;
  return (
    <Paper withBorder component="section" className={classes.panel} aria-label="Is it a live opening?">
      <Title order={2} size="h4">
        Is it a live opening?
      </Title>
      <Text size="sm">
        {bands[ghostSignals.band]} A caution, not a verdict: {ghostScore} of 100.
      </Text>
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
    daysOpen > staleAfterDays && `Open for ${daysOpen} days`,
    repostCount > 0 && `Posted ${repostCount === 1 ? 'once' : `${repostCount} times`} before`,
    vaguenessScore >= vagueFrom && 'Says little about the work',
    missingFields.length > 0 && `Does not tell ${missingFields.map((name) => fieldNames[name] ?? name).join(', ')}`,
    requirementMismatch && 'Years asked for do not go with the level',
  ].filter((signal) => typeof signal === 'string');
}
