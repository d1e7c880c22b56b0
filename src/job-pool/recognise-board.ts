/** Where an address leads: to a public board, or to one of its postings. */
export interface RecognisedBoard {
  /** Name of the source, as in commands: `greenhouse`. */
  readonly source: string;
  /** As people read it: `Greenhouse`. */
  readonly label: string;
  /** The board, as its source is asked for it; null where the address names a posting alone. */
  readonly board: string | null;
  /** External id of the posting, as its source gives it; null for a board, and where the address has another name for it. */
  readonly posting: string | null;
}

interface Fingerprint {
  readonly source: string;
  readonly label: string;
  readonly host: RegExp;
  /** Matched against path and query; its groups `board` and `posting` are what they are called. */
  readonly path: RegExp;
  /** The board where the host names it, or only together with the path. */
  readonly board?: (host: RegExpExecArray, board: string | undefined) => string | null;
  /** The external id where it is more than the address has. */
  readonly posting?: (host: RegExpExecArray, posting: string) => string;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const hostBoard = ([, board]: RegExpExecArray): string | null => board?.toLowerCase() ?? null;

const fingerprints: readonly Fingerprint[] = [
  {
    source: 'greenhouse',
    label: 'Greenhouse',
    host: /^(?:boards|job-boards)(?:\.eu)?\.greenhouse\.io$/,
    path: /^\/(?:embed\/job_(?:board|app)\/?\?(?:.*&)?for=)?(?<board>(?!embed\b)[\w-]+)(?:.*[/&](?:jobs\/|token=)(?<posting>\d+))?/,
    board: (_, board) => board?.toLowerCase() ?? null,
  },
  {
    source: 'greenhouse',
    label: 'Greenhouse',
    host: /^(?:boards-)?api\.greenhouse\.io$/,
    path: /^\/v1\/boards\/(?<board>[\w-]+)(?:\/jobs(?:\/(?<posting>\d+))?)?/,
    board: (_, board) => board?.toLowerCase() ?? null,
  },
  {
    source: 'lever',
    label: 'Lever',
    host: /^(?:jobs|api)(\.eu)?\.lever\.co$/,
    path: new RegExp(`^/(?:v0/postings/)?(?<board>[\\w.-]+)(?:/(?<posting>${uuid}))?`, 'i'),
    board: ([, eu], board) => `${eu === undefined ? '' : 'eu/'}${board ?? ''}`,
  },
  {
    source: 'ashby',
    label: 'Ashby',
    host: /^(?:jobs|api)\.ashbyhq\.com$/,
    path: new RegExp(`^/(?:posting-api/job-board/)?(?<board>[^/?#]+)(?:/(?<posting>${uuid}))?`, 'i'),
  },
  {
    source: 'workable',
    label: 'Workable',
    host: /^apply\.workable\.com$/,
    path: /^\/(?:api\/v1\/widget\/accounts\/)?(?:(?<board>(?!j\/|api\/)[\w-]+)\/?)?(?:(?:^\/)?j\/(?<posting>\w+))?/,
  },
  {
    source: 'smartrecruiters',
    label: 'SmartRecruiters',
    host: /^(?:(?:jobs|careers)\.smartrecruiters\.com)$/,
    path: /^\/(?:external-referrals\/company\/)?(?<board>[\w-]+)(?:\/(?<posting>\d+)(?:-|$|[/?]))?/,
  },
  {
    source: 'recruitee',
    label: 'Recruitee',
    host: /^([a-z0-9-]+)\.recruitee\.com$/,
    path: /^\//,
    board: hostBoard,
  },
  {
    source: 'personio',
    label: 'Personio',
    host: /^([a-z0-9-]+)\.jobs\.personio\.(de|com)$/,
    path: /^\/(?:job\/(?<posting>\d+))?/,
    board: ([, company = '', zone]) => (zone === 'com' ? `${company}.com` : company),
  },
  {
    source: 'teamtailor',
    label: 'Teamtailor',
    host: /^([a-z0-9-]+)\.teamtailor\.com$/,
    path: /^\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?(?:jobs\/(?<posting>\d+))?/,
    board: hostBoard,
  },
  {
    source: 'bamboohr',
    label: 'BambooHR',
    host: /^([a-z0-9-]+)\.bamboohr\.com$/,
    path: /^\/(?:(?:careers|jobs)\/(?:view\.php\?id=)?(?<posting>\d+))?/,
    board: hostBoard,
  },
  {
    source: 'workday',
    label: 'Workday',
    host: /^(([a-z0-9_-]+)\.wd\d+)\.myworkdayjobs\.com$/,
    path: /^\/(?:wday\/cxs\/[\w-]+\/)?(?:[a-z]{2}-[A-Z]{2}\/)?(?<board>[\w-]+)(?:\/(?:job|details)\/[^?#]*_(?<posting>[^/_?#]+))?/,
    board: ([, tenant = ''], site) => `${tenant}/${site ?? ''}`,
    posting: ([, , tenant = ''], posting) => `${tenant}/${posting}`,
  },
];

/** Sources that are one board each, by the host of their postings. */
const singleBoards: readonly (readonly [host: RegExp, label: string])[] = [
  [/^(?:www\.)?remoteok\.(?:com|io)$/, 'Remote OK'],
  [/^(?:www\.)?remotive\.com$/, 'Remotive'],
  [/^(?:www\.)?arbeitnow\.com$/, 'Arbeitnow'],
  [/^(?:www\.)?jobicy\.com$/, 'Jobicy'],
  [/^(?:www\.)?himalayas\.app$/, 'Himalayas'],
  [/^(?:www\.)?themuse\.com$/, 'The Muse'],
  [
    /^(?:www\.)?adzuna\.(?:com|co\.uk|de|fr|ca|com\.au|at|nl|pl|it|es|ch|in|sg|be|co\.nz|co\.za|com\.br|com\.mx)$/,
    'Adzuna',
  ],
  [/^(?:www\.)?usajobs\.gov$/, 'USAJOBS'],
  [/^news\.ycombinator\.com$/, 'Hacker News'],
];

/**
 * The board, and the posting if it names one, that an address of a careers page, a posting or a board's API leads to;
 * null for every other address. Goes by the address alone and asks nobody.
 */
export function recogniseBoard(address: string): RecognisedBoard | null {
  const url = webAddress(address);
  if (url === null) return null;
  for (const fingerprint of fingerprints) {
    const host = fingerprint.host.exec(url.hostname);
    const path = host && fingerprint.path.exec(url.pathname + url.search);
    if (host && path) return read(fingerprint, host, path.groups ?? {});
  }
  return null;
}

/** The name of the public board that an address is of, also where it is no board that could be asked for. */
export function boardLabel(address: string): string | null {
  const host = webAddress(address)?.hostname ?? '';
  return recogniseBoard(address)?.label ?? singleBoards.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

function webAddress(address: string): URL | null {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.port === '' ? url : null;
}

// Names of systems' own pages, which look like boards.
const noBoards = new Set(['www', 'app', 'api', 'help', 'support', 'careers-api', 'login', 'static']);

function read(
  { source, label, ...fingerprint }: Fingerprint,
  host: RegExpExecArray,
  groups: Readonly<Record<string, string | undefined>>,
): RecognisedBoard | null {
  const named = decoded(groups['board']);
  const board = (fingerprint.board ? fingerprint.board(host, named) : named) || null;
  const posting = groups['posting'] ?? null;
  if (board === null ? posting === null : noBoards.has(board)) return null;
  const isWhole = posting === null || fingerprint.posting === undefined;
  return { source, label, board, posting: isWhole ? posting : (fingerprint.posting?.(host, posting) ?? null) };
}

function decoded(segment: string | undefined): string | undefined {
  try {
    return segment && decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
