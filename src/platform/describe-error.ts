import { withoutValues } from './redact-text.ts';
import { hidden } from './secret-names.ts';

/** What of an error a log may hold. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  /** Where it was thrown, a line for each frame. */
  readonly stack: string;
  readonly code?: string;
  readonly cause?: ErrorDescription;
  readonly errors?: readonly ErrorDescription[];
  readonly [name: string]: unknown;
}

/** As many causes of causes, and errors beside each other, as are told. */
const mostNested = 3;

/**
 * Names of the database's own making, and what the system says of a connection. Everything else that an error carries
 * stays out: `detail`, `where` and `parameters` hold values of rows, and bodies and responses what people sent.
 */
const openProperties = ['severity', 'schema', 'table', 'column', 'constraint', 'routine', 'syscall', 'port'] as const;

/** SQLSTATE classes whose messages quote names of the schema and never values, but for syntax errors. */
const namesOnly = /^(?:08|23|25|3D|3F|40|42(?!601)|53|55|57)[\dA-Z]{3}$/;

/** SQLSTATE, or a word such as ECONNRESET; what people send as a code is neither. */
const wellFormedCode = /^(?:[\dA-Z]{5}|[A-Z][A-Z\d_]{2,60})$/;

/** Describes an error for the log: what is needed to find the fault, and none of the values it was met with. */
export function describeError(error: Error, depth = 0): ErrorDescription {
  const { code, cause, errors } = error as Error & { readonly code?: unknown; readonly errors?: unknown };
  const message = String(error.message);
  const isCode = typeof code === 'string' && wellFormedCode.test(code);
  const nested = (of: unknown): readonly ErrorDescription[] =>
    depth < mostNested && of instanceof Error ? [describeError(of, depth + 1)] : [];
  const [caused] = nested(cause);
  return {
    type: error.constructor.name,
    message: toldMessage(message, isCode ? code : ''),
    stack: framesOf(error, message),
    ...(isCode ? { code } : {}),
    ...openPropertiesOf(error),
    ...(caused ? { cause: caused } : {}),
    ...(Array.isArray(errors) ? { errors: errors.slice(0, mostNested).flatMap(nested) } : {}),
  };
}

/** A trigger or function says what it likes (P0001), values of rows included. */
function toldMessage(message: string, code: string): string {
  if (code.startsWith('P0')) return hidden;
  return namesOnly.test(code) ? message : withoutValues(message);
}

const frame = /^ {4}at .+(?::\d+:\d+\)?|\((?:<anonymous>|native)\))$/;

/** A stack begins with the message, which may have lines that look like frames. */
function framesOf({ stack }: Error, message: string): string {
  const text = String(stack);
  const at = text.indexOf(message);
  const after = at < 0 ? text : text.slice(at + message.length);
  return after
    .split('\n')
    .filter((line) => frame.test(line))
    .join('\n');
}

const openPropertiesOf = (error: Error): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    openProperties.flatMap((name) => {
      const value = (error as unknown as Readonly<Record<string, unknown>>)[name];
      return typeof value === 'number' || (typeof value === 'string' && /^\w{1,63}$/.test(value))
        ? [[name, value]]
        : [];
    }),
  );
