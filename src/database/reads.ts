/** Rows of another entity that point at a row, where no property of the row's own entity says so. */
export interface Inverse<T extends object = object> {
  readonly entity: abstract new (...args: never[]) => T;
  /** The property of those rows that holds the row's id. */
  readonly by: string;
  readonly where?: Readonly<Record<string, unknown>>;
  /** Properties that are needed beside what is selected. */
  readonly columns?: readonly string[];
}

/** What a computed field is computed from, besides what is selected. */
export interface Reads {
  /** Columns, as paths of properties over to-one relations: `persona.updatedAt`. */
  readonly columns?: readonly string[];
  /** More than one, of different entities. */
  readonly inverse?: Inverse | readonly Inverse[];
}

/** Where a field's extensions keep what it reads. */
export const readsExtension = 'tenure.reads';

/** A resolver with what it reads, so that its field can be planned like any other. */
export const reading = <R>(reads: Reads, resolve: R): { resolve: R; extensions: Record<string, unknown> } => ({
  resolve,
  extensions: { [readsExtension]: reads },
});

/** Where a mutation's extensions say that it is planned. */
export const plannedExtension = 'tenure.planned';

/** A mutation that changes rows through `rows.change` alone: it runs without an EntityManager. */
export const planned = <R>(resolve: R): { resolve: R; extensions: Record<string, unknown> } => ({
  resolve,
  extensions: { [plannedExtension]: true },
});

/** The name under which a planned row holds what an inverse led to. */
export const inverseName = ({ entity, by }: Inverse): string => `${entity.name}.${by}`;
