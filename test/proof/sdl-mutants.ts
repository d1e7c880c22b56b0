import {
  astFromValue,
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  visit,
  GraphQLList,
  GraphQLString,
  type ASTNode,
  type ConstArgumentNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { logins, ops } from '#authorization/policy.ts';
import { roles } from '#authorization/viewer.ts';

/** The SDL with one application of a directive taken away, or with another argument. */
export interface SdlMutant {
  /** Where it is, and what. */
  readonly what: string;
  readonly definitions: readonly string[];
}

/** Every SDL that lacks exactly one directive of the given one. */
export function withoutEach(definitions: readonly string[]): readonly SdlMutant[] {
  const documents = definitions.map((text) => parse(text));
  return documents.flatMap((document, at) =>
    applicationsIn(document).map(({ what, node }) => ({
      what,
      definitions: definitions.map((text, other) => (other === at ? print(without(document, node)) : text)),
    })),
  );
}

/** Every SDL of which one directive says another of the values that its argument could have. */
export function withOther(definitions: readonly string[], relations: Relations): readonly SdlMutant[] {
  const documents = definitions.map((text) => parse(text));
  return documents.flatMap((document, at) =>
    applicationsIn(document).flatMap(({ what, node }) =>
      otherArguments(node, relations).map((changed) => ({
        what: `${what} as ${print(changed)}`,
        definitions: definitions.map((text, other) => (other === at ? print(replaced(document, node, changed)) : text)),
      })),
    ),
  );
}

/** Names of relations, which a path could take instead. */
export type Relations = readonly string[];

function otherArguments(node: DirectiveNode, relations: Relations): readonly DirectiveNode[] {
  if (node.name.value === 'stepUp' && !node.arguments?.length) return [dayLongStepUp];
  return (node.arguments ?? []).flatMap((argument) =>
    valuesBeside(argument as ConstArgumentNode, relations).map((value) => ({
      ...node,
      arguments: node.arguments?.map((each) => (each === argument ? { ...argument, value } : each)) ?? [],
    })),
  ) as readonly DirectiveNode[];
}

const [dayLongStepUp] = (parse('{ field @stepUp(maxAge: 86400) }').definitions as readonly OperationDefinitionNode[])
  .flatMap(({ selectionSet }) => selectionSet.selections)
  .flatMap(({ directives = [] }) => directives) as [DirectiveNode];

/** Paths shortened and redirected, operations more and fewer, edges fewer, other roles and logins, wider limits. */
function otherValues({ name, value }: ConstArgumentNode, relations: Relations): readonly ConstValueNode[] {
  const known: unknown = valueFromASTUntyped(value);
  switch (name.value) {
    case 'via':
      return otherPaths(String(known).split('.'), relations).map(text);
    case 'key':
      return [text('createdAt')];
    case 'operations':
      return otherOperations(known as readonly string[]).map((values) => ({
        kind: Kind.LIST,
        values: values.map((each) => ({ kind: Kind.ENUM, value: each })),
      }));
    case 'reachedFrom':
      return (known as readonly string[]).map((edge) =>
        list((known as readonly string[]).filter((each) => each !== edge)),
      );
    case 'requires':
      return others(roles, known);
    case 'login':
      return others(logins, known);
    case 'by':
      return others(['IP', 'VIEWER', 'ARGUMENT'], known);
    case 'max':
      return [{ kind: Kind.INT, value: String(2 * Number(known)) }];
    case 'window':
      return [text('1s')];
    default:
      return [];
  }
}

const otherPaths = (path: readonly string[], relations: Relations): string[] => [
  ...path.slice(1).map((_, at) => path.slice(at + 1).join('.')),
  ...path.slice(1).map((_, at) => path.slice(0, at + 1).join('.')),
  ...path.flatMap((segment, at) =>
    relations.filter((other) => other !== segment).map((other) => path.with(at, other).join('.')),
  ),
];

const otherOperations = (known: readonly string[]): (readonly string[])[] => [
  ...ops.filter((op) => !known.includes(op)).map((op) => [...known, op]),
  ...known.map((op) => known.filter((each) => each !== op)),
];

const valuesBeside = (argument: ConstArgumentNode, relations: Relations): readonly ConstValueNode[] =>
  argument.name.value === 'scopes'
    ? otherScopes(valueFromASTUntyped(argument.value) as readonly (readonly string[])[]).map(listOfLists)
    : otherValues(argument, relations);

const listOfLists = (lists: readonly (readonly string[])[]): ConstValueNode => ({
  kind: Kind.LIST,
  values: lists.map((all) => ({ kind: Kind.LIST, values: all.map((value) => ({ kind: Kind.ENUM, value })) })),
});

/** One scope fewer, another in the place of one, and another that would do by itself. */
const otherScopes = (known: readonly (readonly string[])[]): (readonly (readonly string[])[])[] => [
  ...known.flatMap((all, at) =>
    all.map((scope) =>
      known.with(
        at,
        all.filter((each) => each !== scope),
      ),
    ),
  ),
  ...known.flatMap((all, at) => all.map((_, place) => known.with(at, all.with(place, scopeBeside(known))))),
  [...known, [scopeBeside(known)]],
];

const scopes = ['PERSONAS_READ', 'JOBS_READ', 'APPLICATIONS_READ', 'APPLICATIONS_WRITE'];
const scopeBeside = (known: readonly (readonly string[])[]): string =>
  scopes.find((scope) => !known.flat().includes(scope)) ?? '';

const others = (all: readonly string[], known: unknown): readonly ConstValueNode[] =>
  all.filter((each) => each !== known).map((value) => ({ kind: Kind.ENUM, value }));

const text = (value: string): ConstValueNode => astFromValue(value, GraphQLString) as ConstValueNode;
const list = (values: readonly string[]): ConstValueNode =>
  astFromValue(values, new GraphQLList(GraphQLString)) as ConstValueNode;

const replaced = (document: DocumentNode, node: DirectiveNode, other: DirectiveNode): DocumentNode =>
  visit(document, {
    [Kind.DIRECTIVE]: (each: DirectiveNode) => (each === node ? other : undefined),
  }) as DocumentNode;

function applicationsIn(document: DocumentNode): readonly { what: string; node: DirectiveNode }[] {
  const found: { what: string; node: DirectiveNode }[] = [];
  const names: string[] = [];
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.DIRECTIVE) found.push({ what: `${coordinate(names)} ${print(node)}`, node });
      names.push(nameOf(node));
    },
    leave: () => void names.pop(),
  });
  return found;
}

const nameOf = (node: ASTNode): string => ('name' in node && node.name ? node.name.value : '');
const coordinate = (names: readonly string[]): string => names.filter(Boolean).join('.');

const without = (document: DocumentNode, unwanted: DirectiveNode): DocumentNode =>
  visit(document, {
    [Kind.DIRECTIVE]: (node: DirectiveNode) => (node === unwanted ? null : undefined),
  }) as DocumentNode;
