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
  const url = text?.trim() ?? '';
  if (url === '') return null;
  const isPicture = URL.canParse(url) && new URL(url).protocol === 'https:' && new URL(url).username === '';
  if (!isPicture || url.length > maxImageUrlLength)
    throw new InvalidInput('input.imageUrl', 'Write the address of a picture, beginning with https://.');
  return new URL(url).href;
}
