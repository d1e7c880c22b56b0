import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { TraceDecision } from '#authorization/decision-trace.ts';

/** The trace of a request that asks for one by its header: the log, never the answer. Not for production. */
export const askedTrace = ({ headers }: IncomingMessage, log: Logger): TraceDecision | null =>
  headers['x-tenure-explain'] === '1' ? decisionLog(log) : null;

/** Writes decisions to the log, the same ones once: an answer that fails is executed again. */
function decisionLog(log: Logger): TraceDecision {
  const told = new Set<string>();
  return (decision) => {
    const text = JSON.stringify(decision);
    if (told.has(text)) return;
    told.add(text);
    log.info(decision, 'access decision');
  };
}
