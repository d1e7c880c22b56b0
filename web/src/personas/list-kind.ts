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

interface Progress {
  readonly loading: boolean;
  readonly error?: unknown;
}

/** The changes of a list, however it is kept; what fails is told by their progress too. */
export interface ListChanges<Values extends object> {
  /** What this list is told from all others by. */
  readonly list: string;
  /** The ids in the order last wished for, while it is being saved. */
  readonly order: readonly string[] | undefined;
  readonly reorder: (ids: readonly string[]) => void;
  readonly add: (input: Values) => Promise<unknown>;
  readonly update: (id: string, input: Values) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  /** Of the form that is open, of the question whether to remove, and of the list. */
  readonly saving: Progress;
  readonly removing: Progress;
  readonly reordering: Progress;
  readonly forget: () => void;
}
