import type { Resolvers } from '#platform/resolver-types.generated.ts';
import { askForSplit } from './ask-for-split.ts';
import { inviteUser } from './invite-user.ts';
import { listAuditEvents } from './list-audit-events.ts';
import { listFindings, listQuarantine, listReports } from './list-quarantine.ts';
import { listUsers } from './list-users.ts';
import { approvePosting, rejectPosting } from './review-posting.ts';
import { revokeSessionsOfUser } from './revoke-sessions-of.ts';
import { setUserDisabled } from './set-user-disabled.ts';
import { setUserRole } from './set-user-role.ts';

/** The resolvers of schema/administration.graphql. */
export const administrationResolvers: Resolvers = {
  Query: {
    adminUsers: (_root, args, context) => listUsers(context, args),
    adminAuditEvents: (_root, args, context) => listAuditEvents(context, args),
    adminQuarantine: (_root, args, context) => listQuarantine(context, args),
  },
  Mutation: {
    splitPosting: (_root, { id }, context) => askForSplit(context, id),
    approvePosting: (_root, { id }, context) => approvePosting(context, id),
    rejectPosting: (_root, { id }, context) => rejectPosting(context, id),
    setUserDisabled: (_root, args, context) => setUserDisabled(context, args),
    adminRevokeSessions: (_root, { userId }, context) => revokeSessionsOfUser(context, userId),
    setUserRole: (_root, args, context) => setUserRole(context, args),
    inviteUser: (_root, { email }, context) => inviteUser(context, email),
  },
  AdminUser: { emailVerified: ({ emailVerifiedAt }) => Boolean(emailVerifiedAt) },
  AdminUserConnection: { totalCount: ({ totalCount }) => totalCount() },
  QuarantinedPosting: {
    descriptionText: (posting, _args, { rows }) => rows.lazy(posting, 'descriptionText') as Promise<string>,
    reports: (posting, _args, context) => listReports(context, posting),
    findings: (posting, _args, context) => listFindings(context, posting),
  },
  QuarantinedPostingConnection: { totalCount: ({ totalCount }) => totalCount() },
  AdminAuditEvent: { userId: ({ ownerId }) => ownerId ?? null },
  AdminAuditEventConnection: { totalCount: ({ totalCount }) => totalCount() },
};
