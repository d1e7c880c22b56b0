import { InvalidInput } from '#platform/errors.ts';

const maxNameLength = 255;
const maxImageUrlLength = 2_000;

/** A display name, trimmed; null for none. @throws InvalidInput */
export function parseDisplayName(text: string | null | undefined): string | null {
  const name = text?.trim() ?? '';
  if ([...name].length > maxNameLength)
    throw new InvalidInput('input.name', `The name may have at most ${maxNameLength} characters.`);
  if (/\p{Cc}/u.test(name)) throw new InvalidInput('input.name', 'The name may not contain control characters.');
  return name === '' ? null : name;
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
