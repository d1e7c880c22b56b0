import { z } from 'zod';
import type { LanguageModelSettings } from '#platform/language-model.ts';

/** Settings of the optional language model, as `config.ts` has the others. */
export const llmSettings = {
  LLM_BASE_URL: z
    .string()
    .refine(isBaseUrl, { error: 'write it like http://localhost:11434/v1: no credentials, nothing behind the path' })
    .optional()
    .describe(
      'OpenAI-compatible endpoint that adds a sentence to a match where its owner asks for one, such as http://localhost:11434/v1; scores never depend on it. Without it none is asked',
    ),
  LLM_MODEL: z.string().trim().min(1).optional().describe('Model to ask for there; needed with LLM_BASE_URL'),
  LLM_API_KEY: z.string().trim().min(1).optional().describe('Key it is asked with, if it wants one'),
  LLM_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(240)
    .default(30)
    .describe('Longest to wait for one of its answers'),
} as const;

interface Given {
  readonly LLM_BASE_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_TIMEOUT_SECONDS: number;
}

/** Null: no language model is asked for anything. */
export const readLlmSettings = (given: Given): LanguageModelSettings | null =>
  given.LLM_BASE_URL === undefined
    ? null
    : {
        baseUrl: given.LLM_BASE_URL.replace(/\/+$/, ''),
        model: given.LLM_MODEL ?? '',
        apiKey: given.LLM_API_KEY ?? null,
        timeoutMs: given.LLM_TIMEOUT_SECONDS * 1000,
      };

/** What is wrong with the settings together; each alone was judged before. */
export const llmFaults = ({ LLM_BASE_URL, LLM_MODEL, LLM_API_KEY }: Given): string[] => [
  ...(LLM_BASE_URL !== undefined && LLM_MODEL === undefined ? ['LLM_MODEL: needed with LLM_BASE_URL'] : []),
  ...(LLM_BASE_URL === undefined && (LLM_MODEL ?? LLM_API_KEY) !== undefined
    ? ['LLM_BASE_URL: needed with LLM_MODEL and LLM_API_KEY']
    : []),
];

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
}
