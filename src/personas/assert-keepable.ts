import { isStorableText } from '#database/storable.ts';
import { InvalidInput } from '#platform/errors.ts';
import { placeOf } from './json-object.ts';

/** Most bytes of a document, as JSON in UTF-8. */
const mostBytes = 500_000;
/** Most objects and lists around a value; a resume has five. */
const mostLevels = 32;

/** Refuses a document that `jsonb` would not take, or not give back as it was. */
export function assertKeepable(document: unknown, at: string): void {
  assertValue(document, { at, level: 0 });
  if (Buffer.byteLength(JSON.stringify(document)) > mostBytes)
    throw new InvalidInput(at, `The document is larger than ${mostBytes} bytes.`);
}

function assertValue(value: unknown, { at, level }: { readonly at: string; readonly level: number }): void {
  if (typeof value === 'string') return assertText(value, at);
  if (typeof value === 'number') return assertNumber(value, at);
  if (typeof value !== 'object' || value === null) return;
  if (level >= mostLevels) throw new InvalidInput(at, `This lies more than ${mostLevels} levels deep.`);
  if (Array.isArray(value))
    return value.forEach((item, index) => assertValue(item, { at: placeOf(at, [index]), level: level + 1 }));
  for (const [name, item] of Object.entries(value)) {
    if (!isStorableText(name) || name === '__proto__') throw new InvalidInput(at, 'A name in this cannot be kept.');
    assertValue(item, { at: placeOf(at, [name]), level: level + 1 });
  }
}

function assertText(text: string, at: string): void {
  if (!isStorableText(text)) throw new InvalidInput(at, 'This has characters that cannot be kept.');
}

/** PostgreSQL writes a number out in full: 1e300 would come back as three hundred digits. */
function assertNumber(number: number, at: string): void {
  if (/[^\d.-]/.test(String(number))) throw new InvalidInput(at, 'This number is too large or too small to be kept.');
}
