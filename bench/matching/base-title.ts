// A level's words in any place, and what stands in brackets.
const level =
  /(?<![\w-])(?:senior|junior|[sj]r\.?|lead|principal|staff|mid(?:-level)?|entry[- ]level|associate|intern|i{1,3}|iv|v)(?![\w+#-])/g;

/** A title without words of level, by which postings are filed under the occupation that lists it. */
export function baseTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(level, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim();
}
