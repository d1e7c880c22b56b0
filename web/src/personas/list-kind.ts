import type { TypedDocumentNode } from '@apollo/client';

/** What an item of any list has. */
export interface ListItem {
  readonly id: string;
}

type Asked<Variables> = TypedDocumentNode<unknown, Variables>;

/** A kind of item that a persona, or a job of it, keeps in order: all that its lists differ in for the server. */
export interface ListKind<Values extends object> {
  readonly typename: string;
  /** The list: its type, and its field there. */
  readonly parent: 'Persona' | 'WorkHistory';
  readonly field: string;
  /** Whether matches depend on it. */
  readonly isMatched: boolean;
  /** How one of them is called. */
  readonly noun: string;
  readonly add: TypedDocumentNode<
    { readonly added: { readonly id: string } | null },
    { parentId: string; input: Values }
  >;
  readonly update: Asked<{ id: string; input: Values }>;
  readonly remove: Asked<{ id: string }>;
  readonly reorder: Asked<{ parentId: string; ids: string[] }>;
}

/** Whose list it is. */
export interface ListPlace {
  readonly personaId: string;
  /** The row that keeps the list: the persona, or a job of it. */
  readonly parentId: string;
}
