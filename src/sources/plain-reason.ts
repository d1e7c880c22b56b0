/** Why a source gave nothing, or not all, in a sentence for people. @param reason as whoever reads boards words it */
export function plainReason(reason: string): string {
  if (/\(429\)|too long$/.test(reason)) return 'It asks to be left alone for a while.';
  const status = /^answer: has the status (\d+)/.exec(reason)?.[1];
  if (status !== undefined) return `It does not answer as it should (${status}).`;
  const words = reason.replace(/^\w+: /, '').slice(0, 450);
  // What the fetch refuses is a sentence already.
  if (words.endsWith('.')) return words;
  const sentence = /^(?:is|has) /.test(words) ? `Its answer ${words}` : words;
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}
