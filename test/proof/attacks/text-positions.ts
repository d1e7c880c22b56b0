import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isEnumType,
  isCompositeType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

// Where a schema takes texts: found by walking it, so that what is added tomorrow is tried tomorrow.

/** A root field with every place in its arguments that takes a text, as paths from the argument down, lists passed over. */
export interface TextField {
  readonly operation: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
  readonly paths: readonly string[];
}

type Input = GraphQLArgument | GraphQLInputField;

/** What is written as text: dates too, which are read by code of ours. Ids have spellings of their own. */
const isText = (type: GraphQLInputType): boolean => ['String', 'DateTime', 'Date'].includes(getNamedType(type).name);

export function textFields(schema: GraphQLSchema): readonly TextField[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {})
      .map((field) => ({ operation, field, paths: field.args.flatMap((argument) => textPaths(argument, [])) }))
      .filter(({ paths }) => paths.length > 0),
  );
}

function textPaths(input: Input, above: readonly Input[]): readonly string[] {
  const path = [...above, input];
  if (isText(input.type)) return [path.map(({ name }) => name).join('.')];
  const named = getNamedType(input.type);
  // An input that holds itself has no end of places, and each is like the first.
  if (!isInputObjectType(named) || above.some(({ type }) => getNamedType(type) === named)) return [];
  return Object.values(named.getFields()).flatMap((field) => textPaths(field, path));
}

/** A document that asks for all of a root field's arguments by variables of their names. */
export function documentFor({ operation, field }: Pick<TextField, 'operation' | 'field'>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${operation} (${declared}) { ${field.name}(${given}) ${selectionOf(field.type, true)} }`;
}

/** All leaves of a type, and those of what is a part of it; other rows are other operations' to show. */
function selectionOf(type: GraphQLOutputType, hasParts: boolean): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    const isLeaf = !isCompositeType(getNamedType(field.type));
    return isLeaf || (hasParts && isPart(field.name)) ? [`${field.name} ${selectionOf(field.type, false)}`] : [];
  });
  return `{ ${fields.join(' ')} }`;
}

const isPart = (name: string): boolean => /^(skills|user|nodes|pageInfo|\w+Details)$/.test(name);

/** What stands at each place of the arguments: a text where there is one, and else as little as is allowed. */
export interface Filling {
  readonly textAt: (path: string) => string | undefined;
  readonly idAt: (path: string) => unknown;
}

export function argumentsFor(field: TextField['field'], filling: Filling): Readonly<Record<string, unknown>> {
  return Object.fromEntries(field.args.map((argument) => [argument.name, valueFor(argument, '', filling)]));
}

function valueFor(input: Input, above: string, filling: Filling): unknown {
  const path = above === '' ? input.name : `${above}.${input.name}`;
  const value = plainValue(input, path, filling);
  if (value === undefined) return undefined;
  const type = isNonNullType(input.type) ? input.type.ofType : input.type;
  return isListType(type) && !Array.isArray(value) ? [value] : value;
}

function plainValue(input: Input, path: string, filling: Filling): unknown {
  const named = getNamedType(input.type);
  if (isText(named)) return filling.textAt(path);
  if (isInputObjectType(named))
    return Object.fromEntries(
      Object.values(named.getFields()).map((field) => [field.name, valueFor(field, path, filling)]),
    );
  if (!isNonNullType(input.type) || input.defaultValue !== undefined) return undefined;
  if (named.name === 'ID') return filling.idAt(path);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return named.name === 'Boolean' ? false : 1;
}
