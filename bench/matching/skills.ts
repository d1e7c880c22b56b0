import { canonicalSkill } from '../../src/job-pool/canonical-skill.ts';
import { bootstrapInterval } from '../measure/bootstrap.ts';
import { atLeast } from '../report/goals.ts';
import { readForeignPostings, readLabelledAgain, readLabelledPostings } from './labelled-postings.ts';
import type { Measured } from './measured.ts';
import { comparePosting, compareSkills, detailsOf, qualityOf, type ComparedPosting } from './score-skills.ts';

/** The skills that the readers of the foreign postings looked for. */
const foreignSkills = (
  '.NET,AWS,Airflow,Angular,Bash,C#,C++,CI/CD,ClickHouse,Computer Vision,Django,Docker,Elasticsearch,Excel,FastAPI,' +
  'Flask,Flutter,Git,Go,Grafana,GraphQL,HTML/CSS,Java,JavaScript,Kafka,Kotlin,Kubernetes,LLM,LangChain,Linux,MLOps,' +
  'MS SQL Server,Machine Learning,MongoDB,MySQL,NLP,Nginx,Node.js,PHP,PostgreSQL,Power BI,PyTorch,Python,RAG,' +
  'REST API,React,React Native,Redis,SQL,Selenium,Spark,Spring,Tableau,TensorFlow,Terraform,TypeScript,Vue,n8n,' +
  'pandas,scikit-learn'
).split(',');
const longestList = 25;
// How many postings to tune with one reader labelled; another labelled those behind them.
const firstReader = 76;

/** How well skills are read out of postings, with the goal. */
export function measureSkills(): Measured {
  const postings = readLabelledPostings();
  const halfOf = (half: 'tuning' | 'held-out'): readonly ComparedPosting[] =>
    postings.filter((posting) => posting.half === half).map((posting) => comparePosting(posting));
  const looked = new Set(foreignSkills.map(canonicalSkill));
  const foreign = readForeignPostings().map((posting) => comparePosting(posting, (name) => looked.has(name)));
  const labels = new Map(postings.map(({ id, skills }) => [id, skills]));
  const readAgain = readLabelledAgain().map(({ id, skills }) => compareSkills(labels.get(id) ?? [], skills));
  const tuning = halfOf('tuning');
  const heldOut = halfOf('held-out');
  const blocks = [
    '### Skills read out of postings',
    [
      '| | precision | recall | F1 | 95 % | required or nice | years |',
      '|---|---:|---:|---:|---|---:|---:|',
      row(`${tuning.length} to tune with`, tuning),
      row(`of those, the first ${firstReader}`, tuning.slice(0, firstReader)),
      row(`${heldOut.length} held out`, heldOut),
      row(`the same, read by a second reader`, readAgain),
      row(`${foreign.length} of others, ${looked.size} skills`, foreign),
    ].join('\n'),
    `Missed most of those to tune with: ${commonest(tuning.flatMap(({ missed }) => missed))}`,
    `Found wrongly most: ${commonest(tuning.flatMap(({ wrong }) => wrong))}`,
  ];
  return { blocks, goals: [atLeast('skills', 'F1 on the postings held out', [qualityOf(heldOut).f1, 0.88])] };
}

function row(name: string, postings: readonly ComparedPosting[]): string {
  const { precision, recall, f1 } = qualityOf(postings);
  const [from, to] = bootstrapInterval(postings, (sample) => qualityOf(sample).f1);
  const details = detailsOf(postings);
  const isDetailed = postings.some(({ hits }) => hits.some(({ labelled }) => labelled.required !== null));
  return `| ${[
    name,
    ...[precision, recall, f1].map(figure),
    `${figure(from)}..${figure(to)}`,
    ...(isDetailed ? [figure(details.required), `${figure(details.years)} of ${details.withYears}`] : ['', '']),
  ].join(' | ')} |`;
}

const figure = (value: number): string => value.toFixed(3);

function commonest(skills: readonly { readonly name: string }[]): string {
  const counts = Map.groupBy(skills, ({ name }) => name);
  return [...counts]
    .map(([name, each]) => ({ name, count: each.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, longestList)
    .map(({ name, count }) => `${name} ${count}`)
    .join(', ');
}
