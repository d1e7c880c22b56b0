import type { RawPosting } from '#job-pool/raw-posting.ts';
import { derivePosting } from '#job-pool/derive-posting.ts';
import { adapters } from '#sources/adapters/adapters.ts';
import type { SourceAdapter } from '#sources/adapters/source-adapter.ts';
import { boardOf, readAnswer, recordedAnswers } from './board-answers.ts';
import { documentedAnswers } from './documented-answers.ts';

const fields: readonly (readonly [heading: string, isFilled: (posting: RawPosting) => boolean])[] = [
  ['place', ({ location }) => location !== null],
  ['more places', ({ secondaryLocations }) => secondaryLocations.length > 0],
  ['country', ({ country }) => country !== null],
  ['remote or model', ({ isRemote, workModel }) => isRemote !== null || workModel !== null],
  ['contract', ({ employmentType }) => employmentType !== null],
  ['text', ({ descriptionHtml, descriptionText }) => (descriptionHtml ?? descriptionText) !== null],
  ['posted', ({ postedDate }) => postedDate !== null],
  ['deadline', ({ applicationDeadline }) => applicationDeadline !== null],
  ['pay', ({ pay }) => pay !== null],
  ['apply link', ({ applyUrl }) => applyUrl !== null],
];

/** The chapter of the documentation that tells of each source what it is asked, asks for and fills. */
export async function sourceTables(): Promise<string> {
  const about = adapters.map(({ name, label, board, attribution, offBecause, key }) => [
    `${label} (\`${name}\`)`,
    `${board.kind}: \`${board.example}\`${key ? '; a key of your own' : ''}`,
    offBecause ?? 'on',
    attribution === null ? '' : `"${attribution.text}"${attribution.linkBack ? ', with a link to its page' : ''}`,
  ]);
  const filled = await Promise.all(adapters.map(filledBy));
  return [
    '| source | board | polled | attribution |\n| --- | --- | --- | --- |',
    ...about.map(row),
    '',
    `| source | read as | postings | ${fields.map(([heading]) => heading).join(' | ')} | incomplete |`,
    `| --- | --- ${'| ---: '.repeat(fields.length + 2)}|`,
    ...filled.map(row),
  ].join('\n');
}

async function filledBy(source: SourceAdapter): Promise<string[]> {
  const postings = await samplesOf(source);
  // Texts written after documents are short, whatever their sources give.
  const isRecorded = source.provedOn === 'RECORDED';
  const incomplete = postings.filter((each) =>
    isRecorded ? derivePosting(each).isIncomplete : each.isExcerpt === true,
  );
  const counts = fields.map(([, isFilled]) => postings.filter(isFilled).length);
  return [
    source.label,
    isRecorded ? 'recorded' : 'documented',
    `${postings.length}`,
    ...[...counts, incomplete.length].map((count) => `${Math.round((100 * count) / postings.length)} %`),
  ];
}

async function samplesOf({ name, provedOn }: SourceAdapter): Promise<RawPosting[]> {
  // Teamtailor's answer is a JSON feed too.
  const own = recordedAnswers.filter((answer) =>
    answer.name.startsWith(name === 'jsonfeed' ? 'teamtailor-' : `${name}-`),
  );
  const documented = documentedAnswers[name];
  const texts =
    provedOn === 'RECORDED'
      ? own.map((answer) => ({ text: answer.text, board: boardOf(answer.name) }))
      : [{ text: typeof documented === 'string' ? documented : JSON.stringify(documented), board: boardOf(name) }];
  const read = await Promise.all(texts.map(({ text, board }) => readAnswer(text, { as: name, board })));
  return read.flatMap(({ records }) => records.flatMap((each) => ('record' in each ? each.record : [])));
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
