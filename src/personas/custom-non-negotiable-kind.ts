import { z } from 'zod';
import type { ItemKind } from './change-items.ts';
import { CustomNonNegotiable, filterFields, filterTypes } from './custom-non-negotiable.entity.ts';
import { requiredText } from './text-rules.ts';

const rules = z.object({
  filterName: requiredText(255),
  filterType: z.enum(filterTypes),
  filterValue: requiredText(2_000).refine(
    (words) => words.split(',').some((word) => word.trim() !== ''),
    'Write words, with commas between them.',
  ),
  filterField: z.enum(filterFields),
});

/** Rules of one's own that postings must meet. */
export const customNonNegotiableKind: ItemKind<CustomNonNegotiable, z.infer<typeof rules>> = {
  entity: CustomNonNegotiable,
  parent: 'persona',
  plural: 'rules of your own',
  most: 50,
  rules,
  changeRules: rules.partial(),
  matched: ['filterName', 'filterType', 'filterValue', 'filterField'],
};
