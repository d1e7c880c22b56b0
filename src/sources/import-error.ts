import { StartupError } from '#platform/errors.ts';

/** Why a file cannot be imported at all, in one sentence that says where; nothing of the file is taken. */
export class ImportError extends StartupError {}
