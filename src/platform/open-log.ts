import { pino, type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger } from 'pino';
import { redacted } from './redact.ts';

/**
 * Opens the product's log, one line of JSON for each event. There is no way into it past `redacted`: whatever is logged,
 * and whatever children of the log are bound to, goes through it first.
 */
export function openLog(level: string, destination: DestinationStream): Logger {
  const log = pino(
    {
      level,
      // Errors are described by then.
      serializers: { err: (described: unknown) => described },
      hooks: {
        logMethod(given, write) {
          const [first, ...rest] = (given as readonly unknown[]).map((each) => redacted(each));
          write.apply(this, [given[0] instanceof Error ? { err: first } : first, ...rest] as never);
        },
      },
    },
    destination,
  );
  const child = log.child as unknown as Child;
  return Object.assign(log, {
    child(this: Logger, bindings: Bindings, options?: ChildLoggerOptions): Logger {
      return child.call(this, redacted(bindings) as Bindings, options);
    },
  });
}

type Child = (this: Logger, bindings: Bindings, options?: ChildLoggerOptions) => Logger;
