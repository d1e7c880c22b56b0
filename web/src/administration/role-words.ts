import type { Role } from '../generated/graphql.ts';

export const roleWords: Readonly<Record<Role, string>> = { USER: 'User', SUPPORT: 'Support', ADMIN: 'Admin' };
