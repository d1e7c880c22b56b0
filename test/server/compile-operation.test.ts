import { makeExecutableSchema } from '@graphql-tools/schema';
import type { EntityProperty } from '@mikro-orm/core';
import { execute, Kind, parse, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Policy } from '#authorization/policy.ts';
import { rowClass, type PlannedRow } from '#database/planned-row.ts';
import { operationCompiler } from '../../src/server/compile-operation.ts';
import { WrittenData } from '../../src/server/written-data.ts';

const columns = {
  id: 'uuid',
  title: 'text',
  pay: 'int',
  level: 'text',
  isOpen: 'boolean',
  tags: 'text[]',
  at: 'timestamptz',
};
const property = (name: string, type: string) => ({ name, columnTypes: [type] }) as EntityProperty;
const employer = rowClass(
  ['id', 'name'].map((name, at) => ({ property: property(name, 'text'), at: at + 7 })),
  [],
);
const Job = rowClass(
  Object.entries(columns).map(([name, type], at) => ({ property: property(name, type), at })),
  [{ name: 'employer', row: employer }],
);
const jobOf = (level: string, name: string | null): PlannedRow =>
  new Job([
    '7',
    'A "quoted"\n\u2028\ud800 title',
    null,
    level,
    't',
    '{a,"b c"}',
    '2025-11-03 09:00:00.5+00',
    name && '9',
    name,
  ]);

const schema = makeExecutableSchema({
  typeDefs: /* GraphQL */ `
    scalar DateTime
    enum Level {
      JUNIOR
      SENIOR
    }
    interface Named {
      name: String!
    }
    type Employer implements Named {
      id: ID!
      name: String!
    }
    type Job {
      id: ID!
      title: String!
      pay: Int
      level: Level!
      isOpen: Boolean!
      tags: [String!]!
      at: DateTime
      employer: Employer
      sameEmployer: Employer!
      shout(times: Int = 2): String
      later: [Int]
      fails: String
    }
    type Query {
      job(level: String = "SENIOR", employer: String): Job
      jobs: [Job!]!
      none: [Job]
      plain: Plain!
      text(in: Filter): String
      named: Named
      absent: Job
      throws: Job
      rejects: Job!
      returnsError: Job
      missing: Job!
    }
    input Filter {
      words: [String!] = ["all"]
    }
    type Plain {
      one: Int
      many: [[Float]]
      now: Boolean
    }
  `,
  resolvers: {
    DateTime: { serialize: (value: Date) => value.toISOString() },
    Job: {
      employer: (job: { employer: unknown }) => job.employer,
      sameEmployer: async (job: { employer: unknown }) => job.employer,
      shout: ({ title }: { title: string }, { times }: { times: number }) => title.repeat(times),
      later: async () => [1, null, 3],
      fails: () => {
        throw new Error('It fails.');
      },
    },
    Query: {
      job: (_root, { level, employer: name }: { level: string; employer?: string }) => jobOf(level, name ?? null),
      jobs: async () => [jobOf('SENIOR', 'Acme'), jobOf('JUNIOR', null)],
      none: () => [],
      plain: () => ({ one: () => 1, many: [[1.5], null, []], now: Promise.resolve(true) }),
      text: (...[, args, context, { path, variableValues }]) => JSON.stringify([args, context, path, variableValues]),
      named: () => ({ __typename: 'Employer', name: 'Acme' }),
      throws: () => {
        throw new Error('It throws.');
      },
      rejects: () => Promise.reject(new Error('It rejects.')),
      returnsError: () => new Error('It is returned.'),
    },
  },
});

/** Every field counts, and none is judged. */
const fields = { get: (coordinate: string) => ({ coordinate, runsAs: 'APP', signsIn: false }) };
const compile = operationCompiler(schema, { fields } as unknown as Policy);

interface Answers {
  readonly compiled: ExecutionResult;
  /** What graphql-js makes of the same. */
  readonly reference: ExecutionResult;
}

