import {
  BREAK,
  execute,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { loginsOf, selectedCoordinates, type OperationSource, type Selected } from '#authorization/judge-document.ts';
import type { Login, Policy } from '#authorization/policy.ts';
import { plannedExtension } from '#database/reads.ts';
import { answerWriter, type WriteAnswer } from './answer-writer.ts';

/** What of an operation is the same for every request. */
export interface CompiledOperation {
  readonly execute: WriteAnswer;
  /** The coordinates it selects for given variables. */
  readonly selected: (variables: OperationSource['variables']) => Selection;
}

export interface Selection {
  readonly coordinates: readonly Selected[];
  /** The login that it runs on; of several it would be none. */
  readonly login: Login;
  readonly rootFields: number;
  /** Whether all of it reads and changes rows by planned statements. */
  readonly isPlanned: boolean;
}

/** Compiles operations, each when it first comes, for as long as its parsed document is kept. */
export function operationCompiler(
  schema: GraphQLSchema,
  policy: Policy,
): (document: DocumentNode, operation: OperationDefinitionNode) => CompiledOperation {
  const known = new WeakMap<OperationDefinitionNode, CompiledOperation>();
  return (document, operation) => {
    const before = known.get(operation);
    if (before) return before;
    const select = (variables: OperationSource['variables']): Selection =>
      selectionOf(schema, selectedCoordinates(schema, policy, { document, operation, variables }));
    const fixed = hasBranches(document) ? null : select({});
    const made = {
      execute: executorOf(schema, { document, operation }, fixed),
      selected: fixed ? () => fixed : select,
    };
    known.set(operation, made);
    return made;
  };
}

/** Real screens have dozens of fields; what is made for each of them is kept as long as the document. */
const mostWrittenFields = 1_000;

/** Answers of queries are written; how any other looks, and one that failed within, graphql-js says. */
function executorOf(
  schema: GraphQLSchema,
  { document, operation }: Pick<OperationSource, 'document' | 'operation'>,
  selected: Selection | null,
): CompiledOperation['execute'] {
  const operationName = operation.name?.value ?? null;
  const byReference: CompiledOperation['execute'] = async (contextValue, variableValues) =>
    execute({ schema, document, operationName, contextValue, variableValues });
  const isWritable =
    operation.operation === OperationTypeNode.QUERY &&
    selected !== null &&
    selected.coordinates.length <= mostWrittenFields;
  const write = isWritable ? answerWriter(schema, document, operation) : null;
  if (!write) return byReference;
  return async (...given) => {
    try {
      return await write(...given);
    } catch {
      return byReference(...given);
    }
  };
}

function selectionOf(schema: GraphQLSchema, coordinates: readonly Selected[]): Selection {
  const roots = coordinates.filter(({ path }) => path.length === 1).map(({ policy }) => policy.coordinate);
  const login = [...loginsOf(coordinates)].find((each) => each !== 'APP') ?? 'APP';
  return {
    coordinates,
    login,
    rootFields: roots.length,
    isPlanned: login === 'APP' && roots.every((coordinate) => isPlanned(schema, coordinate)),
  };
}

/** Queries are, and the mutations that say so. */
function isPlanned(schema: GraphQLSchema, coordinate: string): boolean {
  const [type, field = ''] = coordinate.split('.');
  if (type !== schema.getMutationType()?.name) return true;
  return schema.getMutationType()?.getFields()[field]?.extensions[plannedExtension] === true;
}

/** Whether `@skip` or `@include` stand anywhere: then what is selected depends on the request. */
function hasBranches(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: ({ name }) => {
      found = ['skip', 'include'].includes(name.value);
      return found ? BREAK : undefined;
    },
  });
  return found;
}
