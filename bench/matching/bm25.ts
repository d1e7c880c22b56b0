// The usual values; nothing is tuned, so that the comparison is with what anybody would have for nothing.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

const termsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}+#.]*/gu) ?? [];

/** Ranks texts for a query by BM25 (Robertson and others, 1994): the score of each text, in their order. */
export function bm25(texts: readonly string[]): (query: string) => Float64Array {
  const postings = new Map<string, { readonly text: number; readonly count: number }[]>();
  const lengths = texts.map((text, index) => {
    const terms = termsOf(text);
    for (const [term, { length }] of Map.groupBy(terms, (each) => each)) {
      const list = postings.get(term) ?? [];
      list.push({ text: index, count: length });
      postings.set(term, list);
    }
    return terms.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const term of new Set(termsOf(query))) {
      const list = postings.get(term) ?? [];
      const rarity = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const { text, count } of list) {
        const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[text] ?? 0)) / meanLength;
        scores[text] = (scores[text] ?? 0) + (rarity * count * (SATURATION + 1)) / (count + SATURATION * length);
      }
    }
    return scores;
  };
}
