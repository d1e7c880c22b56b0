import { readdirSync, readFileSync } from 'node:fs';
import type { SdlFile } from '#authorization/sdl-directives.ts';

const folder = new URL('../../schema/', import.meta.url);

/** The SDL of every domain, by file. */
export const sdlFiles = (): SdlFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => ({ name: `schema/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));

/** The SDL of every domain; one document each, so that errors name the file's own lines. */
export const typeDefinitions = (): string[] => sdlFiles().map(({ text }) => text);
