import { derivePosting } from '../../src/job-pool/derive-posting.ts';
import { titleKey } from '../../src/job-pool/duplicate-keys.ts';
import { judgeElsewhere } from '../../src/job-pool/judge-elsewhere.ts';
import type { DerivedPosting, RawPosting } from '../../src/job-pool/raw-posting.ts';
import type { Measured } from '../matching/measured.ts';
import { atLeast, atMost } from '../report/goals.ts';
import { readLabels, readNearPairs, readPostings, type LabelledPair } from './read-data.ts';

const [one, other] = ['one source', 'another source'];

/** Whether two postings are taken for one when a source each has them. Addresses are left out: they would tell. */
function isMerged(a: DerivedPosting, b: DerivedPosting): boolean {
  const candidate = { ...b, id: b.externalId, sourceIds: new Set([other]), isActive: true };
  return judgeElsewhere({ ...a, sourceId: one }, candidate) !== null;
}

const withoutAddress = (raw: RawPosting): DerivedPosting => derivePosting({ ...raw, sourceUrl: null, applyUrl: null });

/** Pairs of real postings that were read twice, offered as those of two sources. */
export function measureLabelled(): Measured {
  const postings = new Map([...readPostings()].map(([id, raw]) => [id, withoutAddress(raw)]));
  const judged = readLabels().flatMap((pair) => {
    const [a, b] = pair.ids.map((id) => postings.get(id));
    return a && b ? [{ pair, isMerged: isMerged(a, b), a, b }] : [];
  });
  const count = (isSame: boolean, merged: boolean): number =>
    judged.filter(({ pair, isMerged }) => pair.isSame === isSame && isMerged === merged).length;
  const wrong = judged.filter(({ pair, isMerged }) => pair.isSame !== isMerged);
  return {
    blocks: [
      `### ${judged.length} labelled pairs`,
      agreement(judged.map(({ pair }) => pair)),
      [
        '| read as | merged | kept apart |',
        '|---|---:|---:|',
        `| the same opening | ${count(true, true)} | ${count(true, false)} |`,
        `| another one | ${count(false, true)} | ${count(false, false)} |`,
      ].join('\n'),
      wrong
        .map(
          ({ isMerged, a, b }) => `- ${isMerged ? 'merged' : 'kept apart'}: ${a.companyName}, ${a.title} | ${b.title}`,
        )
        .join('\n'),
    ],
    goals: [
      atLeast('pairs', 'precision, %,', [percent(count(true, true), count(false, true)), 99.5]),
      atLeast('pairs', 'recall, %,', [percent(count(true, true), count(true, false)), 95]),
    ],
  };
}

const percent = (right: number, wrong: number): number => (100 * right) / (right + wrong);

/** How far both readings agree, by chance set aside (Cohen's kappa). */
function agreement(pairs: readonly LabelledPair[]): string {
  const share = (which: (pair: LabelledPair) => boolean): number => pairs.filter(which).length / pairs.length;
  const agreed = share(({ readings: [first, second] }) => first === second);
  const [first, second] = [share(({ readings }) => readings[0]), share(({ readings }) => readings[1])];
  const byChance = first * second + (1 - first) * (1 - second);
  const kappa = (agreed - byChance) / (1 - byChance);
  return `Both readings agree on ${(100 * agreed).toFixed(1)} %, kappa ${kappa.toFixed(3)}.`;
}

/** Pairs of one company with nearly the same text and other titles; judged as if text and place were the very same. */
export function measureNearPairs(): Measured {
  const pairs = readNearPairs().filter(({ titles: [a, b] }) => titleKey(a) !== titleKey(b));
  const text = 'A text of more than two hundred characters, the same for both. '.repeat(5);
  const merged = pairs.filter(({ titles: [a, b], place }) => {
    const posting = { companyKey: 'company', placeKey: place, boardKey: null, descriptionText: text };
    const candidate = { ...posting, titleKey: titleKey(b), id: b, sourceIds: new Set([other]), isActive: true };
    return judgeElsewhere({ ...posting, titleKey: titleKey(a), sourceId: one }, candidate) !== null;
  });
  return {
    blocks: [`### ${pairs.length} near-duplicates with another set of title words`, `Merged: ${merged.length}`],
    goals: [atMost('near pairs', 'merged in spite of another title', [merged.length, 0])],
  };
}
