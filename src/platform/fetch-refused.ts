/** Why there is no answer; few enough to label a metric with. */
export type FetchRefusal =
  | 'BAD_URL'
  | 'HOST_NOT_ALLOWED'
  | 'UNREACHABLE'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'UNREADABLE';

/** An address inside, a name that there is not and a machine that is down are told alike: none tells of the network. */
const words: Readonly<Record<FetchRefusal, string>> = {
  BAD_URL: 'This is no address of a page: it must begin with http:// or https:// and name a host.',
  HOST_NOT_ALLOWED: 'The address leads to a host that is not asked here.',
  UNREACHABLE: 'The page cannot be reached.',
  TIMEOUT: 'The page takes too long to answer.',
  TOO_LARGE: 'The page is too large.',
  TOO_MANY_REDIRECTS: 'The page redirects too often.',
  UNREADABLE: 'The page cannot be read.',
};

/** Something was not fetched; its message is meant for whoever gave the address. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';
  readonly code: FetchRefusal;
  constructor(code: FetchRefusal, cause?: unknown) {
    super(words[code], { cause });
    this.code = code;
  }
}
