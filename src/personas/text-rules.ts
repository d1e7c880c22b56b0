import { z } from 'zod';
import { isStorableText } from '#database/storable.ts';

/** A text that the database keeps as it is, without blanks around it. */
export const text = (max: number) =>
  z.string().refine(isStorableText, 'This has characters that cannot be kept.').trim().max(max);

/** A text that says something. */
export const requiredText = (max: number) => text(max).min(1, 'This must not be empty.');

/** An address that a browser opens, or none. */
export const webAddress = text(500)
  .pipe(z.url({ protocol: /^https?$/, error: 'This must be a web address.' }))
  .nullable();
