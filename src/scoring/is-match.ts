import type { Match } from './score-match.ts';

type Decisive = Pick<Match, 'fitScore' | 'failedNonNegotiables'>;

/** Whether a posting stays away. What is not scored for want of skills has failed nothing. */
export const isFiltered = ({ fitScore, failedNonNegotiables }: Decisive, threshold: number): boolean =>
  failedNonNegotiables.length > 0 || (fitScore !== null && fitScore < threshold);

/** Whether a posting passes the gate and reaches the threshold. */
export const isMatch = (match: Decisive, threshold: number): boolean =>
  match.fitScore !== null && !isFiltered(match, threshold);
