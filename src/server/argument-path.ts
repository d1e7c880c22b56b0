import { BREAK, Kind, parse, visit, type ASTNode, type DocumentNode, type GraphQLError, type Source } from 'graphql';

const documents = new WeakMap<Source, DocumentNode>();

/**
 * Where in the arguments a variable's value goes, such as `input.email`: what a client may call a variable says nothing
 * about the field that it feeds.
 * @param error about the variable, pointing at its definition
 * @returns null where the error points nowhere
 */
export function argumentPath(variable: string, { nodes, source }: GraphQLError): string | null {
  const at = nodes?.[0]?.loc?.start;
  if (source === undefined || at === undefined) return null;
  // A request may have many wrong variables, but it has one document.
  const document = documents.get(source) ?? parse(source);
  documents.set(source, document);
  let found: string | null = null;
  visit(document, {
    OperationDefinition: ({ loc }) => (loc && loc.start <= at && at < loc.end ? undefined : false),
    VariableDefinition: () => false,
    // oxlint-disable-next-line eslint/max-params -- the visitor's own signature
    Variable: ({ name }, _key, parent, path, ancestors) => {
      if (name.value !== variable || !parent) return undefined;
      found = namesOf([...ancestors, parent], path).join('.');
      return BREAK;
    },
  });
  return found;
}

/** Arguments, input fields and places in lists on the way; each part of the path leads from its node to the next. */
const namesOf = (nodes: readonly (ASTNode | readonly ASTNode[])[], path: readonly (string | number)[]) =>
  nodes.flatMap((node, index) => {
    if (!('kind' in node)) return [];
    if (node.kind === Kind.LIST) return path[index + 1] ?? [];
    return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? node.name.value : [];
  });
