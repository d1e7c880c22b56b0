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

/** Pairs of real postings that two readers labelled, offered as those of two sources. */
export function measureLabelled(): Measured {
  const postings = new Map([...readPostings()].map(([id, raw]) => [id, withoutAddress(raw)]));
  const judged = readLabels().flatMap((pair) => {
    const [a, b] = pair.ids.map((id) => postings.get(id));
    return a && b ? [{ pair, isMerged: isMerged(a, b), a, b }] : [];
  });
  const count = (isSame: boolean, merged: boolean): number =>
    judged.filter(({ pair, isMerged }) => pair.isSame === isSame && isMerged === merged).length;
  const pairs = judged.map(({ pair }) => pair);
  const wrong = judged.filter(({ pair, isMerged }) => pair.isSame !== isMerged);
  return {
    blocks: [
      `### ${judged.length} labelled pairs`,
      `Two readers agree on ${agreement(pairs, 0, 2)}; one of them with what they read before on ${agreement(pairs, 0, 1)}.`,
      settled(pairs).join('\n'),
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

/** How far two readings agree, by chance set aside (Cohen's kappa). */
function agreement(pairs: readonly LabelledPair[], one: 0 | 1, other: 1 | 2): string {
  const share = (which: (pair: LabelledPair) => boolean): number => pairs.filter(which).length / pairs.length;
  const agreed = share(({ readings }) => readings[one] === readings[other]);
  const [first, second] = [share(({ readings }) => readings[one]), share(({ readings }) => readings[other])];
  const byChance = first * second + (1 - first) * (1 - second);
  const kappa = (agreed - byChance) / (1 - byChance);
  return `${(100 * agreed).toFixed(1)} %, kappa ${kappa.toFixed(3)}`;
}

/** How pairs were settled that were not read alike. */
const settled = (pairs: readonly LabelledPair[]): readonly string[] => {
  const reasons = Map.groupBy(
    pairs.filter(({ readings }) => new Set(readings).size > 1),
    ({ isSame, reason }) => `${isSame ? 'the same opening' : 'another one'}: ${reason}`,
  );
  return [...reasons].map(([reason, alike]) => `- ${alike.length} settled as ${reason}`);
};

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
