import { Kind, parse, print, Source, visit, type ASTNode, type DirectiveNode, type NameNode } from 'graphql';

/** A file of SDL. */
export interface SdlFile {
  readonly name: string;
  readonly text: string;
}

/** Where in the SDL something stands: file and line. */
export interface SdlPlace {
  readonly file: string;
  readonly line: number;
}

/** A directive as it is written somewhere. */
export interface WrittenDirective extends SdlPlace {
  readonly name: string;
  /** As written, on one line: `@auth(requires: ADMIN)`. */
  readonly text: string;
}

/** What the SDL says at each coordinate, and where. */
export interface SdlIndex {
  readonly directivesAt: (coordinate: string) => readonly WrittenDirective[];
  readonly placeOf: (coordinate: string) => SdlPlace | null;
}

/**
 * Finds the directives of SDL by coordinate (`Type`, `Type.field`, `Type.field(argument:)`, `Input.field`). From the files
 * themselves, because a schema that is made of several of them no longer knows lines.
 */
export function indexSdl(files: readonly SdlFile[]): SdlIndex {
  const directives = new Map<string, WrittenDirective[]>();
  const places = new Map<string, SdlPlace>();
  for (const { name, text } of files) visitNamed(new Source(text, name), found);
  return {
    directivesAt: (coordinate) => directives.get(coordinate) ?? [],
    placeOf: (coordinate) => places.get(coordinate) ?? null,
  };

  function found(coordinate: string, place: SdlPlace, node: DirectiveNode | null): void {
    if (!node) {
      // Where a type is extended it stands too, but first of all where it is defined.
      if (!places.has(coordinate)) places.set(coordinate, place);
      return;
    }
    const written = { name: node.name.value, text: print(node), ...place };
    directives.set(coordinate, [...(directives.get(coordinate) ?? []), written]);
  }
}

type Found = (coordinate: string, place: SdlPlace, directive: DirectiveNode | null) => void;

function visitNamed(source: Source, found: Found): void {
  const above: Place[] = [];
  const placeOf = ({ loc }: ASTNode): SdlPlace => ({ file: source.name, line: loc?.startToken.line ?? 0 });
  visit(parse(source), {
    enter: (node) => {
      if (node.kind === Kind.DIRECTIVE) {
        found(above.at(-1)?.coordinate ?? '', placeOf(node), node);
        return false;
      }
      if (!isNamed(node)) return undefined;
      const coordinate = coordinateOf(node.name.value, above.at(-1));
      above.push({ coordinate, kind: node.kind });
      // A description stands before what it describes.
      found(coordinate, placeOf(node.name), null);
      return undefined;
    },
    leave: (node) => void (isNamed(node) && above.pop()),
  });
}

interface Place {
  readonly coordinate: string;
  readonly kind: ASTNode['kind'];
}

const isNamed = (node: ASTNode): node is ASTNode & { readonly name: NameNode } =>
  'name' in node && node.name !== undefined && node.kind !== Kind.NAMED_TYPE && node.kind !== Kind.DIRECTIVE;

function coordinateOf(name: string, parent: Place | undefined): string {
  if (!parent) return name;
  return parent.kind === Kind.FIELD_DEFINITION ? `${parent.coordinate}(${name}:)` : `${parent.coordinate}.${name}`;
}
