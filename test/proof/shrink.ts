import { Kind, parse, print, visit, type ASTNode, type DocumentNode } from 'graphql';

/**
 * Takes away of a document whatever can go while it still does what it does.
 * @param still whether a document does; one that is no longer valid does not
 */
export async function shrink(document: string, still: (document: string) => Promise<boolean>): Promise<string> {
  let least = parse(document);
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    for (const smaller of oneLess(least)) {
      if (!(await still(print(smaller)))) continue;
      least = smaller;
      goesOn = true;
      break;
    }
  }
  return print(least);
}

/** Every document that lacks one selection, argument, or definition of the given one; the largest first. */
function oneLess(document: DocumentNode): DocumentNode[] {
  const nodes: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (removable.has(node.kind)) nodes.push(node);
    },
  });
  return nodes.flatMap((unwanted) => {
    const smaller = visit(document, { enter: (node) => (node === unwanted ? null : undefined) }) as DocumentNode;
    return smaller.definitions.length > 0 ? [smaller] : [];
  });
}

const removable: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.FRAGMENT_DEFINITION,
  Kind.ARGUMENT,
  Kind.VARIABLE_DEFINITION,
]);
