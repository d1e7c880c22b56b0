import { Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { ScoreFieldsFragment, ScoreLabel } from '../generated/graphql.ts';
import { words } from '../words/matches.ts';
import classes from './score.module.css';

const ScoreFields = graphql(`
  fragment ScoreFields on ScoreDetails {
    summary
    stretchNotes
    scorerVersion
    fit {
      label
      components {
        name
        value
        weight
        neutral
      }
      matchedSkills
      missingSkills
    }
    stretch {
      label
      components {
        name
        value
        weight
        neutral
      }
      matchedSkills
      missingSkills
    }
  }
`);

interface ScoreProps {
  readonly details: FragmentType<typeof ScoreFields>;
}

const componentLabels: Readonly<Record<string, string>> = words.score.components;

const labels: Readonly<Record<ScoreLabel, string>> = words.score.labels;

/** How good a score is, in a word that colours are for. */
export const gradeOf = (score: number) => (score >= 75 ? 'good' : score >= 50 ? 'fair' : 'low');

interface ScoredMatch {
  readonly fitScore: number | null;
  readonly stretchScore: number | null;
  readonly scoreStale: boolean;
  readonly scoreDetails: FragmentType<typeof ScoreFields> | null;
}

/** Fit and stretch as numbers; they and their words say it, the colour only underlines it. */
export function ScoreBadges({ match }: { readonly match: ScoredMatch }) {
  const { fitScore, stretchScore, scoreStale, scoreDetails } = match;
  const details = scoreDetails && unmask(ScoreFields, scoreDetails);
  if (fitScore === null)
    return <div className={classes.badge}>{scoreStale ? words.score.underWay : words.score.missing}</div>;
  return (
    <div className={classes.badges}>
      <ScoreBadge name={words.score.fit} score={fitScore} label={details?.fit.label} isStale={scoreStale} />
      {stretchScore !== null && (
        <ScoreBadge name={words.score.stretch} score={stretchScore} label={details?.stretch?.label} />
      )}
    </div>
  );
}

interface ScoreBadgeProps {
  readonly name: { readonly spoken: string; readonly mark: string };
  readonly score: number;
  readonly label: ScoreLabel | undefined;
  readonly isStale?: boolean;
}

function ScoreBadge({ name, score, label, isStale = false }: ScoreBadgeProps) {
  return (
    <div className={classes.badge} data-grade={gradeOf(score)}>
      <span className="visually-hidden">{name.spoken} </span>
      <strong className={classes.number}>{score}</strong>
      <span className="visually-hidden">{words.score.ofHundred}</span>
      <span aria-hidden="true">{name.mark}</span>
      {label && <span>{labels[label]}</span>}
      {isStale && <span className={classes.stale}>{words.score.anew}</span>}
    </div>
  );
}

/** Why a match fits and leads further, in sentences and in skills. */
export function ScoreReasons({ details }: ScoreProps) {
  const { summary, stretchNotes, fit } = unmask(ScoreFields, details);
  return (
    <>
      <Text size="sm">{[summary, ...stretchNotes].join(' ')}</Text>
      <SkillTags label={words.score.have} skills={fit.matchedSkills} isMatch />
      <SkillTags label={words.score.lack} skills={fit.missingSkills} />
    </>
  );
}

interface SkillTagsProps {
  readonly label: string;
  readonly skills: readonly string[];
  readonly isMatch?: boolean;
}

function SkillTags({ label, skills, isMatch = false }: SkillTagsProps) {
  if (skills.length === 0) return null;
  return (
    <div className={classes.tagLine}>
      <span className={classes.tagLabel}>{label}</span>
      <ul className={classes.tags} aria-label={label}>
        {skills.map((skill) => (
          <li key={skill} className={isMatch ? classes.have : classes.lack}>
            {isMatch && <span aria-hidden="true">{'✓ '}</span>}
            {skill}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the scores came about, part by part. */
export function ScoreBreakdown({ details }: ScoreProps) {
  const { summary, stretchNotes, scorerVersion, fit, stretch } = unmask(ScoreFields, details);
  return (
    <>
      <Text size="sm">{summary}</Text>
      <Components of={fit.components} label={words.score.fitParts} />
      <SkillTags label={words.score.have} skills={fit.matchedSkills} isMatch />
      <SkillTags label={words.score.lack} skills={fit.missingSkills} />
      {stretch && (
        <>
          <Title order={3} size="h5">
            {words.score.stretchTitle}
          </Title>
          {stretchNotes.length > 0 && <Text size="sm">{stretchNotes.join(' ')}</Text>}
          <Components of={stretch.components} label={words.score.stretchParts} />
          <SkillTags label={words.score.want} skills={stretch.matchedSkills} isMatch />
          <SkillTags label={words.score.alsoWant} skills={stretch.missingSkills} />
        </>
      )}
      <Text size="xs" c="dimmed">
        {words.score.rules(scorerVersion)}
      </Text>
    </>
  );
}

interface ComponentsProps {
  readonly of: ScoreFieldsFragment['fit']['components'];
  readonly label: string;
}

function Components({ of: components, label }: ComponentsProps) {
  return (
    <ul className={classes.components} aria-label={label}>
      {components.map(({ name, value, weight, neutral }) => (
        <li key={name} className={classes.component}>
          <span>{componentLabels[name] ?? name}</span>
          <span className={classes.value}>{words.score.part(Math.round(value))}</span>
          <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" className={classes.track} />
            <rect width={value} height="4" className={classes.fill} data-grade={neutral ? 'low' : gradeOf(value)} />
          </svg>
          <span className={classes.note}>{words.score.weight(Math.round(weight * 100), neutral)}</span>
        </li>
      ))}
    </ul>
  );
}
