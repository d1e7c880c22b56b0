import { InvalidInput } from '#platform/errors.ts';

export const maxNameLength = 255;
const maxImageUrlLength = 2_000;

/** A line of text, trimmed; null for one of more characters than these, or with control characters. */
export function findLine(text: string | null | undefined, mostCharacters: number): string | null {
  const line = text?.trim() ?? '';
  return [...line].length > mostCharacters || /\p{Cc}/u.test(line) ? null : line;
}

/** A display name, trimmed; null for none. @throws InvalidInput */
export function parseDisplayName(text: string | null | undefined): string | null {
  const name = findLine(text, maxNameLength);
  if (name === null)
    throw new InvalidInput('input.name', `Write a name of at most ${maxNameLength} characters, on one line.`);
  return name || null;
}

/** The address of a picture; null for none. Shown in pages, so nothing but https. @throws InvalidInput */
export function parseImageUrl(text: string | null): string | null {
  const given = text?.trim() ?? '';
  if (given === '') return null;
  const url = URL.parse(given);
  const isPicture = url?.protocol === 'https:' && url.username === '' && url.password === '';
  // As it is stored: encoded, it is up to nine times as long.
  if (!isPicture || url.href.length > maxImageUrlLength)
    throw new InvalidInput('input.imageUrl', 'Write the address of a picture, beginning with https://.');
  return url.href;
}
