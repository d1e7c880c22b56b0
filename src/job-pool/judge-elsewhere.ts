import { boardSystem } from './board-posting-key.ts';
import { namedBeforeTitle } from './duplicate-keys.ts';
import { normalizeText } from './normalize-text.ts';
import type { SourceFields } from './source-fields.ts';
import { compareOpening, textRatio } from './text-ratio.ts';

/** What of a posting decides whether it is one that another source has. */
export type ElsewhereSubject = Pick<
  SourceFields,
  'companyKey' | 'titleKey' | 'placeKey' | 'boardKey' | 'descriptionText'
> & { readonly sourceId: string };

/** A stored posting that the incoming one may be. */
export interface ElsewhereCandidate extends Omit<ElsewhereSubject, 'sourceId'> {
  readonly id: string;
  readonly isActive: boolean;
  /** Every source that has it. */
  readonly sourceIds: ReadonlySet<string>;
}

/** Why postings of two sources were taken for one; stored, so that the judgement can be explained and undone. */
export interface ElsewhereEvidence extends Pick<ElsewhereSubject, 'companyKey' | 'titleKey' | 'placeKey' | 'boardKey'> {
  /** By the board's own address of it, by its text, or by as much of its text as the source gives. */
  readonly rule: 'BOARD' | 'TEXT' | 'OPENING';
  readonly ratio: number | null;
}

/** That an admin has told two postings apart which were one by such a rule. */
export interface Apartness {
  readonly postingId: string;
  readonly rule: ElsewhereEvidence['rule'];
}

/** Whether what an admin has told apart by one rule is one by another: only the board's own word is more than a text. */
export const outweighs = ({ rule }: ElsewhereEvidence, apart: Apartness): boolean =>
  rule === 'BOARD' && apart.rule !== 'BOARD';

/** A text that ends earlier without a word about it has to agree all the more as far as it goes. */
export const elsewhereRules = { leastRatio: 0.85, leastUnmarkedOpening: 0.98 } as const;

/**
 * Whether an incoming posting, new to its source by its external id, is one that other sources have: by an address
 * that leads to the same posting of a public board; or an open one of the same company, set of title words and place
 * with a text alike that names no other figures and no other longer title. Two of one source are two openings, and so are two that one system of boards tells apart.
 */
export function judgeElsewhere(incoming: ElsewhereSubject, candidate: ElsewhereCandidate): ElsewhereEvidence | null {
  if (candidate.sourceIds.has(incoming.sourceId)) return null;
  const { companyKey, titleKey, placeKey, boardKey } = incoming;
  const keys = { companyKey, titleKey, placeKey, boardKey };
  if (boardKey !== null && boardKey === candidate.boardKey) return { rule: 'BOARD', ratio: null, ...keys };
  if (!candidate.isActive || isToldApart(boardKey, candidate.boardKey)) return null;
  if (!isSameRequisition(incoming, candidate)) return null;
  const alike = compareTexts(incoming.descriptionText, candidate.descriptionText);
  return alike && !areNamedApart(incoming, candidate) ? { ...alike, ...keys } : null;
}

const isToldApart = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && boardSystem(one) === boardSystem(other);

/** Company, place and title are the same by their canonical forms; a title without words is no evidence. */
export const isSameRequisition = (
  a: Pick<ElsewhereSubject, 'companyKey' | 'titleKey' | 'placeKey'>,
  b: Pick<ElsewhereSubject, 'companyKey' | 'titleKey' | 'placeKey'>,
): boolean =>
  a.companyKey === b.companyKey && a.titleKey !== '' && a.titleKey === b.titleKey && a.placeKey === b.placeKey;

/** Whether each text calls its opening by a longer title that the other does not: what titles leave out, texts may say. */
function areNamedApart(incoming: ElsewhereSubject, candidate: ElsewhereCandidate): boolean {
  if (incoming.descriptionText === candidate.descriptionText) return false;
  const [names, others] = [incoming, candidate].map(({ descriptionText, titleKey }) =>
    namedBeforeTitle(descriptionText, titleKey),
  );
  return names !== undefined && others !== undefined && !names.isSubsetOf(others) && !others.isSubsetOf(names);
}

function compareTexts(one: string, other: string): Pick<ElsewhereEvidence, 'rule' | 'ratio'> | null {
  const ratio = textRatio(one, other);
  if (ratio >= elsewhereRules.leastRatio) return contradict(one, other) ? null : { rule: 'TEXT', ratio };
  const opening = compareOpening(one, other);
  const least = opening.isCutOff ? elsewhereRules.leastRatio : elsewhereRules.leastUnmarkedOpening;
  return opening.ratio >= least ? { rule: 'OPENING', ratio: opening.ratio } : null;
}

/** Whether each names figures that the other lacks: other years, shifts or pay are another opening in the same words. */
function contradict(one: string, other: string): boolean {
  const [figures, others] = [figuresOf(one), figuresOf(other)];
  return figures.difference(others).size > 0 && others.difference(figures).size > 0;
}

const figuresOf = (text: string): ReadonlySet<string> =>
  new Set((normalizeText(text).match(/\d+(?:[.,:]\d+)*/g) ?? []).map((figure) => figure.replaceAll(',', '')));
