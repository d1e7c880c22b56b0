import { parentPort, workerData } from 'node:worker_threads';
import { compareSync } from 'bcryptjs';

/** What the thread is started with. It answers with one message: whether they match. */
export interface BcryptQuestion {
  readonly password: string;
  readonly stored: string;
}

const { password, stored } = workerData as BcryptQuestion;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows, not of threads
parentPort?.postMessage(compareSync(password, stored));
