import { createHash } from 'node:crypto';

// Bounded by the next "<", so a text of nothing but "<a" costs no more than its length.
const tag = /<\/?[a-z][^<>]*>/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const entity = /&(amp|lt|gt|quot|apos|nbsp);/g;

/** Longest text that is compared or searched; what follows repeats or pads it. */
export const maxTextLength = 50_000;

/**
 * A text as it is compared: without mark-up, in lower case, white space collapsed, typographic quotes and dashes made
 * plain. Every other sign stays, so C++, C#, .NET, F#, R and Go stay what they are.
 */
export function normalizeText(text: string): string {
  return text
    .replace(tag, ' ')
    .replace(entity, (whole, name: string) => entities[name] ?? whole)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** SHA-256 of the normalised text, 64 hex digits: an index to equal texts, never a reason to merge by itself. */
export function descriptionHash(text: string): string {
  return createHash('sha256').update(normalizeText(text)).digest('hex');
}

/** Lower case without accents, as names of companies and places are compared. */
export function foldAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
