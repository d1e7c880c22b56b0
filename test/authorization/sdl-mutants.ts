import { Kind, parse, print, visit, type ASTNode, type DirectiveNode, type DocumentNode } from 'graphql';

/** The SDL with one application of a directive taken away. */
export interface SdlMutant {
  /** Where it was, and which. */
  readonly what: string;
  readonly definitions: readonly string[];
}

/** Every SDL that lacks exactly one directive of the given one. */
export function sdlMutants(definitions: readonly string[]): readonly SdlMutant[] {
  const documents = definitions.map((text) => parse(text));
  return documents.flatMap((document, at) =>
    applicationsIn(document).map(({ what, node }) => ({
      what,
      definitions: definitions.map((text, other) => (other === at ? print(without(document, node)) : text)),
    })),
  );
}

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
