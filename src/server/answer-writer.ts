import {
  defaultFieldResolver,
  getArgumentValues,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLLeafType,
  type GraphQLNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { PlannedRow, type RowShape } from '#database/planned-row.ts';
import { fieldCollector, fragmentsOf, type CollectedField, type CollectFields } from '#platform/collect-fields.ts';
import { columnWriter, nothing, Unwritable, type WriteColumn } from './column-writer.ts';
import { Output, WrittenData } from './written-data.ts';

/**
 * Executes one query and writes its answer, each field where it is resolved: columns go from PostgreSQL's text to JSON
 * without an object between. @throws where anything but a root field fails: how such an answer looks, others know
 */
export type WriteAnswer = (context: unknown, variables: Readonly<Record<string, unknown>>) => Promise<ExecutionResult>;

/** The writer of a query's answers; null where it asks for the schema, or for types that only a row decides. */
export function answerWriter(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): WriteAnswer | null {
  const fragments = fragmentsOf(definitions);
  const type = schema.getQueryType();
  if (!type) return null;
  const maker = new FieldMaker(fieldCollector(schema, fragments), {
    schema,
    fragments,
    operation,
    rootValue: undefined,
  });
  try {
    return answer(maker.fields(type, [operation.selectionSet]));
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

const answer =
  (roots: readonly Field[]): WriteAnswer =>
  async (context, variables) => {
    const call = { context, variables };
    const fields = await Promise.all(roots.map((root, at) => rootField(root, at === 0 ? '{' : ',', call)));
    const errors = fields.flatMap(({ error }) => error ?? []);
    const isNothing = fields.some(({ pieces }) => pieces === null);
    const data = isNothing ? null : new WrittenData([...fields.flatMap(({ pieces }) => pieces ?? []), '}']);
    return { data: data as ExecutionResult['data'], ...(errors.length > 0 ? { errors } : {}) };
  };

interface WrittenField {
  /** Null where it failed and must not be null: then there is no data at all. */
  readonly pieces: readonly string[] | null;
  readonly error?: GraphQLError;
}

async function rootField(field: Field, between: string, call: Call): Promise<WrittenField> {
  const { key, nodes, resolve, write, isNonNull } = field;
  const output = new Output();
  output.add(`${between}"${key}":`);
  let value: unknown;
  try {
    value = present(await resolve(undefined, call));
  } catch (thrown) {
    const error = locatedError(thrown, [...nodes], [key]);
    if (isNonNull) return { pieces: null, error };
    output.add('null');
    return { pieces: await output.pieces(), error };
  }
  write(value, output, call);
  return { pieces: await output.pieces() };
}

/** What is the same for all fields of one request. */
interface Call {
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Write = (value: unknown, output: Output, call: Call) => void;

interface Field {
  readonly key: string;
  readonly nodes: CollectedField['nodes'];
  readonly isNonNull: boolean;
  readonly resolve: (source: unknown, call: Call) => unknown;
  readonly write: Write;
  /** How it is written from a column that nothing stands before; null where that takes its resolver. */
  readonly fromColumn: (shape: RowShape) => WriteColumn | null;
}

type FixedInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation' | 'rootValue'>;

/** Makes what writes the fields of a document. */
class FieldMaker {
  readonly #collect: CollectFields;
  readonly #info: FixedInfo;

  constructor(collect: CollectFields, info: FixedInfo) {
    this.#collect = collect;
    this.#info = info;
  }

  fields(
    type: GraphQLObjectType,
    below: readonly SelectionSetNode[],
    above?: GraphQLResolveInfo['path'],
  ): readonly Field[] {
    return [...this.#collect(type, below)].map(([key, field]) =>
      this.#field(type, field, { prev: above, key, typename: type.name }),
    );
  }

  #field(type: GraphQLObjectType, { name, nodes, below }: CollectedField, path: GraphQLResolveInfo['path']): Field {
    const key = String(path.key);
    if (name === '__typename') return constant(key, nodes, type.name);
    const definition = type.getFields()[name];
    if (!definition) throw new Unwritable();
    const { type: returnType, args, resolve = defaultFieldResolver } = definition;
    const [node] = nodes;
    const info = { ...this.#info, fieldName: name, fieldNodes: [...nodes], returnType, parentType: type, path };
    return {
      key,
      nodes,
      isNonNull: isNonNullType(returnType),
      resolve: (source, { context, variables }) => {
        const given = args.length > 0 && node ? getArgumentValues(definition, node, variables) : {};
        return resolve(source, given, context, { ...info, variableValues: variables as Record<string, unknown> });
      },
      write: this.#output(returnType, below, path),
      fromColumn: (shape) => {
        const column = resolve === defaultFieldResolver ? shape.get(name) : undefined;
        return column ? columnWriter(returnType, column) : null;
      },
    };
  }

  #output(type: GraphQLOutputType, below: readonly SelectionSetNode[], path: GraphQLResolveInfo['path']): Write {
    const isNonNull = isNonNullType(type);
    const write = this.#present(
      isNonNull ? type.ofType : (type as GraphQLNullableType & GraphQLOutputType),
      below,
      path,
    );
    return (value, output, call) =>
      value === null || value === undefined ? output.add(nothing(isNonNull)) : write(present(value), output, call);
  }

  #present(
    type: GraphQLOutputType & GraphQLNullableType,
    below: readonly SelectionSetNode[],
    path: GraphQLResolveInfo['path'],
  ): Write {
    if (isListType(type)) return listWriter(this.#output(type.ofType, below, path));
    if (isLeafType(type)) return (value, output) => output.add(serialized(type, value));
    if (isAbstractType(type)) throw new Unwritable();
    return objectWriter(this.fields(type, below, path));
  }
}

const constant = (key: string, nodes: CollectedField['nodes'], text: string): Field => ({
  key,
  nodes,
  isNonNull: true,
  resolve: () => text,
  write: (_value, output) => output.add(`"${text}"`),
  fromColumn: () => () => `"${text}"`,
});

/** Shield hands on what is thrown by returning it. */
function present(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  const result: unknown = type.serialize(value);
  if (result === null || result === undefined) throw new Unwritable();
  return JSON.stringify(result);
}

const listWriter =
  (write: Write): Write =>
  (items, output, call) => {
    if (!Array.isArray(items)) throw new Unwritable();
    for (let at = 0; at < items.length; at += 1) {
      output.add(at === 0 ? '[' : ',');
      writeWhenThere(items[at], output, { write, call });
    }
    output.add(items.length === 0 ? '[]' : ']');
  };

function objectWriter(fields: readonly Field[]): Write {
  const labels = fields.map(({ key }, at) => `${at === 0 ? '{' : ','}"${key}":`);
  // Rows of a list are of one shape.
  let known: RowShape | null = null;
  let columns: readonly (WriteColumn | null)[] = [];
  return (source, output, call) => {
    const cells = source instanceof PlannedRow ? PlannedRow.cellsOf(source) : null;
    if (source instanceof PlannedRow && PlannedRow.shapeOf(source) !== known) {
      const shape = PlannedRow.shapeOf(source);
      known = shape;
      columns = fields.map(({ fromColumn }) => fromColumn(shape));
    }
    let text = '';
    for (let at = 0; at < fields.length; at += 1) {
      text += labels[at] as string;
      const column = cells && columns[at];
      if (column) {
        text += column(cells);
        continue;
      }
      output.add(text);
      text = '';
      const { resolve, write } = fields[at] as Field;
      writeWhenThere(resolve(source, call), output, { write, call });
    }
    output.add(`${text}}`);
  };
}

function writeWhenThere(value: unknown, output: Output, { write, call }: { write: Write; call: Call }): void {
  if (value instanceof Promise) output.later(value, (settled, place) => write(settled, place, call));
  else write(value, output, call);
}
