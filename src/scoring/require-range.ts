/** @throws RangeError naming `field` unless the value is unknown (null) or a number from 0 to 100. */
export function requireRange(field: string, value: number | null): void {
  if (value !== null && !(value >= 0 && value <= 100)) {
    throw new RangeError(`${field} must be a number from 0 to 100, not ${value}`);
  }
}

const MAX_ENTRIES = 500;

/** @throws RangeError naming `field` when the list has more than 500 entries. */
export function requireShortList(field: string, list: readonly unknown[]): void {
  if (list.length > MAX_ENTRIES) throw new RangeError(`${field} must have at most ${MAX_ENTRIES} entries`);
}
