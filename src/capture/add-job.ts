import type { OperationContext } from '#authorization/operation-context.ts';
import type { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { parseInput } from '#platform/parse-input.ts';
import { keepPosting } from './keep-posting.ts';
import { payOf, postingRules } from './posting-rules.ts';
import type { StoreSubmitted } from './store-submitted.ts';

const unsaid = {
  companyUrl: null,
  location: null,
  secondaryLocations: [],
  country: null,
  isRemote: null,
  workModel: null,
  employmentType: null,
  descriptionHtml: null,
  applyUrl: null,
  postedDate: null,
  applicationDeadline: null,
  salaryMin: null,
  salaryMax: null,
  salaryCurrency: null,
} as const;

/** Keeps a posting as the viewer tells it, for one of their personas. @throws NotFound, Conflict where it has it already */
export function addJob(
  context: OperationContext,
  { personaId, input }: { readonly personaId: string; readonly input: unknown },
  store: StoreSubmitted,
): Promise<PersonaJob> {
  const { url = null, ...stated } = parseInput(postingRules, input, 'input');
  const all = { ...unsaid, ...stated };
  const raw = {
    ...all,
    externalId: context.newId(),
    descriptionText: stated.description,
    sourceUrl: url,
    pay: payOf(all),
  };
  return keepPosting(context, { personaId, raw, stated, at: 'input' }, store);
}
