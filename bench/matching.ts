import { measureSkills } from './matching/skills.ts';
import { print } from './report/report.ts';

/** Measures how well postings are read and matched against labels. */
export function benchmarkMatching(): Promise<void> {
  print(measureSkills());
  return Promise.resolve();
}
