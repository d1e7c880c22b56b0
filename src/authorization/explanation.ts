import type { GraphQLSchema } from 'graphql';
import type { Coordinate } from './find-coordinate.ts';
import type { Policy } from './policy.ts';
import type { SdlIndex } from './sdl-directives.ts';
import type { TableShape } from './table-shapes.ts';
import type { TracedRow } from './trace-owner.ts';
import type { Viewer } from './viewer.ts';

/** Who may do what is asked where, of a policy and, with a row, of data. */
export interface AccessQuestion {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  readonly sdl: SdlIndex;
  readonly shapes: ReadonlyMap<string, TableShape>;
  readonly viewer: AskedViewer;
  readonly coordinate: Coordinate;
  /** The row asked about and its way to the user; null without an id. */
  readonly trail: readonly TracedRow[] | null;
}

export interface AskedViewer {
  /** As one would say it: an e-mail address, a role, anonymous. */
  readonly name: string;
  readonly viewer: Viewer;
  /** Null for anybody who holds a role, and for nobody. */
  readonly accountId: string | null;
}

export interface Explanation {
  readonly steps: readonly Step[];
  readonly verdict: Verdict;
}

/** What one part of the policy has to say, in the order in which a request meets them. */
export interface Step {
  readonly by: string;
  readonly says: readonly string[];
}

export interface Verdict {
  readonly outcome: 'ALLOWED' | 'REFUSED' | 'NOT_FOUND' | 'UNREACHABLE';
  /** The directive that decides, as written; how silence is read, where there is none. */
  readonly directive: string;
  readonly wall: string;
  readonly reason: string;
  readonly clientSees: string;
}

/** An explanation for a terminal. */
export const explanationLines = ({ steps, verdict }: Explanation): readonly string[] => [
  ...steps.flatMap(({ by, says }) => ['', by, ...says.map((line) => `  ${line}`)]),
  '',
  `Verdict: ${verdict.outcome}`,
  `  directive    ${verdict.directive}`,
  `  wall         ${verdict.wall}`,
  `  because      ${verdict.reason}`,
  `  client sees  ${verdict.clientSees}`,
];
