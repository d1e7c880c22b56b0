import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { LanguageModelSettings } from '#platform/language-model.ts';

export interface AskedModel {
  readonly authorization: string | undefined;
  readonly body: string;
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

export interface LanguageModelServer {
  /** With more time for an answer than any takes that comes. */
  readonly settings: LanguageModelSettings;
  /** What it was asked so far. */
  readonly asked: AskedModel[];
  /** Answers so from now on. */
  readonly answerWith: (answer: (response: ServerResponse) => void | Promise<void>) => void;
  readonly stop: () => Promise<void>;
}

/** Says something as `POST /v1/chat/completions` does. */
export const saying =
  (content: string) =>
  (response: ServerResponse): void => {
    const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }];
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', created: 1, model: 'm', choices }));
  };

/** A server that speaks OpenAI's chat completions, as far as one answer goes. */
export async function startLanguageModel(): Promise<LanguageModelServer> {
  const asked: AskedModel[] = [];
  let answer: (response: ServerResponse) => void | Promise<void> = saying('{}');
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return response.writeHead(404).end();
      asked.push({ ...JSON.parse(body), body, authorization: request.headers.authorization });
      return answer(response);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      model: 'small',
      apiKey: 'a key for tests',
      timeoutMs: 20_000,
    },
    asked,
    answerWith: (given) => void (answer = given),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
