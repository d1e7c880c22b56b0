import { Text, Title } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import type { ScoreFieldsFragment, ScoreLabel } from '../generated/graphql.ts';
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

const componentLabels: Readonly<Record<string, string>> = {
  hard_skills: 'Hard skills',
  soft_skills: 'Soft skills',
  experience_level: 'Experience',
  role_title: 'Role and title',
  location_logistics: 'Place and way to work',
  target_role: 'Roles you aim for',
  target_skills: 'Skills you want',
  trajectory: 'Step from your level',
};

const labels: Readonly<Record<ScoreLabel, string>> = {
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  POOR: 'poor',
  HIGH_GROWTH: 'high growth',
  MODERATE_GROWTH: 'some growth',
  LATERAL: 'sideways',
  LOW_GROWTH: 'no growth',
};

const grade = (score: number) => (score >= 75 ? 'good' : score >= 50 ? 'fair' : 'low');

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
  if (fitScore === null) return <div className={classes.badge}>{scoreStale ? 'being scored' : 'not scored'}</div>;
  return (
    <div className={classes.badges}>
      <ScoreBadge name="Fit" score={fitScore} label={details?.fit.label} isStale={scoreStale} />
      {stretchScore !== null && <ScoreBadge name="Stretch" score={stretchScore} label={details?.stretch?.label} />}
    </div>
  );
}

interface ScoreBadgeProps {
  readonly name: string;
  readonly score: number;
  readonly label: ScoreLabel | undefined;
  readonly isStale?: boolean;
}

function ScoreBadge({ name, score, label, isStale = false }: ScoreBadgeProps) {
  return (
    <div className={classes.badge} data-grade={grade(score)}>
      <span className="visually-hidden">{name} </span>
      <strong className={classes.number}>{score}</strong>
      <span className="visually-hidden"> of 100</span>
      <span aria-hidden="true">{name.toLowerCase()}</span>
      {label && <span>{labels[label]}</span>}
      {isStale && <span className={classes.stale}>being scored anew</span>}
    </div>
  );
}

/** Why a match fits and leads further, in sentences and in skills. */
export function ScoreReasons({ details }: ScoreProps) {
  const { summary, stretchNotes, fit } = unmask(ScoreFields, details);
  return (
    <>
      <Text size="sm">{[summary, ...stretchNotes].join(' ')}</Text>
      <SkillTags label="You have" skills={fit.matchedSkills} isMatch />
      <SkillTags label="Also asked for" skills={fit.missingSkills} />
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
            {isMatch && <span aria-hidden="true">✓ </span>}
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
      <Components of={fit.components} label="Parts of the fit" />
      <SkillTags label="You have" skills={fit.matchedSkills} isMatch />
      <SkillTags label="Also asked for" skills={fit.missingSkills} />
      {stretch && (
        <>
          <Title order={3} size="h5">
            Where it leads
          </Title>
          {stretchNotes.length > 0 && <Text size="sm">{stretchNotes.join(' ')}</Text>}
          <Components of={stretch.components} label="Parts of the stretch" />
          <SkillTags label="You want, and it asks for" skills={stretch.matchedSkills} isMatch />
          <SkillTags label="You also want" skills={stretch.missingSkills} />
        </>
      )}
      <Text size="xs" c="dimmed">
        Scored by rules {scorerVersion}
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
          <span className={classes.value}>{Math.round(value)} of 100</span>
          <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" className={classes.track} />
            <rect width={value} height="4" className={classes.fill} data-grade={neutral ? 'low' : grade(value)} />
          </svg>
          <span className={classes.note}>
            counts for {Math.round(weight * 100)} %{neutral && ', nothing said to judge it by'}
          </span>
        </li>
      ))}
    </ul>
  );
}
