import type { Role } from '../generated/graphql.ts';
import { words } from '../words/administration.ts';

export const roleWords: Readonly<Record<Role, string>> = words.roles;