async function answersTo(source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answers> {
  const document = parse(source);
  const operation = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const contextValue = { who: 'ada' };
  const compiled = await compile(document, operation).execute(contextValue, variables);
  return { compiled, reference: await execute({ schema, document, contextValue, variableValues: variables }) };
}

const isWritten = ({ compiled }: Answers): boolean => compiled.data instanceof WrittenData;

/** An answer as text; which of two root fields fails first is nobody's promise. */
const textOf = ({ data, errors = [] }: ExecutionResult) => ({
  data: JSON.stringify(data),
  errors: errors.map((error) => `${JSON.stringify(error.toJSON())} ${error.originalError?.message}`).toSorted(),
});

describe('an answer that is written', () => {
  it.each([
    ['columns', '{ job { id title pay level isOpen tags at } }'],
    ['rows of several forms in a list', '{ jobs { level employer { name } } }'],
    ['an empty list', '{ none { id } }'],
    ['nothing', '{ absent { id } job { pay } }'],
    ['functions, promises and lists in lists', '{ plain { one many now } }'],
    ['promises below a list', '{ jobs { later id shout } }'],
    ['type names', '{ __typename job { __typename id } }'],
    ['aliases and the same field twice', '{ a: job { x: id y: id } b: job { id } a: job { title } }'],
    [
      'fragments',
      '{ ...F job { ... { pay } ...G } } fragment F on Query { none { id } } fragment G on Job { ... on Job { at } }',
    ],
    [
      'arguments, given and not',
      '{ a: text b: text(in: {}) c: text(in: { words: ["x"] }) d: job { shout(times: 3) } }',
    ],
  ])('is what graphql-js answers: %s', async (_name, source) => {
    const answers = await answersTo(source);
    expect(isWritten(answers)).toBe(true);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });

  it('takes variables', async () => {
    const answers = await answersTo(
      'query ($name: String, $in: Filter) { job(employer: $name) { employer { name } } text(in: $in) }',
      {
        name: 'Acme',
        in: { words: ['a'] },
      },
    );
    expect(isWritten(answers)).toBe(true);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });

  it.each([
    ['thrown', '{ throws { id } job { pay } }'],
    ['returned', '{ a: returnsError { id } b: throws { id } }'],
    ['of a field that cannot be null', '{ job { id } rejects { id } }'],
  ])('tells an error of a root field as graphql-js does: %s', async (_name, source) => {
    const { compiled, reference } = await answersTo(source);
    expect(textOf(compiled)).toEqual(textOf(reference));
  });

  it('may be larger than one piece', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `f${at}: job { title }`).join(' ');
    const answers = await answersTo(`{ ${many} }`);
    expect(isWritten(answers)).toBe(true);
    expect((answers.compiled.data as unknown as WrittenData).between('', '')).toHaveLength(2);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });
});

describe('fragments that spread each other many times over', () => {
  it('make no more fields than they select', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `F${at}`);
    const bodyOf = (next: string | undefined): string => (next ? `...${next} ...${next}` : 'id pay');
    const fragments = names.map((name, at) => `fragment ${name} on Job { ${bodyOf(names[at + 1])} }`);
    const answers = await answersTo(`{ job { ...F0 ...F0 } } ${fragments.join(' ')}`);
    expect(isWritten(answers)).toBe(true);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });
});

describe('an answer that is left to graphql-js', () => {
  it.each([
    ['a branch that may be skipped', '{ job { id @skip(if: true) pay } }'],
    ['a type that only the row decides', '{ named { name } }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a field that fails within', '{ jobs { id fails } }'],
    ['null where none may be', '{ missing { id } job { id } }'],
    ['null where none may be, found late', '{ jobs { sameEmployer { id } } }'],
    ['a value that the enumeration lacks', '{ job(level: "CHIEF") { id level } }'],
  ])('is the same: %s', async (_name, source) => {
    const answers = await answersTo(source);
    expect(isWritten(answers)).toBe(false);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });

  it('is one of more than a thousand fields', async () => {
    const answers = await answersTo(`{ ${Array.from({ length: 501 }, (_, at) => `f${at}: job { id }`).join(' ')} }`);
    expect(isWritten(answers)).toBe(false);
    expect(textOf(answers.compiled)).toEqual(textOf(answers.reference));
  });
});
