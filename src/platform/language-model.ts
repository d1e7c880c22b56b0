import { z } from 'zod';
import { OversizedAnswer, readAnswer } from './read-answer.ts';

/** A language model that speaks OpenAI's chat completions, wherever it runs. */
export interface LanguageModelSettings {
  /** Where `/chat/completions` is, without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** For a whole question, its answer's last byte included. */
  readonly timeoutMs: number;
}

/** A question: what is to be done, in words of ours alone, and what it is to be done with, which nobody has to believe. */
export interface Prompt {
  readonly task: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Asks the model. @throws LanguageModelFailure */
export type AskLanguageModel = (prompt: Prompt) => Promise<string>;

/** Why there was no answer; nothing of question or answer is in it. */
export class LanguageModelFailure extends Error {
  override readonly name = 'LanguageModelFailure';
  readonly reason: 'timeout' | 'unreachable' | 'status' | 'oversized' | 'malformed';
  constructor(reason: LanguageModelFailure['reason']) {
    super(`The language model gave no answer: ${reason}.`);
    this.reason = reason;
  }
}

/** Several times what a sentence and its envelope take. */
const maxBytes = 65_536;
const mostAnswerTokens = 300;

const answerRules = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Makes the door to a model. */
export function openLanguageModel({ baseUrl, model, apiKey, timeoutMs }: LanguageModelSettings): AskLanguageModel {
  const headers = {
    'content-type': 'application/json',
    ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
  };
  return async ({ task, data }) => {
    const body = {
      model,
      temperature: 0,
      max_tokens: mostAnswerTokens,
      messages: [
        { role: 'system', content: task },
        // On one line, as JSON writes it: nothing in it can begin a line of its own.
        { role: 'user', content: `DATA: ${JSON.stringify(data)}` },
      ],
    };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const sent = { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error', signal } as const;
      return readContent(await readText(await fetch(`${baseUrl}/chat/completions`, sent)));
    } catch (error) {
      throw failureOf(error, signal);
    }
  };
}

async function readText(response: Response): Promise<string> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new LanguageModelFailure('status');
  }
  return (await readAnswer(response, maxBytes)).toString('utf8');
}

function readContent(text: string): string {
  const answer = answerRules.safeParse(parseJson(text));
  const content = answer.data?.choices[0]?.message.content;
  if (content === undefined) throw new LanguageModelFailure('malformed');
  return content;
}

/** What an answer says in a form; undefined where it has another. Models like to fence what they were asked for. */
export const readAnswerOf = <T>(answer: string, form: z.ZodType<T>): T | undefined =>
  form.safeParse(parseJson(answer.trim().replace(/^```(?:json)?\s*|\s*```$/g, ''))).data;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(error: unknown, { aborted }: AbortSignal): LanguageModelFailure {
  if (error instanceof LanguageModelFailure) return error;
  if (error instanceof OversizedAnswer) return new LanguageModelFailure('oversized');
  return new LanguageModelFailure(aborted ? 'timeout' : 'unreachable');
}
