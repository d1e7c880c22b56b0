// What a row of somebody else's holds and no answer may: texts that begin like nothing else, and ids.

const prefix = 'canaryzq';
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** As long at least as a canary is in base64. */
const encoded = /[A-Za-z0-9+/_-]{11,}={0,2}/g;

/** Makes texts that are told from all others, and from each other. */
export class Canaries {
  #made = 0;
  readonly #ids = new Set<string>();

  /** @returns a new text of at most so many characters; null where none fits */
  text(length = Infinity): string | null {
    const text = `${prefix}${(this.#made += 1).toString(36)}`;
    return text.length <= length ? text : null;
  }

  /** Counts these ids among what must not be seen. */
  guard(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.add(id);
  }

  /**
   * What of a text must not be seen, in the text itself and in what it holds in base64, as cursors do.
   * @param known what whoever reads it has said themselves
   */
  in(text: string, known = ''): string[] {
    const found = this.#plainly(text);
    for (const [word] of text.matchAll(encoded)) found.push(...this.#plainly(decoded(word)));
    return found.filter((each) => !known.includes(each));
  }

  #plainly(text: string): string[] {
    const lower = text.toLowerCase();
    const texts = [...lower.matchAll(/canaryzq[0-9a-z]+/g)].map(([token]) => token);
    const ids = [...lower.matchAll(uuids)].map(([id]) => id).filter((id) => this.#ids.has(id));
    return [...texts, ...ids];
  }
}

const decoded = (word: string): string => Buffer.from(word, 'base64url').toString('latin1');
