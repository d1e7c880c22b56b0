import { Text } from '@mantine/core';
import { unmask, type FragmentType } from '../generated/fragment-masking.ts';
import { graphql } from '../generated/gql.ts';
import classes from './score.module.css';

const ScoreFields = graphql(`
  fragment ScoreFields on ScoreDetails {
    summary
    scorerVersion
    fit {
      total
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
};

const grade = (score: number) => (score >= 75 ? 'good' : score >= 50 ? 'fair' : 'low');

/** The fit as a number; the number says it, the colour only underlines it. */
export function ScoreBadge({ score, isStale }: { readonly score: number | null; readonly isStale: boolean }) {
  if (score === null) {
    return <div className={classes.badge}>{isStale ? 'being scored' : 'not scored'}</div>;
  }
  return (
    <div className={classes.badge} data-grade={grade(score)}>
      <span className="visually-hidden">Fit </span>
      <strong className={classes.number}>{score}</strong>
      <span className="visually-hidden"> of 100</span>
      <span aria-hidden="true">fit</span>
      {isStale && <span className={classes.stale}>being scored anew</span>}
    </div>
  );
}

/** Why a match fits, in a sentence and in skills. */
export function ScoreReasons({ details }: ScoreProps) {
  const { summary, fit } = unmask(ScoreFields, details);
  return (
    <>
      <Text size="sm">{summary}</Text>
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

/** How the score came about, part by part. */
export function ScoreBreakdown({ details }: ScoreProps) {
  const { summary, scorerVersion, fit } = unmask(ScoreFields, details);
  return (
    <>
      <Text size="sm">{summary}</Text>
      <ul className={classes.components}>
        {fit.components.map(({ name, value, weight, neutral }) => (
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
      <SkillTags label="You have" skills={fit.matchedSkills} isMatch />
      <SkillTags label="Also asked for" skills={fit.missingSkills} />
      <Text size="xs" c="dimmed">
        Scored by rules {scorerVersion}
      </Text>
    </>
  );
}
