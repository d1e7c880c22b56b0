import { readJsonFeed } from './json-feed.ts';
import { hasRecords, isRecord, recordsUnder } from './posting-fields.ts';
import { wholeBoard, type SourceAdapter } from './source-adapter.ts';

/** Teamtailor's careers sites: a JSON Feed whose items carry the posting in the words of schema.org. */
export const teamtailor: SourceAdapter = {
  name: 'teamtailor',
  label: 'Teamtailor',
  board: {
    kind: 'company, as before .teamtailor.com, or the host of its careers site',
    pattern: /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i,
    example: 'acme',
  },
  hosts: (board) => [hostOf(board)],
  request: (board) => ({ url: `https://${hostOf(board)}/jobs.json` }),
  limits: wholeBoard,
  media: 'json',
  recognises: (answer) => hasRecords(answer, 'items', '_jobposting') && isByTeamtailor(answer),
  parse: (answer, context) => readJsonFeed(answer, context, true),
  attribution: null,
  offBecause: null,
  provedOn: 'RECORDED',
};

const hostOf = (board: string): string => (board.includes('.') ? board : `${board}.teamtailor.com`);

// Its postings name the system in their identifier, or are at its host.
function isByTeamtailor(answer: unknown): boolean {
  const items = recordsUnder(answer, 'items');
  return !('reason' in items) && items.some((item) => isRecord(item) && /teamtailor/i.test(JSON.stringify(item)));
}
