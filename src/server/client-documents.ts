import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GraphQLError } from 'graphql';
import type { Config } from '#config.ts';
import { StartupError } from '#platform/errors.ts';

/** Which documents are answered. */
export interface AcceptedDocuments {
  /** The client's, by their hashes. They are those that it was built with: nobody adds to them. */
  readonly ofClient: ReadonlyMap<string, string>;
  /** Whether every other is refused. */
  readonly areAll: boolean;
}

/** All, and none by its hash: that of products without a client. */
export const anyDocument: AcceptedDocuments = { ofClient: new Map(), areAll: false };

const builtClient = fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * Reads the documents that the built client has, which stand beside it in its folder.
 * @throws StartupError where nothing else is to be answered, and there are none
 */
export async function readAcceptedDocuments(
  { onlyClientDocuments: areAll }: Pick<Config, 'onlyClientDocuments'>,
  folder = builtClient,
): Promise<AcceptedDocuments> {
  const file = join(folder, 'persisted-documents.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return '{}';
  });
  const ofClient = new Map(Object.entries(JSON.parse(text) as Readonly<Record<string, string>>));
  if (areAll && ofClient.size === 0)
    throw new StartupError(
      `PERSISTED_DOCUMENTS=only needs ${file}, which a build of the client makes: npm run prepare`,
    );
  return { ofClient, areAll };
}

/** A request, as far as it says which document it asks for. */
interface AskingRequest {
  readonly query?: string | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * Finds the text of the document that a request asks for, by itself or by a hash, as Apollo's clients ask
 * (`extensions.persistedQuery`). What is asked is then judged alike, whichever way it came.
 * @returns why there is none, where it is refused
 */
export function findDocument({ ofClient, areAll }: AcceptedDocuments, request: AskingRequest): string | GraphQLError {
  const text = request.query ?? '';
  const hash = hashOf(request);
  if (hash instanceof GraphQLError) return hash;
  const known = hash === null ? undefined : ofClient.get(hash);
  if (known !== undefined) return known;
  if (hash !== null && text === '')
    return refusedFor('PERSISTED_QUERY_NOT_FOUND', 'No document of this hash is known here.');
  return areAll ? refusedFor('PERSISTED_QUERY_ID_REQUIRED', onlyByHash) : text;
}

/** The status of a refusal: what Apollo's clients take for an invitation to send the document itself is no failure. */
export const statusOfRefusal = ({ extensions }: GraphQLError): number =>
  extensions['code'] === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : 400;

/** @returns null where a document is not asked for by its hash */
function hashOf({ query, extensions }: AskingRequest): string | GraphQLError | null {
  const asked = extensions?.['persistedQuery'] ?? null;
  if (asked === null) return null;
  const { version, sha256Hash } = Object(asked) as Readonly<Record<string, unknown>>;
  if (version !== 1 || typeof sha256Hash !== 'string') return refusedFor('BAD_REQUEST', notReadable);
  // Clients that were told that a hash is not known send it once more, and the document beside it.
  if (query && sha256Hash !== createHash('sha256').update(query).digest('hex'))
    return refusedFor('BAD_REQUEST', 'The hash is of another document than the one beside it.');
  return sha256Hash;
}

const notReadable = 'extensions.persistedQuery names a document by version, which is 1, and sha256Hash.';

const onlyByHash = 'Only documents of the client that comes along are answered here, by their hashes.';

const refusedFor = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code } });
