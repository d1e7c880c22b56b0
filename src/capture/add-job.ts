import type { OperationContext } from '#authorization/operation-context.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { parseInput } from '#platform/parse-input.ts';
import { unstated } from '#sources/adapters/posting-fields.ts';
import { keepPosting } from './keep-posting.ts';
import { payOf, postingRules } from './posting-rules.ts';
import type { StoreSubmitted } from './store-submitted.ts';

/** Keeps a posting as the viewer tells it, for one of their personas. @throws NotFound, Conflict where it has it already */
export function addJob(
  context: OperationContext,
  { personaId, input }: { readonly personaId: string; readonly input: unknown },
  store: StoreSubmitted,
): Promise<PersonaJob> {
  const { url = null, ...stated } = parseInput(postingRules, input, 'input');
  const raw = {
    ...unstated,
    ...stated,
    externalId: context.newId(),
    descriptionText: stated.description,
    sourceUrl: url,
    pay: payOf(stated),
  };
  return keepPosting(context, { personaId, raw, stated, at: 'input' }, store);
}
