import { createHash } from 'node:crypto';
import { InMemoryCache } from '@apollo/client/cache';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** What the two outputs share: types that Node strips and bundlers drop, and scalars as they travel. */
const shared = {
  useTypeImports: true,
  enumsAsTypes: true,
  strictScalars: true,
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
} as const;

/** What resolvers pass on for a type: its entity, or a page of them. */
const mappers = {
  User: '\\#identity/user.entity.ts#User',
  Session: '\\#identity/session.entity.ts#Session',
  AuditEvent: '\\#identity/audit-event.entity.ts#AuditEvent',
  AuditEventConnection: '\\#database/keyset.ts#Page<AuditEventRow>',
  SignInMethod: '\\#identity/sign-in-methods.ts#SignInMethod',
  OauthProvider: '\\#identity/providers.ts#Provider',
  AdminUser: '\\#identity/user.entity.ts#User',
  AdminUserConnection: '\\#database/keyset.ts#Page<UserRow>',
  QuarantinedPosting: '\\#job-pool/job-posting.entity.ts#JobPosting',
  QuarantinedPostingConnection: '\\#database/keyset.ts#Page<JobPostingRow>',
  PostingReport: '\\#job-pool/job-report.entity.ts#JobReport',
  AdminAuditEvent: '\\#identity/audit-event.entity.ts#AuditEvent',
  AdminAuditEventConnection: '\\#database/keyset.ts#Page<AuditEventRow>',
  Persona: '\\#personas/persona.entity.ts#Persona',
  Skill: '\\#personas/skill.entity.ts#Skill',
  SearchProfile: '\\#personas/search-profile.entity.ts#SearchProfile',
  WorkHistory: '\\#personas/work-history.entity.ts#WorkHistory',
  Bullet: '\\#personas/bullet.entity.ts#Bullet',
  Education: '\\#personas/education.entity.ts#Education',
  Certification: '\\#personas/certification.entity.ts#Certification',
  AchievementStory: '\\#personas/achievement-story.entity.ts#AchievementStory',
  VoiceProfile: '\\#personas/voice-profile.entity.ts#VoiceProfile',
  CustomNonNegotiable: '\\#personas/custom-non-negotiable.entity.ts#CustomNonNegotiable',
  SourcePreference: '\\#personas/source-preference.entity.ts#SourcePreference',
  SourceRun: '\\#sources/source-run.entity.ts#SourceRun',
  SourceRunConnection: '\\#database/keyset.ts#Page<SourceRunRow>',
  SourceKey: '\\#sources/source-key.entity.ts#SourceKey',
  JobSource: '\\#sources/adapters/source-adapter.ts#SourceAdapter',
  PersonaJob: '\\#job-pool/persona-job.entity.ts#PersonaJob',
  JobPosting: '\\#job-pool/job-posting.entity.ts#JobPosting',
  ExtractedSkill: '\\#job-pool/extracted-skill.entity.ts#ExtractedSkill',
  ComputeTask: '\\#compute/compute-task.entity.ts#ComputeTask',
  JobIngest: '\\#capture/job-ingest.entity.ts#JobIngest',
  Application: '\\#applications/application.entity.ts#Application',
  TimelineEvent: '\\#applications/timeline-event.entity.ts#TimelineEvent',
  PersonaJobConnection: '\\#database/keyset.ts#Page<PersonaJobRow>',
  ComputeTaskConnection: '\\#database/keyset.ts#Page<ComputeTaskRow>',
  ApplicationConnection: '\\#database/keyset.ts#Page<ApplicationRow>',
};

/** The client's cache adds to a document what it keeps things by: what is hashed is what would be sent. */
const cache = new InMemoryCache();

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/platform/resolver-types.generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...shared,
        scalars: {
          ID: 'string',
          DateTime: { input: 'Date', output: 'Date | string' },
          Date: 'string',
          JSON: 'unknown',
        },
        mappers,
        mapperTypeSuffix: 'Row',
        // The backslash keeps the leading # of the package import apart from the # that separates file and type.
        contextType: '\\#authorization/operation-context.ts#OperationContext',
      },
    },
    'web/src/generated/': {
      documents: 'web/src/**/*.{ts,tsx}',
      preset: 'client',
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map(({ document, ...source }) => ({
              ...source,
              document: document && cache.transformDocument(document),
            })),
        },
      ],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'unmask' },
        // As Apollo's clients name a document.
        persistedDocuments: { hashAlgorithm: (text: string) => createHash('sha256').update(text).digest('hex') },
      },
      // Optimistic answers name their type, so that the cache knows whose fields they are.
      config: {
        ...shared,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        scalars: { ID: 'string', DateTime: 'string', Date: 'string', JSON: 'unknown' },
      },
    },
  },
  ignoreNoDocuments: true,
};

export default config;
