/** An answer's data as JSON text. */
export class WrittenData {
  readonly #pieces: readonly string[];

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  /** The text with what stands before and behind it, in as few pieces as may be. */
  between(before: string, behind: string): readonly string[] {
    return merged([before, ...this.#pieces, behind]);
  }

  /** For whoever looks into it. */
  toJSON(): unknown {
    return JSON.parse(this.#pieces.join(''));
  }
}

/** One string of a whole answer would be too large to be made, and collected, cheaply. */
const largestPiece = 16_384;

function merged(pieces: readonly string[]): readonly string[] {
  const large = [''];
  for (const piece of pieces) {
    const last = large.at(-1) ?? '';
    if (last.length + piece.length > largestPiece) large.push(piece);
    else large[large.length - 1] = last + piece;
  }
  return large;
}

/** Text as it grows, with places for what is still to come. */
export class Output {
  readonly #pieces: (string | Promise<readonly string[]>)[] = [];
  #last = '';

  add(text: string): void {
    this.#last += text;
    if (this.#last.length < largestPiece) return;
    this.#pieces.push(this.#last);
    this.#last = '';
  }

  /** Leaves a place for what is written once the value is there. */
  later(value: Promise<unknown>, write: (value: unknown, output: Output) => void): void {
    const written = value.then((settled) => {
      const output = new Output();
      write(settled, output);
      return output.pieces();
    });
    // What fails beside it can end an answer before anybody waits for this.
    written.catch(() => undefined);
    this.#pieces.push(this.#last, written);
    this.#last = '';
  }

  async pieces(): Promise<readonly string[]> {
    return (await Promise.all([...this.#pieces, this.#last])).flat();
  }
}
