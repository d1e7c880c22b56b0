import { measureGolden } from './matching/golden-matches.ts';
import { measureInjections } from './matching/injected-postings.ts';
import { measureLevels } from './matching/levels.ts';
import { measureRanking } from './matching/posting-ranking.ts';
import { measureSkills } from './matching/skills.ts';
import { measureTitles } from './matching/title-ranking.ts';
import { goalTable } from './report/goals.ts';
import { print } from './report/report.ts';

/** Measures how well postings are read and matched, against labels and by what O*NET says of occupations. */
export function benchmarkMatching(): Promise<void> {
  const parts = [
    measureSkills(),
    measureTitles(),
    measureLevels(),
    measureRanking(),
    measureGolden(),
    measureInjections(),
  ];
  print([...parts.flatMap(({ blocks }) => blocks), '### Goals', goalTable(parts.flatMap(({ goals }) => goals))]);
  return Promise.resolve();
}
