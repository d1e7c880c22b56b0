import * as fc from 'fast-check';
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** One thing selected of a type, as a tree that becomes GraphQL text. */
type Selected =
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly alias: number;
      readonly below: readonly Selected[] | null;
    }
  | { readonly kind: 'inline'; readonly on: string | null; readonly below: readonly Selected[] }
  | { readonly kind: 'spread'; readonly on: string; readonly times: number; readonly below: readonly Selected[] }
  | { readonly kind: 'branch'; readonly directive: string; readonly of: Selected };

export type Selection = readonly Selected[];

/**
 * Any selection of a type: fields, some of them again and again or under other names, relations to a depth, fragments with
 * and without a name, and branches that the variables `$yes` and `$no` take or leave.
 */
export function selectionOf(schema: GraphQLSchema, typeName: string, depth: number): fc.Arbitrary<Selection> {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} has no fields.`);
  return fc.array(selectedOf(schema, type, depth), { minLength: 1, maxLength: 5 });
}

function selectedOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): fc.Arbitrary<Selected> {
  const field = fc.constantFrom(...namesOf(type, depth)).chain((name) => fieldOf(schema, type, { name, depth }));
  if (depth === 0) return field;
  const below = selectionOf(schema, type.name, depth - 1);
  return fc.oneof(
    { weight: 8, arbitrary: field },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('inline' as const), on: fc.constantFrom(null, type.name), below }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('spread' as const),
        on: fc.constant(type.name),
        times: fc.integer({ min: 1, max: 2 }),
        below,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('branch' as const),
        directive: fc.constantFrom('@include(if: $yes)', '@skip(if: $no)', '@include(if: $no)', '@skip(if: $yes)'),
        of: field,
      }),
    },
  );
}

/** Fields that may be selected with so many levels left below. */
const namesOf = (type: GraphQLObjectType, depth: number): string[] => [
  '__typename',
  ...Object.values(type.getFields())
    .filter((field) => depth > 0 || !isObjectType(getNamedType(field.type)))
    .map(({ name }) => name),
];

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  { name, depth }: { readonly name: string; readonly depth: number },
): fc.Arbitrary<Selected> {
  const named = name === '__typename' ? null : getNamedType(type.getFields()[name]?.type ?? type);
  return fc.record({
    kind: fc.constant('field' as const),
    name: fc.constant(name),
    alias: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 2),
    below: isObjectType(named) ? selectionOf(schema, named.name, depth - 1) : fc.constant(null),
  });
}

/** Writes selections as text; the fragments they name gather in `fragments`. */
export function writeSelection(selection: Selection, fragments: string[]): string {
  return `{ ${selection.map((each) => writeSelected(each, fragments)).join(' ')} }`;
}

function writeSelected(selected: Selected, fragments: string[]): string {
  switch (selected.kind) {
    case 'field': {
      const { name, alias, below } = selected;
      const called = alias === 0 ? name : `${name}_${alias}: ${name}`;
      return below ? `${called} ${writeSelection(below, fragments)}` : called;
    }
    case 'inline':
      return `...${selected.on ? ` on ${selected.on}` : ''} ${writeSelection(selected.below, fragments)}`;
    case 'spread': {
      const below = writeSelection(selected.below, fragments);
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${selected.on} ${below}`);
      return Array.from({ length: selected.times }, () => `...${name}`).join(' ');
    }
    case 'branch':
      return writeSelected(selected.of, fragments).replace(/^(?:\w+: )?\w+/, (head) => `${head} ${selected.directive}`);
  }
}
