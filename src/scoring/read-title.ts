import { normalizeTitle } from './normalize-title.ts';
import { oncePerPosting } from './once-per-posting.ts';
import { roleLevel } from './role-level.ts';
import { titleVector } from './title-similarity.ts';

/** A posting's title in the forms that rules compare. */
export const readTitle = oncePerPosting(({ title }) => ({
  normal: normalizeTitle(title),
  vector: titleVector(title),
  level: roleLevel(title),
}));

export type ReadTitle = ReturnType<typeof readTitle>;
