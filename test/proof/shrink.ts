import { Kind, parse, print, visit, type ASTNode, type DocumentNode } from 'graphql';

/**
 * Takes away of a document whatever can go while it still does what it does.
 * @param still whether a document does; one that is no longer valid does not
 */
export async function shrink(document: string, still: (document: string) => Promise<boolean>): Promise<string> {
  let least = parse(document);
  // What could go is tried from the outside in; after each that did, the rest of what is there now.
  for (let at = 0; at < removableIn(least).length;) {
    const smaller = without(least, removableIn(least)[at]);
    if (smaller.definitions.length > 0 && (await still(print(smaller)))) least = smaller;
    else at += 1;
  }
  return print(least);
}

const without = (document: DocumentNode, unwanted: ASTNode | undefined): DocumentNode =>
  visit(document, { enter: (node) => (node === unwanted ? null : undefined) }) as DocumentNode;

/** What of a document may be taken away: selections, arguments, and definitions. */
function removableIn(document: DocumentNode): ASTNode[] {
  const nodes: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (removable.has(node.kind)) nodes.push(node);
    },
  });
  return nodes;
}

const removable: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.ARGUMENT,
  Kind.VARIABLE_DEFINITION,
]);
