import { deepStrictEqual } from 'node:assert';
import type { OperationName } from './documents.ts';
import type { PreparedRequest } from './requests.ts';

/** Who is asked what; the requests of all are about the same rows, in the same order. */
export interface Respondent {
  readonly name: string;
  readonly port: number;
  readonly requests: readonly PreparedRequest[];
}

/**
 * Asks all for the same rows, as several tenants, and compares what they say.
 * @returns the length of each respondent's shortest answer, in bytes
 * @throws Error where answers differ, or are not what the operation is about
 */
export async function verifyAnswers(
  name: OperationName,
  respondents: readonly Respondent[],
): Promise<ReadonlyMap<string, number>> {
  const shortest = new Map<string, number>();
  for (const index of sampleIndexes(respondents[0]?.requests.length ?? 0)) {
    const answers: { readonly name: string; readonly content: unknown }[] = [];
    for (const respondent of respondents) {
      const text = await ask(respondent, index);
      shortest.set(respondent.name, Math.min(text.length, shortest.get(respondent.name) ?? text.length));
      answers.push({ name: respondent.name, content: contentOf(JSON.parse(text)) });
    }
    compare(name, answers);
  }
  return shortest;
}

/** First, last and some between them: tenants, and turns of a toggle. */
const sampleIndexes = (length: number): readonly number[] => [
  ...new Set([0, 1, Math.floor(length / 3), Math.floor(length / 2), length - 1]),
];

async function ask({ name, port, requests }: Respondent, index: number): Promise<string> {
  const { authorization, body } = requests[index] ?? { authorization: null, body: '' };
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body,
  });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors":'))
    throw new Error(`${name} answers ${response.status}: ${text.slice(0, 1000)}`);
  return text;
}

function compare(name: OperationName, answers: readonly { readonly name: string; readonly content: unknown }[]): void {
  const [first, ...others] = answers;
  if (!first) return;
  if (!isToThePoint[name](first.content))
    throw new Error(`${first.name} gives no proper answer to ${name}: ${JSON.stringify(first.content).slice(0, 1000)}`);
  for (const other of others)
    deepStrictEqual(
      other.content,
      first.content,
      `${other.name} and ${first.name} differ on ${name}; nothing is measured.`,
    );
}

type Content = Readonly<Record<string, unknown>>;

const rowsIn = (content: unknown): number => (Array.isArray(content) ? content.length : 0);

/** Equal answers may still be equally empty. */
const isToThePoint: Readonly<Record<OperationName, (content: unknown) => boolean>> = {
  Q0: () => true,
  Q1: (content) => rowsIn((valueAt(content, 'personaJobs') as Content)['nodes']) === 20,
  Q2: (content) => rowsIn(valueAt(content, 'personaJobs')) === 50 && rowsIn(valueAt(content, 'applications')) > 0,
  Q3: (content) => valueAt(content, 'setFavorite') !== null,
  Q4: (content) => rowsIn(valueAt(content, 'first')) === 100 && rowsIn(valueAt(content, 'second')) === 100,
  Q5: (content) => valueAt(content, 'persona') === null,
};

const valueAt = (content: unknown, name: string): unknown => (content as { data: Content }).data[name];

/** Without wrappers that hold one thing and have a name of their server's own, and with one form for instants. */
function contentOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value === 'string') return instant.test(value) ? new Date(value).toISOString() : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[only, inner] = ['', null]] = entries;
  if (entries.length === 1 && wrappers.has(only)) return contentOf(inner);
  return Object.fromEntries(entries.map(([name, each]) => [name, contentOf(each)]));
}

const wrappers = new Set(['nodes', 'personaJob']);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
