import { makeVar } from '@apollo/client';
import { lookForServer } from './reachability.ts';

/** Whether the page goes on without something that it could not load. */
export const isIncomplete = makeVar(false);

/**
 * Loads a script that the page can do without, and once more when the server is there again. Chromium asks for a script
 * only once, so that it may take the page loaded anew: that is for the reader to say, who may have typed something.
 */
export async function loadScript<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    await lookForServer();
    return load().catch((error: unknown) => {
      isIncomplete(true);
      throw error;
    });
  }
}
