import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserRow } from '#identity/user.entity.ts';
import type { Session as SessionRow } from '#identity/session.entity.ts';
import type { AuditEvent as AuditEventRow } from '#identity/audit-event.entity.ts';
import type { Page as PageRow } from '#database/keyset.ts';
import type { SignInMethod as SignInMethodRow } from '#identity/sign-in-methods.ts';
import type { Provider as ProviderRow } from '#identity/providers.ts';
import type { JobPosting as JobPostingRow } from '#job-pool/job-posting.entity.ts';
import type { JobReport as JobReportRow } from '#job-pool/job-report.entity.ts';
import type { Persona as PersonaRow } from '#personas/persona.entity.ts';
import type { Skill as SkillRow } from '#personas/skill.entity.ts';
import type { SearchProfile as SearchProfileRow } from '#personas/search-profile.entity.ts';
import type { WorkHistory as WorkHistoryRow } from '#personas/work-history.entity.ts';
import type { Bullet as BulletRow } from '#personas/bullet.entity.ts';
import type { Education as EducationRow } from '#personas/education.entity.ts';
import type { Certification as CertificationRow } from '#personas/certification.entity.ts';
import type { AchievementStory as AchievementStoryRow } from '#personas/achievement-story.entity.ts';
import type { VoiceProfile as VoiceProfileRow } from '#personas/voice-profile.entity.ts';
import type { CustomNonNegotiable as CustomNonNegotiableRow } from '#personas/custom-non-negotiable.entity.ts';
import type { SourcePreference as SourcePreferenceRow } from '#personas/source-preference.entity.ts';
import type { SourceRun as SourceRunRow } from '#sources/source-run.entity.ts';
import type { SourceKey as SourceKeyRow } from '#sources/source-key.entity.ts';
import type { SourceAdapter as SourceAdapterRow } from '#sources/adapters/source-adapter.ts';
import type { PersonaJob as PersonaJobRow } from '#job-pool/persona-job.entity.ts';
import type { ExtractedSkill as ExtractedSkillRow } from '#job-pool/extracted-skill.entity.ts';
import type { ComputeTask as ComputeTaskRow } from '#compute/compute-task.entity.ts';
import type { JobIngest as JobIngestRow } from '#capture/job-ingest.entity.ts';
import type { Application as ApplicationRow } from '#applications/application.entity.ts';
import type { TimelineEvent as TimelineEventRow } from '#applications/timeline-event.entity.ts';
import type { OperationContext } from '#authorization/operation-context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 in UTC. */
  DateTime: { input: Date; output: Date | string; }
  /** JSON, as it comes: what browsers and authenticators say to each other in their words, and documents in a format of others. */
  JSON: { input: unknown; output: unknown; }
};

/** A token by which a program does some of what its owner may. The token itself is nowhere kept. */
export type AccessToken = {
  __typename?: 'AccessToken';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it runs out. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque id; never the token. */
  id: Scalars['ID']['output'];
  /** Name to tell it from others. */
  label: Scalars['String']['output'];
  /** Latest use, to the minute; null before the first. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  scopes: Array<Scope>;
};

/** A story of an achievement, to be told in interviews and letters. */
export type AchievementStory = {
  __typename?: 'AchievementStory';
  /** What you did. */
  action: Scalars['String']['output'];
  /** How things were. */
  context: Scalars['String']['output'];
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What came of it. */
  outcome: Scalars['String']['output'];
  /** Id of the job it is of; null for none, and once that is removed. */
  relatedWorkHistoryId?: Maybe<Scalars['ID']['output']>;
  /** Ids of the persona's skills that it shows. */
  skillsDemonstrated: Array<Scalars['ID']['output']>;
  /** Title. */
  title: Scalars['String']['output'];
};

/** A new story. */
export type AchievementStoryInput = {
  action: Scalars['String']['input'];
  context: Scalars['String']['input'];
  outcome: Scalars['String']['input'];
  relatedWorkHistoryId?: InputMaybe<Scalars['ID']['input']>;
  skillsDemonstrated?: Array<Scalars['ID']['input']>;
  title: Scalars['String']['input'];
};

/** A posting as somebody tells it. */
export type AddJobInput = {
  /** Last day to apply. */
  applicationDeadline?: InputMaybe<Scalars['Date']['input']>;
  /** Where to apply. */
  applyUrl?: InputMaybe<Scalars['String']['input']>;
  /** Employer. */
  companyName: Scalars['String']['input'];
  /** Employer's site. */
  companyUrl?: InputMaybe<Scalars['String']['input']>;
  /** Its text, at most 50,000 characters. */
  description: Scalars['String']['input'];
  /** Kind of contract. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Place as the employer words it. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** When the employer published it. */
  postedDate?: InputMaybe<Scalars['Date']['input']>;
  /** Currency of the pay, ISO 4217. */
  salaryCurrency?: InputMaybe<Scalars['String']['input']>;
  /** Highest yearly pay. */
  salaryMax?: InputMaybe<Scalars['Int']['input']>;
  /** Lowest yearly pay. */
  salaryMin?: InputMaybe<Scalars['Int']['input']>;
  /** Level. */
  seniorityLevel?: InputMaybe<SeniorityLevel>;
  /** Skills it asks for, instead of those that were read of its text. */
  skills?: InputMaybe<Array<PostingSkillInput>>;
  /** Job title. */
  title: Scalars['String']['input'];
  /** Address of its page. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is done. */
  workModel?: InputMaybe<WorkModel>;
};

/** One thing that happened, as admins see it. */
export type AdminAuditEvent = {
  __typename?: 'AdminAuditEvent';
  /** Who did it; null for somebody signed out, and for the system. */
  actorId?: Maybe<Scalars['ID']['output']>;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** More of it, such as why it was refused. */
  detail?: Maybe<Scalars['String']['output']>;
  /** What. */
  event: AuditEventKind;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Network address it came from. */
  ip?: Maybe<Scalars['String']['output']>;
  /** How it ended. */
  outcome: AuditOutcome;
  /** The session it was done in. */
  sessionId?: Maybe<Scalars['ID']['output']>;
  /** The browser's or program's own description. */
  userAgent?: Maybe<Scalars['String']['output']>;
  /** Whose account it is about; null where there is none, such as an attempt with an unknown address. */
  userId?: Maybe<Scalars['ID']['output']>;
};

/** A page of what happened. */
export type AdminAuditEventConnection = {
  __typename?: 'AdminAuditEventConnection';
  /** Events with their cursors. */
  edges: Array<AdminAuditEventEdge>;
  /** Events alone. */
  nodes: Array<AdminAuditEvent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All events that match. */
  totalCount: Scalars['Int']['output'];
};

/** An event in a page. */
export type AdminAuditEventEdge = {
  __typename?: 'AdminAuditEventEdge';
  /** Names its place; opaque. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: AdminAuditEvent;
};

/** An account as staff see it: nothing of its job search. */
export type AdminUser = {
  __typename?: 'AdminUser';
  /** When it was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** Since when it is shut out. */
  disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Address. */
  email: Scalars['String']['output'];
  /** Whether the address is proven. */
  emailVerified: Scalars['Boolean']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Display name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Standing. */
  roles: Array<Role>;
};

/** A page of accounts. */
export type AdminUserConnection = {
  __typename?: 'AdminUserConnection';
  /** Accounts with their cursors. */
  edges: Array<AdminUserEdge>;
  /** Accounts alone. */
  nodes: Array<AdminUser>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All accounts that match. */
  totalCount: Scalars['Int']['output'];
};

/** An account in a page. */
export type AdminUserEdge = {
  __typename?: 'AdminUserEdge';
  /** Names its place; opaque. */
  cursor: Scalars['String']['output'];
  /** The account. */
  node: AdminUser;
};

/** An application for a posting. */
export type Application = {
  __typename?: 'Application';
  /** When you applied. */
  appliedAt: Scalars['DateTime']['output'];
  /** When it was put away. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Stage of the interviews. */
  currentInterviewStage?: Maybe<InterviewStage>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Kept on top and from being archived. */
  isPinned: Scalars['Boolean']['output'];
  /** Your notes. */
  notes?: Maybe<Scalars['String']['output']>;
  /** The offer. */
  offerDetails?: Maybe<OfferDetails>;
  /** Who applied. */
  persona: Persona;
  /** The match it came from. */
  personaJob?: Maybe<PersonaJob>;
  /** The posting as it is now. */
  posting: JobPosting;
  /** The rejection. */
  rejectionDetails?: Maybe<RejectionDetails>;
  /** The posting as it was when you applied. */
  snapshot: PostingSnapshot;
  /** Where it stands. */
  status: ApplicationStatus;
  /** When it last moved. */
  statusUpdatedAt: Scalars['DateTime']['output'];
  /** What happened, in order. */
  timeline: Array<TimelineEvent>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
};

/** A page of applications. */
export type ApplicationConnection = {
  __typename?: 'ApplicationConnection';
  /** Applications with their cursors. */
  edges: Array<ApplicationEdge>;
  /** Applications alone. */
  nodes: Array<Application>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All applications of the filter. */
  totalCount: Scalars['Int']['output'];
};

/** An application in a page. */
export type ApplicationEdge = {
  __typename?: 'ApplicationEdge';
  /** Place in the list. */
  cursor: Scalars['String']['output'];
  /** The application. */
  node: Application;
};

/** Which applications. */
export type ApplicationFilter = {
  /** Applied at or after. */
  appliedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Put away, or not. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these. */
  statuses?: InputMaybe<Array<ApplicationStatus>>;
};

/** Order of applications; ties by id. */
export type ApplicationSort =
  | 'APPLIED_DESC'
  | 'STATUS_UPDATED_DESC';

/** What became of applications, in numbers; those put away are among them. */
export type ApplicationStats = {
  __typename?: 'ApplicationStats';
  /** How many came how far on the way to a job, whatever became of them then. */
  funnel: Array<ReachedStatus>;
  /** How long they waited on that way. */
  timeInStatus: Array<TimeInStatus>;
};

/** Standing of an application. */
export type ApplicationStatus =
  | 'ACCEPTED'
  | 'APPLIED'
  | 'INTERVIEWING'
  | 'OFFER'
  | 'REJECTED'
  | 'WITHDRAWN';

/** A public page to name as the origin. */
export type Attribution = {
  __typename?: 'Attribution';
  /** Name of the board. */
  label: Scalars['String']['output'];
  /** The posting there. */
  url: Scalars['String']['output'];
};

/** One thing that happened to an account. Nobody changes it; it is kept for 400 days. */
export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** More of it, such as why it was refused. */
  detail?: Maybe<Scalars['String']['output']>;
  /** What. */
  event: AuditEventKind;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Network address it came from. */
  ip?: Maybe<Scalars['String']['output']>;
  /** How it ended. */
  outcome: AuditOutcome;
  /** The browser's or program's own description. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** A page of what happened. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** Events with their cursors. */
  edges: Array<AuditEventEdge>;
  /** Events alone. */
  nodes: Array<AuditEvent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All events. */
  totalCount: Scalars['Int']['output'];
};

/** An event in a page. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** Names its place; opaque. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: AuditEvent;
};

/** What happened to an account. Words for it may be added. */
export type AuditEventKind =
  /** An access token was made. */
  | 'ACCESS_TOKEN_CREATED'
  /** An access token was ended. */
  | 'ACCESS_TOKEN_REVOKED'
  /** The account was deleted. */
  | 'ACCOUNT_DELETED'
  /** Staff did something, or looked at something. */
  | 'ADMIN_ACT'
  /** New backup codes were made. */
  | 'BACKUP_CODES_MADE'
  /** The data of a single-user installation were claimed. */
  | 'CLAIM'
  /** The address was changed. */
  | 'EMAIL_CHANGED'
  /** A change of address was called off. */
  | 'EMAIL_CHANGE_CANCELLED'
  /** Another address was asked for. */
  | 'EMAIL_CHANGE_REQUESTED'
  /** A change of address was taken back. */
  | 'EMAIL_CHANGE_REVERTED'
  /** The address was proven. */
  | 'EMAIL_VERIFIED'
  /** A second factor was added. */
  | 'FACTOR_ADDED'
  /** A second factor was removed. */
  | 'FACTOR_REMOVED'
  /** A second factor was used, or refused. */
  | 'FACTOR_USED'
  /** A first factor was right; a second one was asked for. */
  | 'FIRST_FACTOR'
  /** The password was switched off after too many failures, until it is reset. */
  | 'LOCKED'
  /** A sign-in. */
  | 'LOGIN'
  /** An attempt to sign in that failed. */
  | 'LOGIN_FAILED'
  /** A sign-out. */
  | 'LOGOUT'
  /** A mail with a link to sign in was asked for. */
  | 'MAGIC_LINK_REQUESTED'
  /** A passkey's counter went back: there may be two of it. Refused where it cannot be copied. */
  | 'PASSKEY_COUNTER'
  /** The password was changed. */
  | 'PASSWORD_CHANGED'
  /** The password was set by the link of a mail. */
  | 'PASSWORD_RESET'
  /** A mail to set a new password was asked for. */
  | 'PASSWORD_RESET_REQUESTED'
  /** Name or picture were changed. */
  | 'PROFILE_CHANGED'
  /** A provider became a way to sign in. */
  | 'PROVIDER_LINKED'
  /** A provider is no way to sign in any more. */
  | 'PROVIDER_UNLINKED'
  /** Too many attempts. */
  | 'RATE_LIMITED'
  /** New tokens for a session. */
  | 'REFRESH'
  /** A used refresh token came again: every session was ended. */
  | 'REFRESH_REUSE'
  /** The account was opened. */
  | 'REGISTER'
  /** A role was given or taken. */
  | 'ROLE_CHANGED'
  /** Sessions were ended. */
  | 'SESSION_REVOKED'
  /** A proof of who it is, in the middle of a session. */
  | 'STEP_UP';

/** How it ended. */
export type AuditOutcome =
  /** It was refused. */
  | 'REFUSED'
  /** It was done. */
  | 'SUCCEEDED';

/** A completed sign-in. */
export type AuthSession = {
  __typename?: 'AuthSession';
  /** The session's tokens. */
  tokens: AuthTokens;
  /** The account. */
  user?: Maybe<User>;
};

/** Bearer tokens. Null where the browser keeps them in cookies. */
export type AuthTokens = {
  __typename?: 'AuthTokens';
  /** JWT for `Authorization: Bearer`. */
  accessToken?: Maybe<Scalars['String']['output']>;
  /** When the access token runs out. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** Token for `refreshSession`; works once. */
  refreshToken?: Maybe<Scalars['String']['output']>;
  /** When the refresh token runs out unless used. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
};

/** The account's backup codes. */
export type BackupCodeSet = {
  __typename?: 'BackupCodeSet';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** Codes that stand in for a second factor that is not at hand, shown this once. Each works once. */
export type BackupCodes = {
  __typename?: 'BackupCodes';
  /** Ten codes; case and hyphens do not matter. */
  codes: Array<Scalars['String']['output']>;
};

/** An id that nothing was done to. */
export type BulkFailure = {
  __typename?: 'BulkFailure';
  /** Why. */
  code: BulkFailureCode;
  /** As it was given. */
  id: Scalars['ID']['output'];
};

/** Why nothing was done to one of many ids. */
export type BulkFailureCode =
  /** Its status does not lead there. */
  | 'INVALID_TRANSITION'
  /** There is nothing of yours by that id. */
  | 'NOT_FOUND';

/** What became of each of many ids. */
export type BulkResult = {
  __typename?: 'BulkResult';
  /** Those that are as they were. */
  failed: Array<BulkFailure>;
  /** Those that are now as was asked, also where they were so before. */
  succeeded: Array<Scalars['ID']['output']>;
};

/** Something done in a job, as a line of a resume. */
export type Bullet = {
  __typename?: 'Bullet';
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Its figures, such as `30 % faster`. */
  metrics?: Maybe<Scalars['String']['output']>;
  /** Ids of the persona's skills that it shows. */
  skillsDemonstrated: Array<Scalars['ID']['output']>;
  /** The line. */
  text: Scalars['String']['output'];
};

/** A new bullet. */
export type BulletInput = {
  metrics?: InputMaybe<Scalars['String']['input']>;
  skillsDemonstrated?: Array<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};

/** A certification. */
export type Certification = {
  __typename?: 'Certification';
  /** What it is called. */
  certificationName: Scalars['String']['output'];
  /** Its number. */
  credentialId?: Maybe<Scalars['String']['output']>;
  /** When you got it. */
  dateObtained: Scalars['Date']['output'];
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Until when it counts; null for always. */
  expirationDate?: Maybe<Scalars['Date']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Who gave it. */
  issuingOrganization: Scalars['String']['output'];
  /** Where it can be checked. */
  verificationUrl?: Maybe<Scalars['String']['output']>;
};

/** A new certification. */
export type CertificationInput = {
  certificationName: Scalars['String']['input'];
  credentialId?: InputMaybe<Scalars['String']['input']>;
  dateObtained: Scalars['Date']['input'];
  expirationDate?: InputMaybe<Scalars['Date']['input']>;
  issuingOrganization: Scalars['String']['input'];
  verificationUrl?: InputMaybe<Scalars['String']['input']>;
};

/** The next step of an application. */
export type ChangeApplicationStatusInput = {
  /** The offer, for OFFER. */
  offer?: InputMaybe<OfferDetailsInput>;
  /** The rejection, for REJECTED. */
  rejection?: InputMaybe<RejectionDetailsInput>;
  /** Stage, for INTERVIEWING. */
  stage?: InputMaybe<InterviewStage>;
  /** Where it stands now. */
  status: ApplicationStatus;
  /** Version last seen; a newer one refuses the change. */
  version?: InputMaybe<Scalars['Int']['input']>;
};

/** A new password. */
export type ChangePasswordInput = {
  /** The password so far; left out where there is none. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
  /** The password from now on. */
  newPassword: Scalars['String']['input'];
};

/** Employer size wished for. */
export type CompanySizePreference =
  | 'ENTERPRISE'
  | 'MID_SIZE'
  | 'NO_PREFERENCE'
  | 'STARTUP';

/** A second factor. */
export type CompleteMfaInput = {
  /** The challenge that signing in has led to. */
  challenge: Scalars['String']['input'];
  /** The code, six digits of the app or a backup code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Which of its methods. */
  method: MfaMethod;
  /** The passkey's answer to `passkeyLoginOptions`. */
  passkey?: InputMaybe<Scalars['JSON']['input']>;
};

/** Work that goes on in the background. */
export type ComputeTask = {
  __typename?: 'ComputeTask';
  /** How often it has been begun. */
  attempt: Scalars['Int']['output'];
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it failed, in words. */
  error?: Maybe<Scalars['String']['output']>;
  /** When it succeeded, failed or was cancelled. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What is done. */
  kind: ComputeTaskKind;
  /** Whom it is for. */
  persona: Persona;
  /** Share that is done, 0 to 1. */
  progress: Scalars['Float']['output'];
  /** Where it stands. */
  state: ComputeTaskState;
};

/** A page of tasks. */
export type ComputeTaskConnection = {
  __typename?: 'ComputeTaskConnection';
  /** Tasks with their cursors. */
  edges: Array<ComputeTaskEdge>;
  /** Tasks alone. */
  nodes: Array<ComputeTask>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All tasks of the filter. */
  totalCount: Scalars['Int']['output'];
};

/** A task in a page. */
export type ComputeTaskEdge = {
  __typename?: 'ComputeTaskEdge';
  /** Place in the list. */
  cursor: Scalars['String']['output'];
  /** The task. */
  node: ComputeTask;
};

/** Which tasks. */
export type ComputeTaskFilter = {
  /** In one of these. */
  states?: InputMaybe<Array<ComputeTaskState>>;
};

/** Kind of background work. */
export type ComputeTaskKind =
  | 'RESCORE';

/** Standing of a task. */
export type ComputeTaskState =
  | 'CANCELED'
  | 'FAILED'
  | 'LEASED'
  | 'QUEUED'
  | 'SUCCEEDED';

/** A new access token. */
export type CreateAccessTokenInput = {
  /** When it runs out: in the future, within 366 days. */
  expiresAt: Scalars['DateTime']['input'];
  /** Name to tell it from others, 1 to 80 characters. */
  label: Scalars['String']['input'];
  /** What it is for: one or more, none of them twice. */
  scopes: Array<Scope>;
};

/** A new application. */
export type CreateApplicationInput = {
  /** When; now if left out, never in the future. */
  appliedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The match applied for. */
  personaJobId: Scalars['ID']['input'];
};

/** A new persona. */
export type CreatePersonaInput = {
  autoDraftThreshold?: Scalars['Int']['input'];
  commutableCities?: Array<Scalars['String']['input']>;
  companySizePreference?: CompanySizePreference;
  currentCompany?: InputMaybe<Scalars['String']['input']>;
  currentRole?: InputMaybe<Scalars['String']['input']>;
  email: Scalars['String']['input'];
  fullName: Scalars['String']['input'];
  homeCity?: Scalars['String']['input'];
  homeCountry?: Scalars['String']['input'];
  homeState?: Scalars['String']['input'];
  industryExclusions?: Array<Scalars['String']['input']>;
  linkedinUrl?: InputMaybe<Scalars['String']['input']>;
  maxCommuteMinutes?: InputMaybe<Scalars['Int']['input']>;
  maxTravelPercent?: MaxTravel;
  minimumBaseSalary?: InputMaybe<Scalars['Int']['input']>;
  minimumFitThreshold?: Scalars['Int']['input'];
  onboardingComplete?: Scalars['Boolean']['input'];
  onboardingStep?: InputMaybe<Scalars['String']['input']>;
  phone?: Scalars['String']['input'];
  pollingFrequency?: PollingFrequency;
  portfolioUrl?: InputMaybe<Scalars['String']['input']>;
  professionalSummary?: InputMaybe<Scalars['String']['input']>;
  relocationCities?: Array<Scalars['String']['input']>;
  relocationOpen?: Scalars['Boolean']['input'];
  remotePreference?: RemotePreference;
  salaryCurrency?: Scalars['String']['input'];
  /** Skills in order. */
  skills?: Array<SkillInput>;
  stretchAppetite?: StretchAppetite;
  targetRoles?: Array<Scalars['String']['input']>;
  targetSkills?: Array<Scalars['String']['input']>;
  visaSponsorshipRequired?: Scalars['Boolean']['input'];
  yearsExperience?: InputMaybe<Scalars['Int']['input']>;
};

/** A new access token. */
export type CreatedAccessToken = {
  __typename?: 'CreatedAccessToken';
  /** Opaque id, by which it is revoked. */
  id: Scalars['ID']['output'];
  /** For `Authorization: Bearer`; shown this once. */
  token: Scalars['String']['output'];
};

/** A way to prove who one is. */
export type Credential = {
  __typename?: 'Credential';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A rule of your own that postings must meet. */
export type CustomNonNegotiable = {
  __typename?: 'CustomNonNegotiable';
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** What of a posting is looked at. */
  filterField: FilterField;
  /** What you call it; refusals name it. */
  filterName: Scalars['String']['output'];
  /** Whether the words must be missing or there. */
  filterType: FilterType;
  /** Words, between commas; any one of them counts. */
  filterValue: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A new rule of your own. */
export type CustomNonNegotiableInput = {
  filterField: FilterField;
  filterName: Scalars['String']['input'];
  filterType: FilterType;
  filterValue: Scalars['String']['input'];
};

/** An education. */
export type Education = {
  __typename?: 'Education';
  /** Degree. */
  degree: Scalars['String']['output'];
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Subject. */
  fieldOfStudy: Scalars['String']['output'];
  /** Grade point average, 0 to 5. */
  gpa?: Maybe<Scalars['Float']['output']>;
  /** Year of the degree, or when it is expected. */
  graduationYear: Scalars['Int']['output'];
  /** Distinctions. */
  honors?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** School or university. */
  institution: Scalars['String']['output'];
};

/** A new education. */
export type EducationInput = {
  degree: Scalars['String']['input'];
  fieldOfStudy: Scalars['String']['input'];
  gpa?: InputMaybe<Scalars['Float']['input']>;
  graduationYear: Scalars['Int']['input'];
  honors?: InputMaybe<Scalars['String']['input']>;
  institution: Scalars['String']['input'];
};

/** Kind of contract. */
export type EmploymentType =
  | 'CONTRACT'
  | 'FULL_TIME'
  | 'INTERNSHIP'
  | 'PART_TIME'
  | 'TEMPORARY';

/** Kind of equity. */
export type EquityType =
  | 'OPTIONS'
  | 'RSU';

/** A skill that a posting asks for. */
export type ExtractedSkill = {
  __typename?: 'ExtractedSkill';
  /** Hard or soft. */
  kind: SkillType;
  /** Usual spelling. */
  name: Scalars['String']['output'];
  /** Required, or nice to have. */
  required: Scalars['Boolean']['output'];
  /** Years asked for. */
  years?: Maybe<Scalars['Int']['output']>;
};

/** What of a posting a rule of your own looks at. */
export type FilterField =
  | 'COMPANY_NAME'
  | 'DESCRIPTION'
  | 'INDUSTRY'
  | 'LOCATION'
  | 'TITLE';

/** What a rule of your own does with postings that have its words. */
export type FilterType =
  /** They are left out. */
  | 'EXCLUDE'
  /** Only they are kept. */
  | 'REQUIRE';

/** Standing of a ghost score: up to 25, 50, 75 and 100. */
export type GhostBand =
  | 'ELEVATED'
  | 'FRESH'
  | 'HIGH_RISK'
  | 'MODERATE';

/** What a ghost score is made of; each part from 0 to 100. */
export type GhostSignals = {
  __typename?: 'GhostSignals';
  /** Where the score stands. */
  band: GhostBand;
  /** When this was calculated: daily while it is open. */
  calculatedAt: Scalars['DateTime']['output'];
  /** Days since it was published, else since it was first seen. */
  daysOpen: Scalars['Int']['output'];
  /** 0 up to 30 days, 50 up to 60, then 100; 30 % of the score. */
  daysOpenScore: Scalars['Int']['output'];
  /** Which of `salary`, `deadline` and `location` it does not tell. */
  missingFields: Array<Scalars['String']['output']>;
  /** 0, 33, 67 or 100 by the number of missing fields; 10 % of the score. */
  missingFieldsScore: Scalars['Int']['output'];
  /** How often it was posted before. */
  repostCount: Scalars['Int']['output'];
  /** 0, 30, 60, and 100 from the third repost on; 30 % of the score. */
  repostScore: Scalars['Int']['output'];
  /** Whether the years asked for contradict the level. */
  requirementMismatch: Scalars['Boolean']['output'];
  /** 100 where they do; 10 % of the score. */
  requirementMismatchScore: Scalars['Int']['output'];
  /** How little the text says of duties, demands, skills, figures and people; 20 % of the score. */
  vaguenessScore: Scalars['Int']['output'];
};

/** A posting to read: a text, an address, or both. */
export type IngestJobInput = {
  /** What is marked on that page: read where the page does not say by itself what its posting is. */
  selection?: InputMaybe<Scalars['String']['input']>;
  /** Its text; where it is given, nothing is fetched. At most 50,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Title of that page. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Address of its page, http or https. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Stage of the interviews. */
export type InterviewStage =
  | 'FINAL_ROUND'
  | 'ONSITE'
  | 'PHONE_SCREEN';

/** A posting that was handed in, for a quarter of an hour. */
export type JobIngest = {
  __typename?: 'JobIngest';
  /** When it was handed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When what was read of it is thrown away. */
  expiresAt: Scalars['DateTime']['output'];
  /** Why nothing could be read, in words; there where it FAILED. */
  failure?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Whom it was handed in for. */
  persona: Persona;
  /** What was made of it; there once it is CONFIRMED. */
  personaJob?: Maybe<PersonaJob>;
  /** What was read; there once it is READY. */
  preview?: Maybe<JobPreview>;
  /** Where it stands. */
  state: JobIngestState;
  /** Address of its page, where one was given. */
  url?: Maybe<Scalars['String']['output']>;
};

/** Standing of a posting that was handed in. */
export type JobIngestState =
  /** It was kept. */
  | 'CONFIRMED'
  /** It was thrown away. */
  | 'EXPIRED'
  /** It could not be read. */
  | 'FAILED'
  /** It is being read. */
  | 'PROCESSING'
  /** It can be looked at. */
  | 'READY';

/** A posting of the shared pool. */
export type JobPosting = {
  __typename?: 'JobPosting';
  /** Last day to apply. */
  applicationDeadline?: Maybe<Scalars['Date']['output']>;
  /** Where to apply. */
  applyUrl?: Maybe<Scalars['String']['output']>;
  /** The public board it is from. */
  attribution?: Maybe<Attribution>;
  /** Employer. */
  companyName: Scalars['String']['output'];
  /** How many work for the employer, where the text says. */
  companySize?: Maybe<Scalars['Int']['output']>;
  /** Employer's site. */
  companyUrl?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** How the employer says it works; null where no heading tells it apart. */
  cultureText?: Maybe<Scalars['String']['output']>;
  /** Text as safe HTML. */
  descriptionHtml: Scalars['String']['output'];
  /** Text without mark-up. */
  descriptionText: Scalars['String']['output'];
  /**
   * Where those live who alone may apply: countries by ISO 3166-1 ("CA"), states by ISO 3166-2 ("US-TX"). Null where nobody
   * is shut out, or nothing is said.
   */
  eligibleCountries?: Maybe<Array<Scalars['String']['output']>>;
  /** Kind of contract. */
  employmentType?: Maybe<EmploymentType>;
  /** How likely nobody is hired through it, 0 to 100: a caution, never a verdict. Null until it is calculated. */
  ghostScore?: Maybe<Scalars['Int']['output']>;
  /** What the ghost score is made of. */
  ghostSignals?: Maybe<GhostSignals>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The employer's industry, where the text says it plainly. */
  industry?: Maybe<Scalars['String']['output']>;
  /** Whether it is still open. */
  isActive: Scalars['Boolean']['output'];
  /** Place as the employer words it. */
  location?: Maybe<Scalars['String']['output']>;
  /** When the employer published it. */
  postedDate?: Maybe<Scalars['Date']['output']>;
  /** How often it was posted before. */
  repostCount: Scalars['Int']['output'];
  /** What is asked and wished for, in the posting's words; null where no heading tells it apart. */
  requirements?: Maybe<Scalars['String']['output']>;
  /** Currency of the pay, ISO 4217. */
  salaryCurrency?: Maybe<Scalars['String']['output']>;
  /** Highest yearly pay. */
  salaryMax?: Maybe<Scalars['Int']['output']>;
  /** Lowest yearly pay. */
  salaryMin?: Maybe<Scalars['Int']['output']>;
  /** Level. */
  seniorityLevel?: Maybe<SeniorityLevel>;
  /** Skills the text asks for. */
  skills: Array<ExtractedSkill>;
  /** Time zones asked for. */
  timeZones?: Maybe<TimeZoneRange>;
  /** Job title. */
  title: Scalars['String']['output'];
  /** Most of the working time that is spent travelling, in per cent; 0 where it is said to be none. */
  travelPercent?: Maybe<Scalars['Int']['output']>;
  /** Whether the employer sponsors a visa; null where the text does not say, or says both. */
  visaSponsorship?: Maybe<Scalars['Boolean']['output']>;
  /** Where the work is done. */
  workModel?: Maybe<WorkModel>;
  /** Most years asked for. */
  yearsMax?: Maybe<Scalars['Int']['output']>;
  /** Fewest years asked for. */
  yearsMin?: Maybe<Scalars['Int']['output']>;
};

/** What was read of a posting: as it would be kept, but for what nobody could tell. */
export type JobPreview = {
  __typename?: 'JobPreview';
  /** Last day to apply. */
  applicationDeadline?: Maybe<Scalars['Date']['output']>;
  /** Where to apply. */
  applyUrl?: Maybe<Scalars['String']['output']>;
  /** Employer. */
  companyName?: Maybe<Scalars['String']['output']>;
  /** Employer's site. */
  companyUrl?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** How the employer says it works. */
  cultureText?: Maybe<Scalars['String']['output']>;
  /** Text as safe HTML. */
  descriptionHtml: Scalars['String']['output'];
  /** Text without mark-up. */
  descriptionText: Scalars['String']['output'];
  /** Kind of contract. */
  employmentType?: Maybe<EmploymentType>;
  /** Whether the text is too short to be all of it. */
  isIncomplete: Scalars['Boolean']['output'];
  /** Places, divided by `; `. */
  location?: Maybe<Scalars['String']['output']>;
  /** When the employer published it. */
  postedDate?: Maybe<Scalars['Date']['output']>;
  /** What is asked and wished for, in the posting's words. */
  requirements?: Maybe<Scalars['String']['output']>;
  /** Currency of the pay, ISO 4217. */
  salaryCurrency?: Maybe<Scalars['String']['output']>;
  /** Highest yearly pay. */
  salaryMax?: Maybe<Scalars['Int']['output']>;
  /** Lowest yearly pay. */
  salaryMin?: Maybe<Scalars['Int']['output']>;
  /** Level. */
  seniorityLevel?: Maybe<SeniorityLevel>;
  /** Skills the text asks for. */
  skills: Array<PreviewSkill>;
  /** Job title. */
  title?: Maybe<Scalars['String']['output']>;
  /** Where the work is done. */
  workModel?: Maybe<WorkModel>;
  /** Most years asked for. */
  yearsMax?: Maybe<Scalars['Int']['output']>;
  /** Fewest years asked for. */
  yearsMin?: Maybe<Scalars['Int']['output']>;
};

/** What somebody says is wrong with a posting. */
export type JobReport = {
  __typename?: 'JobReport';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A source of postings. */
export type JobSource = {
  __typename?: 'JobSource';
  /** What tells one of its lists from another, such as a board, a tag or words. */
  askedBy: Scalars['String']['output'];
  /** How its terms want it to be named beside its postings. */
  attribution?: Maybe<Scalars['String']['output']>;
  /** Its name in the program, such as `remotive`. */
  id: Scalars['ID']['output'];
  /** Whether it is asked for a new persona unless you turn it off. */
  isOnByDefault: Scalars['Boolean']['output'];
  /** What such a key looks like; null where it needs none. */
  keyForm?: Maybe<Scalars['String']['output']>;
  /** What people call it. */
  label: Scalars['String']['output'];
  /** Whether it is asked with a key of your own alone. */
  needsKey: Scalars['Boolean']['output'];
  /** Why it is asked for nobody who has not turned it on; null where nothing speaks against it. */
  offBecause?: Maybe<Scalars['String']['output']>;
};

/** A browser in which the account has signed in before: its attempts are counted apart from those of strangers. */
export type KnownDevice = {
  __typename?: 'KnownDevice';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A database login; each has a pool of its own. OWNER, who migrates, is not in the list: no request runs as it. */
export type Login =
  /** Requests of a signed-in viewer. */
  | 'APP'
  /** Lookups before there is a viewer: users, credentials, sessions, tokens. */
  | 'IDENTITY'
  /** Admin and support operations. */
  | 'STAFF'
  /** Matching, relaying, imports. */
  | 'SYSTEM';

/** Sign-in by password. */
export type LoginInput = {
  /** E-mail address. */
  email: Scalars['String']['input'];
  /** Password. */
  password: Scalars['String']['input'];
};

/** What a first factor leads to. */
export type LoginResult = AuthSession | MfaChallenge;

/** A mail for the relay: written together with what it tells of, sent by the system's login, and gone once it is sent. */
export type Mail = {
  __typename?: 'Mail';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** That an account handed in a posting: so many a day. */
export type ManualPosting = {
  __typename?: 'ManualPosting';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** Most travel accepted, share of working time. */
export type MaxTravel =
  | 'ANY'
  | 'NONE'
  | 'UNDER_25'
  | 'UNDER_50';

/** A sign-in whose first factor was right; the account has a second one. */
export type MfaChallenge = {
  __typename?: 'MfaChallenge';
  /** For `completeMfa`; good for a few tries. */
  challenge: Scalars['String']['output'];
  /** When it runs out. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the account can prove it by. */
  methods: Array<MfaMethod>;
};

/** A way to prove a second factor. */
export type MfaMethod =
  /** One of the backup codes; each works once. */
  | 'BACKUP_CODE'
  /** A passkey, by what `passkeyLoginOptions` asks of it. */
  | 'PASSKEY'
  /** A code of the authenticator app. */
  | 'TOTP';

/** Writes. A document of mutations happens as a whole or not at all. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Add a story of what you achieved, at the end. */
  addAchievementStory?: Maybe<AchievementStory>;
  /** Add something you did in a job, at the end. */
  addBullet?: Maybe<Bullet>;
  /** Add a certification, at the end. */
  addCertification?: Maybe<Certification>;
  /** Add a rule of your own that postings must meet, at the end; matches are scored anew. */
  addCustomNonNegotiable?: Maybe<CustomNonNegotiable>;
  /** Add an education, at the end. */
  addEducation?: Maybe<Education>;
  /**
   * Keep a posting as you tell it. Nobody else sees it for a week, unless a public board has it too or an admin lets it go;
   * then it is everybody's, and never said to be from you.
   */
  addJob?: Maybe<PersonaJob>;
  /** Add a skill at the end. */
  addSkill?: Maybe<Skill>;
  /** Add a job you hold or held, with what you did there, at the end. */
  addWorkHistory?: Maybe<WorkHistory>;
  /** Sign an account out everywhere. */
  adminRevokeSessions: Scalars['Boolean']['output'];
  /**
   * Find nothing wrong with a posting: what is reported of it is settled, and what was held back is matched with everybody.
   * Takes a rejection back, too.
   */
  approvePosting?: Maybe<QuarantinedPosting>;
  /** Approve a persona's searches as they are now. Ends with NOT_FOUND for a persona that has none yet. */
  approveSearchProfile?: Maybe<SearchProfile>;
  /**
   * Dismiss 1 to 100 matches, or with `dismissed: false` bring them back. What cannot be moved is told of, and the others
   * are moved all the same.
   */
  bulkDismiss?: Maybe<BulkResult>;
  /** Mark 1 to 100 matches as favourite or not. What is not found is told of, and the others are marked all the same. */
  bulkFavorite?: Maybe<BulkResult>;
  /** Call a change of address off, by the link of a mail to the old one. */
  cancelEmailChange: Scalars['Boolean']['output'];
  /** Give up a task that is not finished. What it has done stays. One that is cancelled already stays as it is. */
  cancelTask?: Maybe<ComputeTask>;
  /** Move an application on. */
  changeApplicationStatus?: Maybe<Application>;
  /**
   * Change the password; every other session ends. Without a password so far, this sets the first one. Where there is none,
   * or a second factor too, this needs a recent sign-in.
   */
  changePassword?: Maybe<AuthTokens>;
  /** Complete a sign-in by a second factor. Who has none at hand takes one of the backup codes. */
  completeMfa?: Maybe<AuthSession>;
  /** Make the new address the account's, by the link of a mail to it. Other sessions end. */
  confirmEmailChange?: Maybe<User>;
  /**
   * Keep a posting that was handed in, with what you say otherwise of it. Nobody else sees it for a week, unless a public
   * board has it too or an admin lets it go; then it is everybody's, and never said to be from you. Kept already, its match is
   * given back.
   */
  confirmIngest?: Maybe<PersonaJob>;
  /**
   * Turn the authenticator app on by a code that it shows: from now on signing in needs one, and every other session ends.
   * Gives backup codes; those of before are void.
   */
  confirmTotpEnrollment?: Maybe<BackupCodes>;
  /**
   * Make an access token for a bookmarklet, an assistant or a program of your own: for `Authorization: Bearer`, good for what
   * its scopes name and for nothing of the account itself. Shown this once. It ends with its time, by `revokeAccessToken`,
   * and with whatever signs the account out everywhere: `logoutEverywhere`, a changed or new password, the link "this was
   * not me". An account has 20 at most.
   */
  createAccessToken?: Maybe<CreatedAccessToken>;
  /** Record that you applied; once for each match. */
  createApplication?: Maybe<Application>;
  /** Make a persona; matching starts at once. */
  createPersona?: Maybe<Persona>;
  /** Delete the account with everything that belongs to it, for good. */
  deleteAccount: Scalars['Boolean']['output'];
  /** Delete a persona with everything in it. */
  deletePersona: Scalars['Boolean']['output'];
  /** Turn the authenticator app off. */
  disableTotp: Scalars['Boolean']['output'];
  /** End every session, by the link "this was not me" of a mail. */
  endSessionsByToken: Scalars['Boolean']['output'];
  /** Derive a persona's searches anew from what it is now, in place of those it has; they are to be approved again. */
  generateSearchProfile?: Maybe<SearchProfile>;
  /**
   * Read a JSON Resume document (1.x) into a persona. Each section that the document has replaces what the persona had of
   * it, all in one; sections that it does not have stay. What a persona has no fields for is kept for the next export.
   * Matches are scored anew. At most 500,000 bytes; a refusal names the place, such as `document.work[2].startDate`.
   */
  importJsonResume?: Maybe<Persona>;
  /**
   * Hand in a posting by its text or by the address of its page. It answers at once, whatever it is: what is read of it
   * follows by `ingestProgress` or `jobIngest`, mostly within seconds.
   */
  ingestJob?: Maybe<JobIngest>;
  /** Invite somebody by mail to open an account. True for taken addresses as well. */
  inviteUser: Scalars['Boolean']['output'];
  /** Sign in with e-mail and password. */
  login?: Maybe<LoginResult>;
  /** Sign in by a passkey; it stands for both factors. */
  loginWithPasskey?: Maybe<AuthSession>;
  /** Sign this session out. Works with an expired access token when the refresh token is given; repeating it is harmless. */
  logout: Scalars['Boolean']['output'];
  /** Sign all of the account's sessions out, or all others; its access tokens end either way. */
  logoutEverywhere: Scalars['Boolean']['output'];
  /**
   * What `navigator.credentials.get` takes to sign in: by a passkey of the address, or by whichever the browser has. Unknown
   * addresses are answered alike.
   */
  passkeyLoginOptions: Scalars['JSON']['output'];
  /** What `navigator.credentials.create` takes to make another passkey of the account; good for five minutes, once. */
  passkeyRegistrationOptions: Scalars['JSON']['output'];
  /** What `navigator.credentials.create` takes to make the passkey that `register` is given. The same for known addresses. */
  passkeySignUpOptions: Scalars['JSON']['output'];
  /** What `navigator.credentials.get` takes to prove once more, by `stepUp`, who you are. */
  passkeyStepUpOptions: Scalars['JSON']['output'];
  /**
   * Sign in by the link of a mail. In another browser than the one that asked for it the link stays good, and the answer is
   * FORBIDDEN, reason ELSEWHERE, with `asked { at from device }`: show that, and ask whether to go on. Whoever signs in
   * so has proven the address: what was set up before by somebody who had not is removed.
   */
  redeemMagicLink?: Maybe<LoginResult>;
  /** Exchange a refresh token for new tokens. Each token works once; browsers send it as a cookie. */
  refreshSession?: Maybe<AuthTokens>;
  /**
   * Have all sources of a persona asked now that are turned on for it; the run of each is given back. One that waits, or was
   * asked in the last quarter of an hour, is not asked again, and its run is given back as it is.
   */
  refreshSources: Array<SourceRun>;
  /** New backup codes; those of before are void. */
  regenerateBackupCodes?: Maybe<BackupCodes>;
  /** Open an account. Where addresses must be proven first, the answer is the same for a taken one, and a mail tells the rest. */
  register?: Maybe<RegisterPayload>;
  /**
   * Add a passkey. From now on a password alone does not sign in: a passkey, or another second factor, is asked for behind
   * it. The first second factor ends every other session.
   */
  registerPasskey?: Maybe<SignInMethod>;
  /**
   * Hold a posting back for good: nobody is matched with it, and it leaves the lists of all but whoever handed it in.
   * Approving it takes that back.
   */
  rejectPosting?: Maybe<QuarantinedPosting>;
  /** Remove a story. */
  removeAchievementStory: Scalars['Boolean']['output'];
  /** Remove a bullet. */
  removeBullet: Scalars['Boolean']['output'];
  /** Remove a certification. */
  removeCertification: Scalars['Boolean']['output'];
  /** Remove a rule of your own; matches are scored anew. */
  removeCustomNonNegotiable: Scalars['Boolean']['output'];
  /** Remove an education. */
  removeEducation: Scalars['Boolean']['output'];
  /** Remove a passkey; the last way to sign in stays (CONFLICT, `reason: LAST_SIGN_IN_METHOD`). */
  removePasskey: Scalars['Boolean']['output'];
  /** Remove a skill. */
  removeSkill: Scalars['Boolean']['output'];
  /** Remove a job with its bullets; stories of it stay. */
  removeWorkHistory: Scalars['Boolean']['output'];
  /** Put a persona's stories into this order; the list names each of them once. */
  reorderAchievementStories?: Maybe<Array<AchievementStory>>;
  /** Put a job's bullets into this order; the list names each of them once. */
  reorderBullets?: Maybe<Array<Bullet>>;
  /** Put a persona's certifications into this order; the list names each of them once. */
  reorderCertifications?: Maybe<Array<Certification>>;
  /** Put a persona's own rules into this order; the list names each of them once. */
  reorderCustomNonNegotiables?: Maybe<Array<CustomNonNegotiable>>;
  /** Put a persona's educations into this order; the list names each of them once. */
  reorderEducations?: Maybe<Array<Education>>;
  /** Put a persona's skills into this order; the list names each of them once. */
  reorderSkills?: Maybe<Array<Skill>>;
  /** Put a persona's jobs into this order; the list names each of them once. */
  reorderWorkHistories?: Maybe<Array<WorkHistory>>;
  /**
   * Report the posting of a match, and say why in 1 to 500 characters: it leaves the lists of all your personas for good, and
   * admins look at it. Nobody else notices. Reporting it again changes nothing.
   */
  reportJob: Scalars['Boolean']['output'];
  /** Ask for a mail to a new address. The old one stays until the new one is proven, and is told. */
  requestEmailChange: Scalars['Boolean']['output'];
  /** Ask for another mail to prove an address. True whether or not there is such an account. */
  requestEmailVerification: Scalars['Boolean']['output'];
  /**
   * Ask for a mail with a link to sign in. True whether or not there is such an account. The link signs in the browser that
   * asked for it, and any other only after it was asked.
   */
  requestMagicLink: Scalars['Boolean']['output'];
  /** Ask for a mail with a link to set a new password. True whether or not there is such an account. */
  requestPasswordReset: Scalars['Boolean']['output'];
  /**
   * Ask for a sentence about a match in the words of the installation's language model. It is written soon after, told of by
   * `personaJobsChanged`, and gone once the score changes. Where `rationaleState` is not AVAILABLE nothing happens.
   */
  requestRationale?: Maybe<PersonaJob>;
  /**
   * Ask for names of the searches in the words of the installation's language model. They are there soon after. Where
   * `wordingState` is not AVAILABLE nothing happens. Ends with NOT_FOUND for a persona that has none yet.
   */
  requestSearchWording?: Maybe<SearchProfile>;
  /**
   * Score all matches of a persona anew, and look for those that it lacks. While such a task waits to begin, that one is
   * given back.
   */
  rescore?: Maybe<ComputeTask>;
  /** Set a new password by the link of a mail. Ends every session and signs nobody in. */
  resetPassword: Scalars['Boolean']['output'];
  /** Take a change of address back within a week, by the link of a mail to the old one. Every session ends. */
  revertEmailChange: Scalars['Boolean']['output'];
  /** End one of the account's access tokens, at once; repeating it is harmless. */
  revokeAccessToken: Scalars['Boolean']['output'];
  /** Sign one of the account's sessions out. */
  revokeSession: Scalars['Boolean']['output'];
  /** Mark a match as favourite or not. */
  setFavorite?: Maybe<PersonaJob>;
  /** Dismiss a match, or bring a dismissed one back. */
  setPersonaJobStatus?: Maybe<PersonaJob>;
  /**
   * Keep your own key of a source, in place of the one before. Without a key it is forgotten, and there is none to give
   * back. It is used for your own personas alone, and cannot be read again. What is found by it is shown to nobody else.
   */
  setSourceKey?: Maybe<SourceKey>;
  /** Have a source asked for a persona, or not any more. */
  setSourcePreference?: Maybe<SourcePreference>;
  /** Shut an account out at once, or let it in again. Nobody can do it to themselves. */
  setUserDisabled?: Maybe<AdminUser>;
  /** Give an account a role; it holds from its next request. Nobody can do it to themselves. */
  setUserRole?: Maybe<AdminUser>;
  /**
   * Take a posting apart that several sources were taken to have, soon after: what was taken for it last is a posting of its
   * own again, with the matches and applications that were made for it, and is not taken for it by the same evidence again.
   * False where it is of one source alone.
   */
  splitPosting: Scalars['Boolean']['output'];
  /**
   * Go to a provider from within a session, in the browser that asks: to sign in there from now on as well (LINK, which
   * needs a recent sign-in), or to prove once more who one is (STEP_UP, for who has nothing else to prove it by).
   */
  startProviderLink?: Maybe<ProviderLink>;
  /** Begin to set an authenticator app up; nothing changes before its first code is confirmed. */
  startTotpEnrollment?: Maybe<TotpEnrollment>;
  /** Prove once more who you are: what needs a recent sign-in works again, with the tokens given back. */
  stepUp?: Maybe<AuthTokens>;
  /** Sign in by a provider no more. The last way to sign in stays. */
  unlinkProvider: Scalars['Boolean']['output'];
  /** Change a story; what is left out stays. */
  updateAchievementStory?: Maybe<AchievementStory>;
  /** Change a bullet; what is left out stays. */
  updateBullet?: Maybe<Bullet>;
  /** Change a certification; what is left out stays. */
  updateCertification?: Maybe<Certification>;
  /** Change a rule of your own; what is left out stays. */
  updateCustomNonNegotiable?: Maybe<CustomNonNegotiable>;
  /** Change an education; what is left out stays. */
  updateEducation?: Maybe<Education>;
  /** Change fields of a persona; what is left out stays. Its matches are scored anew. */
  updatePersona?: Maybe<Persona>;
  /** Change name and picture. */
  updateProfile?: Maybe<User>;
  /**
   * Change the searches of a persona; a list left out stays. They are to be approved again. Ends with NOT_FOUND for a
   * persona that has none yet.
   */
  updateSearchProfile?: Maybe<SearchProfile>;
  /** Change a skill; what is left out stays. */
  updateSkill?: Maybe<Skill>;
  /** Say how a persona writes; what is left out stays, or is empty the first time. */
  updateVoiceProfile?: Maybe<VoiceProfile>;
  /** Change a job; what is left out stays, and so do its bullets. Matching reads its title. */
  updateWorkHistory?: Maybe<WorkHistory>;
  /**
   * Prove an address by the link of a mail. Whoever does so without being signed in as the account ends its sessions and
   * removes its password, if any was in use before: it was set by somebody who had not proven the address.
   */
  verifyEmail?: Maybe<User>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddAchievementStoryArgs = {
  input: AchievementStoryInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddBulletArgs = {
  input: BulletInput;
  workHistoryId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddCertificationArgs = {
  input: CertificationInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddCustomNonNegotiableArgs = {
  input: CustomNonNegotiableInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddEducationArgs = {
  input: EducationInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddJobArgs = {
  input: AddJobInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddSkillArgs = {
  input: SkillInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddWorkHistoryArgs = {
  input: WorkHistoryInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAdminRevokeSessionsArgs = {
  userId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationApprovePostingArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationApproveSearchProfileArgs = {
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationBulkDismissArgs = {
  dismissed?: Scalars['Boolean']['input'];
  ids: Array<Scalars['ID']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationBulkFavoriteArgs = {
  favorite: Scalars['Boolean']['input'];
  ids: Array<Scalars['ID']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCancelEmailChangeArgs = {
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCancelTaskArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationChangeApplicationStatusArgs = {
  id: Scalars['ID']['input'];
  input: ChangeApplicationStatusInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCompleteMfaArgs = {
  input: CompleteMfaInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationConfirmEmailChangeArgs = {
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationConfirmIngestArgs = {
  changes?: InputMaybe<PostingChangesInput>;
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationConfirmTotpEnrollmentArgs = {
  code: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCreateAccessTokenArgs = {
  input: CreateAccessTokenInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCreateApplicationArgs = {
  input: CreateApplicationInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationCreatePersonaArgs = {
  input: CreatePersonaInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationDeleteAccountArgs = {
  confirmEmail: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationDeletePersonaArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationEndSessionsByTokenArgs = {
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationGenerateSearchProfileArgs = {
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationImportJsonResumeArgs = {
  document: Scalars['JSON']['input'];
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationIngestJobArgs = {
  input: IngestJobInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationInviteUserArgs = {
  email: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLoginArgs = {
  input: LoginInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLoginWithPasskeyArgs = {
  response: Scalars['JSON']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLogoutArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLogoutEverywhereArgs = {
  includeCurrent?: Scalars['Boolean']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationPasskeyLoginOptionsArgs = {
  email?: InputMaybe<Scalars['String']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationPasskeySignUpOptionsArgs = {
  email: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRedeemMagicLinkArgs = {
  elsewhere?: Scalars['Boolean']['input'];
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRefreshSessionArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRefreshSourcesArgs = {
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRegisterArgs = {
  input: RegisterInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRegisterPasskeyArgs = {
  label?: InputMaybe<Scalars['String']['input']>;
  response: Scalars['JSON']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRejectPostingArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveAchievementStoryArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveBulletArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveCertificationArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveCustomNonNegotiableArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveEducationArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemovePasskeyArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveSkillArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveWorkHistoryArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderAchievementStoriesArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderBulletsArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderCertificationsArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderCustomNonNegotiablesArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderEducationsArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderSkillsArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderWorkHistoriesArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReportJobArgs = {
  personaJobId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestEmailChangeArgs = {
  newEmail: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestEmailVerificationArgs = {
  email: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestMagicLinkArgs = {
  email: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestPasswordResetArgs = {
  email: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestRationaleArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRequestSearchWordingArgs = {
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRescoreArgs = {
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationResetPasswordArgs = {
  newPassword: Scalars['String']['input'];
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRevertEmailChangeArgs = {
  token: Scalars['String']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRevokeAccessTokenArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRevokeSessionArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetFavoriteArgs = {
  favorite: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetPersonaJobStatusArgs = {
  id: Scalars['ID']['input'];
  status: PersonaJobStatus;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetSourceKeyArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  sourceId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetSourcePreferenceArgs = {
  enabled: Scalars['Boolean']['input'];
  personaId: Scalars['ID']['input'];
  sourceId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetUserDisabledArgs = {
  disabled: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSetUserRoleArgs = {
  role: Role;
  userId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationSplitPostingArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationStartProviderLinkArgs = {
  provider: Scalars['String']['input'];
  purpose?: ProviderLinkPurpose;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationStepUpArgs = {
  input: StepUpInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUnlinkProviderArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateAchievementStoryArgs = {
  id: Scalars['ID']['input'];
  input: UpdateAchievementStoryInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateBulletArgs = {
  id: Scalars['ID']['input'];
  input: UpdateBulletInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateCertificationArgs = {
  id: Scalars['ID']['input'];
  input: UpdateCertificationInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateCustomNonNegotiableArgs = {
  id: Scalars['ID']['input'];
  input: UpdateCustomNonNegotiableInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateEducationArgs = {
  id: Scalars['ID']['input'];
  input: UpdateEducationInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdatePersonaArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePersonaInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateSearchProfileArgs = {
  input: UpdateSearchProfileInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateSkillArgs = {
  id: Scalars['ID']['input'];
  input: UpdateSkillInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateVoiceProfileArgs = {
  input: UpdateVoiceProfileInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateWorkHistoryArgs = {
  id: Scalars['ID']['input'];
  input: UpdateWorkHistoryInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationVerifyEmailArgs = {
  token: Scalars['String']['input'];
};

/** Somebody's way to a provider and back, good once and for ten minutes. */
export type OauthAttempt = {
  __typename?: 'OauthAttempt';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A provider at which one can sign in. */
export type OauthProvider = {
  __typename?: 'OauthProvider';
  /** Its name in addresses. */
  id: Scalars['String']['output'];
  /** Its name to show. */
  label: Scalars['String']['output'];
  /**
   * Where a browser goes to sign in. Comes back to the client, to `/` or to the page in `?next=`: signed in, to `/sign-in`
   * with `#challenge=` where a second factor is asked for, or with `?error=` where it failed.
   */
  startUrl: Scalars['String']['output'];
};

/** An offer. */
export type OfferDetails = {
  __typename?: 'OfferDetails';
  /** Yearly base salary. */
  baseSalary?: Maybe<Scalars['Int']['output']>;
  /** Bonus, percent of the base. */
  bonusPercent?: Maybe<Scalars['Float']['output']>;
  /** Kind of equity. */
  equityType?: Maybe<EquityType>;
  /** Value of the equity. */
  equityValue?: Maybe<Scalars['Int']['output']>;
  /** Years until it is vested. */
  equityVestingYears?: Maybe<Scalars['Int']['output']>;
  /** Your notes. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Anything else. */
  otherBenefits?: Maybe<Scalars['String']['output']>;
  /** Last day to answer. */
  responseDeadline?: Maybe<Scalars['Date']['output']>;
  /** Currency, ISO 4217. */
  salaryCurrency?: Maybe<Scalars['String']['output']>;
  /** First day. */
  startDate?: Maybe<Scalars['Date']['output']>;
};

/** An offer. */
export type OfferDetailsInput = {
  baseSalary?: InputMaybe<Scalars['Int']['input']>;
  bonusPercent?: InputMaybe<Scalars['Float']['input']>;
  equityType?: InputMaybe<EquityType>;
  equityValue?: InputMaybe<Scalars['Int']['input']>;
  equityVestingYears?: InputMaybe<Scalars['Int']['input']>;
  notes?: InputMaybe<Scalars['String']['input']>;
  otherBenefits?: InputMaybe<Scalars['String']['input']>;
  responseDeadline?: InputMaybe<Scalars['Date']['input']>;
  salaryCurrency?: InputMaybe<Scalars['String']['input']>;
  startDate?: InputMaybe<Scalars['Date']['input']>;
};

/** What the link of a mail, or a code on the console, proves: good once, for a while. */
export type OneTimeToken = {
  __typename?: 'OneTimeToken';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** What is done to a row. */
export type Op =
  | 'CREATE'
  | 'DELETE'
  | 'READ'
  | 'UPDATE';

/** A message for the system's relay: written by a request together with the change it tells of. */
export type OutboxMessage = {
  __typename?: 'OutboxMessage';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list (Relay cursor connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more follow after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether more precede `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A passkey of the account. */
export type Passkey = {
  __typename?: 'Passkey';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** What a passkey is asked to sign: good once, for minutes. */
export type PasskeyChallenge = {
  __typename?: 'PasskeyChallenge';
  /** The challenge. */
  challenge: Scalars['ID']['output'];
};

/** One job search: who you are for it and what you look for. */
export type Persona = {
  __typename?: 'Persona';
  /** Stories of achievements, in your order. */
  achievementStories: Array<AchievementStory>;
  /** Fit score from which drafts are written unasked, 0 to 100. */
  autoDraftThreshold: Scalars['Int']['output'];
  /** Certifications in your order. */
  certifications: Array<Certification>;
  /** Cities within reach. */
  commutableCities: Array<Scalars['String']['output']>;
  /** Employer size. */
  companySizePreference: CompanySizePreference;
  /** How far the set-up has come. */
  completeness: PersonaCompleteness;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Present employer. */
  currentCompany?: Maybe<Scalars['String']['output']>;
  /** Present job title. */
  currentRole?: Maybe<Scalars['String']['output']>;
  /** Rules of your own that postings must meet, in your order. */
  customNonNegotiables: Array<CustomNonNegotiable>;
  /** Educations in your order. */
  educations: Array<Education>;
  /** Contact address; several personas may share one. */
  email: Scalars['String']['output'];
  /** Name on applications. */
  fullName: Scalars['String']['output'];
  /** Where you live: city. */
  homeCity: Scalars['String']['output'];
  /** Country. */
  homeCountry: Scalars['String']['output'];
  /** State or region. */
  homeState: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Industries to leave out. */
  industryExclusions: Array<Scalars['String']['output']>;
  /** LinkedIn profile. */
  linkedinUrl?: Maybe<Scalars['String']['output']>;
  /** Longest way to work, minutes. */
  maxCommuteMinutes?: Maybe<Scalars['Int']['output']>;
  /** Most travel. */
  maxTravelPercent: MaxTravel;
  /** Lowest yearly base salary to consider. */
  minimumBaseSalary?: Maybe<Scalars['Int']['output']>;
  /** Lowest fit score worth seeing, 0 to 100. */
  minimumFitThreshold: Scalars['Int']['output'];
  /** Whether the persona's first set-up is finished; it can be once nothing is missing. */
  onboardingComplete: Scalars['Boolean']['output'];
  /** The set-up step last left: resume_upload, basic_info, work_history, education, skills, certifications, achievement_stories, non_negotiables, growth_targets, search_criteria, voice_profile or review. */
  onboardingStep?: Maybe<Scalars['String']['output']>;
  /** Telephone. */
  phone: Scalars['String']['output'];
  /** How often sources are asked. */
  pollingFrequency: PollingFrequency;
  /** Portfolio or site. */
  portfolioUrl?: Maybe<Scalars['String']['output']>;
  /** Summary in prose. */
  professionalSummary?: Maybe<Scalars['String']['output']>;
  /** Cities to move to. */
  relocationCities: Array<Scalars['String']['output']>;
  /** Whether moving is an option. */
  relocationOpen: Scalars['Boolean']['output'];
  /** Remote work. */
  remotePreference: RemotePreference;
  /** Currency of the salary, ISO 4217. */
  salaryCurrency: Scalars['String']['output'];
  /** What sources are asked for it; null for a persona from before searches were kept, until they are generated. */
  searchProfile?: Maybe<SearchProfile>;
  /** Skills in your order. */
  skills: Array<Skill>;
  /** Which sources are asked for it. */
  sourcePreferences: Array<SourcePreference>;
  /** How far matches may stretch beyond the present role. */
  stretchAppetite: StretchAppetite;
  /** Titles wished for. */
  targetRoles: Array<Scalars['String']['output']>;
  /** Skills wished for. */
  targetSkills: Array<Scalars['String']['output']>;
  /** When the persona, or what matching reads of its lists, was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether a visa must be sponsored. */
  visaSponsorshipRequired: Scalars['Boolean']['output'];
  /** How you write; null until it is first said. */
  voiceProfile?: Maybe<VoiceProfile>;
  /** Jobs held, in your order; matching reads their titles. */
  workHistories: Array<WorkHistory>;
  /** Years of professional experience. */
  yearsExperience?: Maybe<Scalars['Int']['output']>;
};

/** How far the set-up of a persona has come. */
export type PersonaCompleteness = {
  __typename?: 'PersonaCompleteness';
  /** What is still to be done, in the order of the steps; nothing where the set-up can be finished. */
  missing: Array<Scalars['String']['output']>;
  /** Share of what is needed that is there, 0 to 100. */
  percent: Scalars['Int']['output'];
};

/** One persona's view of one posting. */
export type PersonaJob = {
  __typename?: 'PersonaJob';
  /** The application sent for it. */
  application?: Maybe<Application>;
  /** When the match was found. */
  discoveredAt: Scalars['DateTime']['output'];
  /** When it was dismissed. */
  dismissedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Wishes the posting fails, in words. */
  failedNonNegotiables: Array<Scalars['String']['output']>;
  /** How well the persona fits, 0 to 100; null while it fails the persona's wishes, or the persona has no skill. */
  fitScore?: Maybe<Scalars['Int']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Marked by you. */
  isFavorite: Scalars['Boolean']['output'];
  /** Whose match it is. */
  persona: Persona;
  /** The posting. */
  posting: JobPosting;
  /**
   * Your latest application to an earlier posting of the same opening, whichever of your personas sent it; null where the
   * posting is no repost, or you did not apply.
   */
  priorAttempt?: Maybe<PriorAttempt>;
  /** How far it has got with a sentence in the words of a language model; none can be asked for where the fit is below 65. */
  rationaleState: WordingState;
  /** How the scores came about; null with them. */
  scoreDetails?: Maybe<ScoreDetails>;
  /** Whether persona or posting changed since; it is being scored anew. */
  scoreStale: Scalars['Boolean']['output'];
  /** When it was scored. */
  scoredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: PersonaJobStatus;
  /** How far it leads where the persona wants to go, 0 to 100; null with the fit. */
  stretchScore?: Maybe<Scalars['Int']['output']>;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
  /** What could not be checked, or is to be minded beside the scores, in words. */
  warnings: Array<Scalars['String']['output']>;
};

/** A page of matches. */
export type PersonaJobConnection = {
  __typename?: 'PersonaJobConnection';
  /** Matches with their cursors. */
  edges: Array<PersonaJobEdge>;
  /** Matches alone. */
  nodes: Array<PersonaJob>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All matches of the filter. */
  totalCount: Scalars['Int']['output'];
};

/** A match in a page. */
export type PersonaJobEdge = {
  __typename?: 'PersonaJobEdge';
  /** Place in the list. */
  cursor: Scalars['String']['output'];
  /** The match. */
  node: PersonaJob;
};

/** Which matches. */
export type PersonaJobFilter = {
  /** Postings that are still open, or that have closed. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Company, in any case. */
  company?: InputMaybe<Scalars['String']['input']>;
  /** Favourites, or the others. */
  favorite?: InputMaybe<Scalars['Boolean']['input']>;
  /** Also matches whose posting or persona changed so that they fail the persona's wishes now. */
  includeFiltered?: InputMaybe<Scalars['Boolean']['input']>;
  /** Fit score at least. */
  minFit?: InputMaybe<Scalars['Int']['input']>;
  /** Posted on or after. */
  postedAfter?: InputMaybe<Scalars['Date']['input']>;
  /** Words in title or company. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Seniority one of these. */
  seniorities?: InputMaybe<Array<SeniorityLevel>>;
  /** In one of these. */
  statuses?: InputMaybe<Array<PersonaJobStatus>>;
  /** Work model one of these. */
  workModels?: InputMaybe<Array<WorkModel>>;
};

/** Order of matches; ties by id. */
export type PersonaJobSort =
  | 'DISCOVERED_DESC'
  /** The best fit first; of equal fits the one whose title and parts come nearest. */
  | 'FIT_DESC'
  | 'POSTED_DESC'
  | 'SALARY_DESC'
  | 'STRETCH_DESC';

/** Standing of a match. */
export type PersonaJobStatus =
  | 'APPLIED'
  | 'DISCOVERED'
  | 'DISMISSED';

/** A skill of a persona by its key: what matching finds personas by. Kept by the system; no field leads to it. */
export type PersonaSkillKey = {
  __typename?: 'PersonaSkillKey';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** How often sources are asked. */
export type PollingFrequency =
  | 'DAILY'
  | 'MANUAL_ONLY'
  | 'TWICE_DAILY'
  | 'WEEKLY';

/** What is said otherwise of a posting than it was read; what is left out stays. */
export type PostingChangesInput = {
  /** Last day to apply. */
  applicationDeadline?: InputMaybe<Scalars['Date']['input']>;
  /** Where to apply. */
  applyUrl?: InputMaybe<Scalars['String']['input']>;
  /** Employer. */
  companyName?: InputMaybe<Scalars['String']['input']>;
  /** Employer's site. */
  companyUrl?: InputMaybe<Scalars['String']['input']>;
  /** Its text, at most 50,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Kind of contract. */
  employmentType?: InputMaybe<EmploymentType>;
  /** Place as the employer words it. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** When the employer published it. */
  postedDate?: InputMaybe<Scalars['Date']['input']>;
  /** Currency of the pay, ISO 4217. */
  salaryCurrency?: InputMaybe<Scalars['String']['input']>;
  /** Highest yearly pay. */
  salaryMax?: InputMaybe<Scalars['Int']['input']>;
  /** Lowest yearly pay. */
  salaryMin?: InputMaybe<Scalars['Int']['input']>;
  /** Level. */
  seniorityLevel?: InputMaybe<SeniorityLevel>;
  /** Skills it asks for, instead of those that were read of its text. */
  skills?: InputMaybe<Array<PostingSkillInput>>;
  /** Job title. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is done. */
  workModel?: InputMaybe<WorkModel>;
};

/** A piece of a posting that speaks to machines. */
export type PostingFinding = {
  __typename?: 'PostingFinding';
  /** Field it stands in. */
  field: Scalars['String']['output'];
  /** Its words, 200 characters at most. */
  text: Scalars['String']['output'];
};

/** What somebody says is wrong with a posting. */
export type PostingReport = {
  __typename?: 'PostingReport';
  /** When. */
  createdAt: Scalars['DateTime']['output'];
  /** In their words. */
  reason: Scalars['String']['output'];
};

/** A posting as one of several sources has it; nobody is shown where a posting was found. */
export type PostingSighting = {
  __typename?: 'PostingSighting';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A skill that a posting asks for. */
export type PostingSkillInput = {
  /** Hard or soft. */
  kind: SkillType;
  /** Usual spelling. */
  name: Scalars['String']['input'];
  /** Required, or nice to have. */
  required: Scalars['Boolean']['input'];
  /** Years asked for. */
  years?: InputMaybe<Scalars['Int']['input']>;
};

/** The posting as it was at one time. */
export type PostingSnapshot = {
  __typename?: 'PostingSnapshot';
  /** When it was kept. */
  capturedAt: Scalars['DateTime']['output'];
  /** Employer. */
  companyName: Scalars['String']['output'];
  /** Employer's site. */
  companyUrl?: Maybe<Scalars['String']['output']>;
  /** Text without mark-up. */
  description: Scalars['String']['output'];
  /** Place. */
  location?: Maybe<Scalars['String']['output']>;
  /** Currency of the pay. */
  salaryCurrency?: Maybe<Scalars['String']['output']>;
  /** Highest yearly pay. */
  salaryMax?: Maybe<Scalars['Int']['output']>;
  /** Lowest yearly pay. */
  salaryMin?: Maybe<Scalars['Int']['output']>;
  /** Where it was published. */
  sourceUrl?: Maybe<Scalars['String']['output']>;
  /** Job title. */
  title: Scalars['String']['output'];
  /** Where the work is done. */
  workModel?: Maybe<WorkModel>;
};

/** A board or service that postings come from. */
export type PostingSource = {
  __typename?: 'PostingSource';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A skill that a posting seems to ask for. */
export type PreviewSkill = {
  __typename?: 'PreviewSkill';
  /** Hard or soft. */
  kind: SkillType;
  /** Usual spelling. */
  name: Scalars['String']['output'];
  /** Required, or nice to have. */
  required: Scalars['Boolean']['output'];
  /** Years asked for. */
  years?: Maybe<Scalars['Int']['output']>;
};

/** An application of yours to an earlier posting of the same opening. */
export type PriorAttempt = {
  __typename?: 'PriorAttempt';
  /** When you applied. */
  appliedAt: Scalars['DateTime']['output'];
  /** What came of it; null while it is open. */
  outcome?: Maybe<ApplicationStatus>;
  /** When; null while it is open. */
  outcomeAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How well a skill is known. */
export type Proficiency =
  | 'EXPERT'
  | 'FAMILIAR'
  | 'LEARNING'
  | 'PROFICIENT';

/** Who the account's owner is at a provider. */
export type ProviderIdentity = {
  __typename?: 'ProviderIdentity';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A way to a provider, for the browser that asked for it. */
export type ProviderLink = {
  __typename?: 'ProviderLink';
  /** Where to go. */
  url: Scalars['String']['output'];
};

/** What to go to a provider for. */
export type ProviderLinkPurpose =
  /** To sign in there from now on as well. */
  | 'LINK'
  /** To prove once more who one is, at a provider that the account signs in with. */
  | 'STEP_UP';

/** A posting that waits for a look, as admins see it: never who handed it in or reported it. */
export type QuarantinedPosting = {
  __typename?: 'QuarantinedPosting';
  /** Where to apply. */
  applyUrl?: Maybe<Scalars['String']['output']>;
  /** Employer. */
  companyName: Scalars['String']['output'];
  /** Text without mark-up. */
  descriptionText: Scalars['String']['output'];
  /** What in its words speaks to machines instead of people. */
  findings: Array<PostingFinding>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Whether it is held back: nobody is newly matched with it. */
  isQuarantined: Scalars['Boolean']['output'];
  /** Place as the employer words it. */
  location?: Maybe<Scalars['String']['output']>;
  /** When it is let go by itself; null where it waits for an admin, or is not held back. */
  quarantineExpiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When an admin rejected it. */
  rejectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is reported of it and not settled, earliest first. */
  reports: Array<PostingReport>;
  /** Since when it waits for a look; null where it does not. */
  reviewSince?: Maybe<Scalars['DateTime']['output']>;
  /** Its page. */
  sourceUrl?: Maybe<Scalars['String']['output']>;
  /** Job title. */
  title: Scalars['String']['output'];
};

/** A page of postings that wait for a look. */
export type QuarantinedPostingConnection = {
  __typename?: 'QuarantinedPostingConnection';
  /** Postings with their cursors. */
  edges: Array<QuarantinedPostingEdge>;
  /** Postings alone. */
  nodes: Array<QuarantinedPosting>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All of them. */
  totalCount: Scalars['Int']['output'];
};

/** A posting in a page. */
export type QuarantinedPostingEdge = {
  __typename?: 'QuarantinedPostingEdge';
  /** Names its place; opaque. */
  cursor: Scalars['String']['output'];
  /** The posting. */
  node: QuarantinedPosting;
};

/** Reads. */
export type Query = {
  __typename?: 'Query';
  /** The account's access tokens that are still good, latest first. */
  accessTokens: Array<AccessToken>;
  /** What has happened, of one account or all, latest first; looking is recorded. */
  adminAuditEvents?: Maybe<AdminAuditEventConnection>;
  /** Postings that wait for a look: handed in, or reported. Those that wait longest first; looking is recorded. */
  adminQuarantine?: Maybe<QuarantinedPostingConnection>;
  /** Accounts, newest first. For support as well, who can change nothing; looking is recorded. */
  adminUsers?: Maybe<AdminUserConnection>;
  /** One application. */
  application?: Maybe<Application>;
  /** What became of a persona's applications, in numbers. */
  applicationStats?: Maybe<ApplicationStats>;
  /** A persona's applications. */
  applications?: Maybe<ApplicationConnection>;
  /** One background task. */
  computeTask?: Maybe<ComputeTask>;
  /** A persona's background tasks, newest first. */
  computeTasks?: Maybe<ComputeTaskConnection>;
  /**
   * One of your personas as a JSON Resume document (1.x). What it holds beyond that format stands under `x-tenure`; what an
   * imported document said beyond a persona is there again.
   */
  exportJsonResume?: Maybe<Scalars['JSON']['output']>;
  /** A posting that was handed in, as far as it has got. */
  jobIngest?: Maybe<JobIngest>;
  /** Sources of postings that can be asked for a persona, in the order they are shown. */
  jobSources: Array<JobSource>;
  /**
   * How many open postings would be matches of one of your personas if it were changed so: they pass its wishes and reach its
   * threshold. Changes are those of `updatePersona`; nothing is written.
   */
  matchCount?: Maybe<Scalars['Int']['output']>;
  /** The signed-in account. */
  me?: Maybe<User>;
  /** What has happened to the account: sign-ins, changes and refusals, latest first. */
  myAuditEvents?: Maybe<AuditEventConnection>;
  /** Where the account is signed in, latest first. */
  mySessions: Array<Session>;
  /** The ways in which the account can sign in. */
  mySignInMethods: Array<SignInMethod>;
  /** The providers at which one can sign in, in the order to show them. */
  oauthProviders: Array<OauthProvider>;
  /** One of your personas. */
  persona?: Maybe<Persona>;
  /** One match. */
  personaJob?: Maybe<PersonaJob>;
  /** A persona's matches, ranked and paged; those that fail its wishes only with `includeFiltered`. */
  personaJobs?: Maybe<PersonaJobConnection>;
  /** Your personas, oldest first. */
  personas: Array<Persona>;
  /**
   * Names of known skills that begin with what was typed, or in which a word does, the likeliest first; other spellings lead
   * to the usual one (`k8s` to Kubernetes). At most 100 at a time.
   */
  skillSuggestions: Array<Scalars['String']['output']>;
  /** Of which sources you have given your key; none of them is ever told. */
  sourceKeys: Array<SourceKey>;
  /** When sources were asked for a persona, and what came of it, the newest first; for 30 days. */
  sourceRuns?: Maybe<SourceRunConnection>;
};


/** Reads. */
export type QueryAdminAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  userId?: InputMaybe<Scalars['ID']['input']>;
};


/** Reads. */
export type QueryAdminQuarantineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  rejected?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Reads. */
export type QueryAdminUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Reads. */
export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


/** Reads. */
export type QueryApplicationStatsArgs = {
  personaId: Scalars['ID']['input'];
};


/** Reads. */
export type QueryApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApplicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  personaId: Scalars['ID']['input'];
  sort?: ApplicationSort;
};


/** Reads. */
export type QueryComputeTaskArgs = {
  id: Scalars['ID']['input'];
};


/** Reads. */
export type QueryComputeTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ComputeTaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  personaId: Scalars['ID']['input'];
};


/** Reads. */
export type QueryExportJsonResumeArgs = {
  personaId: Scalars['ID']['input'];
};


/** Reads. */
export type QueryJobIngestArgs = {
  id: Scalars['ID']['input'];
};


/** Reads. */
export type QueryMatchCountArgs = {
  changes?: InputMaybe<UpdatePersonaInput>;
  personaId: Scalars['ID']['input'];
};


/** Reads. */
export type QueryMyAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Reads. */
export type QueryPersonaArgs = {
  id: Scalars['ID']['input'];
};


/** Reads. */
export type QueryPersonaJobArgs = {
  id: Scalars['ID']['input'];
};


/** Reads. */
export type QueryPersonaJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonaJobFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  personaId: Scalars['ID']['input'];
  sort?: PersonaJobSort;
};


/** Reads. */
export type QuerySkillSuggestionsArgs = {
  first?: Scalars['Int']['input'];
  prefix: Scalars['String']['input'];
};


/** Reads. */
export type QuerySourceRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  personaId: Scalars['ID']['input'];
};

/** How often something was tried of late, by a hash of what it is counted by. */
export type RateCounter = {
  __typename?: 'RateCounter';
  /** What is counted, hashed. */
  key: Scalars['ID']['output'];
};

/** What executions of a field are counted by. */
export type RateKey =
  /** The argument named, whether or not it names anything. */
  | 'ARGUMENT'
  /** The client's network address; IPv6 by its /64. */
  | 'IP'
  /** The signed-in account. */
  | 'VIEWER';

/** How many applications came to a status. */
export type ReachedStatus = {
  __typename?: 'ReachedStatus';
  /** How many came to it. */
  count: Scalars['Int']['output'];
  /** The status. */
  status: ApplicationStatus;
};

/** One generation of a session's refresh token. */
export type RefreshToken = {
  __typename?: 'RefreshToken';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A new account. */
export type RegisterInput = {
  /** Code that the operator of a former single-user installation was shown: its data become the account's. */
  claimCode?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  email: Scalars['String']['input'];
  /** Token of an invitation, where accounts are opened by invitation alone. */
  inviteToken?: InputMaybe<Scalars['String']['input']>;
  /** Display name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A passkey instead: what `navigator.credentials.create` made of `passkeySignUpOptions` for the same address. */
  passkey?: InputMaybe<Scalars['JSON']['input']>;
  /** Password; how long and of what, the installation decides: it says what is missing. Left out with a passkey. */
  password?: InputMaybe<Scalars['String']['input']>;
};

/** A new account. */
export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** The first session's tokens; null when the address must be proven first. */
  tokens?: Maybe<AuthTokens>;
  /** The account; null when the address must be proven first. */
  user?: Maybe<User>;
  /** Whether the address must be proven before signing in. */
  verificationRequired: Scalars['Boolean']['output'];
};

/** A rejection. */
export type RejectionDetails = {
  __typename?: 'RejectionDetails';
  /** Feedback given. */
  feedback?: Maybe<Scalars['String']['output']>;
  /** Reason given. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  rejectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How far it had come. */
  stage?: Maybe<RejectionStage>;
};

/** A rejection. */
export type RejectionDetailsInput = {
  feedback?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  rejectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  stage?: InputMaybe<RejectionStage>;
};

/** How far a rejected application had come. */
export type RejectionStage =
  | 'APPLIED'
  | 'FINAL_ROUND'
  | 'OFFER'
  | 'ONSITE'
  | 'PHONE_SCREEN';

/** Remote work wished for. */
export type RemotePreference =
  | 'HYBRID_OK'
  | 'NO_PREFERENCE'
  | 'ONSITE_OK'
  | 'REMOTE_ONLY';

/** A viewer's standing. A role includes everything of the roles it implies. */
export type Role =
  /** Runs the installation. */
  | 'ADMIN'
  /** Support staff: reads with audit. */
  | 'SUPPORT'
  /** Every account. */
  | 'USER';

/**
 * What a narrow access token lets its holder do in the owner's name; the owner's own sessions hold all. None of them reaches
 * what the account signs in by, its other tokens, or anything of staff.
 */
export type Scope =
  /** Read applications with their timelines. */
  | 'APPLICATIONS_READ'
  /** Record applications and move them on. */
  | 'APPLICATIONS_WRITE'
  /** Hand in postings, and see what was read of them; nothing that is there already. */
  | 'JOBS_CAPTURE'
  /** Read matches and their postings, and be told of changes. */
  | 'JOBS_READ'
  /** Mark and dismiss matches. */
  | 'JOBS_WRITE'
  /** Read personas with all that they hold. */
  | 'PERSONAS_READ'
  /** Make and change personas and all that they hold. */
  | 'PERSONAS_WRITE';

/** One part of a score. */
export type ScoreComponent = {
  __typename?: 'ScoreComponent';
  /**
   * Of a fit `hard_skills`, `soft_skills`, `experience_level`, `role_title` or `location_logistics`, of a stretch
   * `target_role`, `target_skills` or `trajectory`.
   */
  name: Scalars['String']['output'];
  /** Whether the posting or the persona said nothing to judge it by. */
  neutral: Scalars['Boolean']['output'];
  /** 0 to 100. */
  value: Scalars['Float']['output'];
  /** Share in the total, 0 to 1. */
  weight: Scalars['Float']['output'];
};

/** How the scores of a match came about. */
export type ScoreDetails = {
  __typename?: 'ScoreDetails';
  /** Fit: how well the persona fits the posting. Its skills are the hard ones that the posting asks for. */
  fit: ScoreExplanation;
  /** What speaks against the fit, each in a sentence. */
  gaps: Array<Scalars['String']['output']>;
  /** The fit in the words of a language model, asked for by `requestRationale`. Scores never depend on it. */
  rationale?: Maybe<Scalars['String']['output']>;
  /** Rules that made them. */
  scorerVersion: Scalars['String']['output'];
  /** Word vectors that titles and soft skills were compared by; null in what was scored before there were any. */
  similarityVersion?: Maybe<Scalars['String']['output']>;
  /** What speaks for the fit, each in a sentence. */
  strengths: Array<Scalars['String']['output']>;
  /**
   * Stretch: how far the posting leads where the persona wants to go. Its skills are the persona's target skills, matched
   * where the posting asks for them. Null in what was scored before there was a stretch; it is being scored anew.
   */
  stretch?: Maybe<ScoreExplanation>;
  /** What speaks for growing into it, each in a sentence. */
  stretchNotes: Array<Scalars['String']['output']>;
  /** The fit in a sentence or two. */
  summary: Scalars['String']['output'];
};

/** The parts of a score. */
export type ScoreExplanation = {
  __typename?: 'ScoreExplanation';
  /** Weighted parts. */
  components: Array<ScoreComponent>;
  /** The total in a word. */
  label: ScoreLabel;
  /** Skills in question that both sides name. */
  matchedSkills: Array<Scalars['String']['output']>;
  /** Skills in question that one side lacks. */
  missingSkills: Array<Scalars['String']['output']>;
  /** 0 to 100. */
  total: Scalars['Int']['output'];
};

/** A score in a word: the first four of a fit, the others of a stretch. */
export type ScoreLabel =
  /** A fit of 90 or more. */
  | 'HIGH'
  /** A stretch of 80 or more. */
  | 'HIGH_GROWTH'
  /** A stretch of 40 to 59. */
  | 'LATERAL'
  /** A fit of 60 to 74. */
  | 'LOW'
  /** A stretch below 40. */
  | 'LOW_GROWTH'
  /** A fit of 75 to 89. */
  | 'MEDIUM'
  /** A stretch of 60 to 79. */
  | 'MODERATE_GROWTH'
  /** A fit below 60. */
  | 'POOR';

/**
 * Rules that postings were scored by from a time on: where they are others than those of the program, the program has every
 * persona matched anew as it starts.
 */
export type ScorerRelease = {
  __typename?: 'ScorerRelease';
  /** Name of the rules. */
  version: Scalars['ID']['output'];
};

/** One search. */
export type SearchBucket = {
  __typename?: 'SearchBucket';
  /** Words to look for, mostly skills. */
  keywords: Array<Scalars['String']['output']>;
  /** What it is called. */
  label: Scalars['String']['output'];
  /** Where; null for anywhere. */
  location?: Maybe<Scalars['String']['output']>;
  /** The same as tags of RemoteOK. */
  remoteokTags: Array<Scalars['String']['output']>;
  /** Job titles to look for. */
  titles: Array<Scalars['String']['output']>;
};

/** One search: at most 30 keywords, titles and tags. */
export type SearchBucketInput = {
  keywords?: Array<Scalars['String']['input']>;
  label: Scalars['String']['input'];
  location?: InputMaybe<Scalars['String']['input']>;
  remoteokTags?: Array<Scalars['String']['input']>;
  titles?: Array<Scalars['String']['input']>;
};

/** What sources are asked on behalf of a persona: derived from what it says of itself, then yours to edit. */
export type SearchProfile = {
  __typename?: 'SearchProfile';
  /** When you approved them as they are; null while you have not. */
  approvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Searches for what the persona is today. */
  fitSearches: Array<SearchBucket>;
  /** When they were derived. */
  generatedAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Whether the persona has changed in what they were derived from. They are not derived anew unasked. */
  isStale: Scalars['Boolean']['output'];
  /** Searches for what it could grow into, as far as its stretch appetite goes. */
  stretchSearches: Array<SearchBucket>;
  /** How far they have got with names in the words of a language model; those that you approved keep theirs. */
  wordingState: WordingState;
};

/** Level of a posting. */
export type SeniorityLevel =
  | 'ENTRY'
  | 'EXECUTIVE'
  | 'LEAD'
  | 'MID'
  | 'SENIOR';

/** One sign-in on one device. */
export type Session = {
  __typename?: 'Session';
  /** When it was signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether it is the session asking. */
  current: Scalars['Boolean']['output'];
  /** Opaque id; never a token. */
  id: Scalars['ID']['output'];
  /** Network address at sign-in. */
  ip?: Maybe<Scalars['String']['output']>;
  /** Latest use, to the minute. */
  lastSeenAt: Scalars['DateTime']['output'];
  /** How it was signed in (RFC 8176 names). */
  methods: Array<Scalars['String']['output']>;
  /** The browser's or program's own description. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** One of the account's ways to sign in. */
export type SignInMethod = {
  __typename?: 'SignInMethod';
  /** Since when. */
  addedAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: SignInMethodKind;
  /** Name to tell it from others of its kind. */
  label?: Maybe<Scalars['String']['output']>;
  /** Latest sign-in by it. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A way to sign in. */
export type SignInMethodKind =
  /** Links by mail: there for every account with an address, so that it is not removed and never counts as the last way. */
  | 'MAGIC_LINK'
  /** A provider, such as Google. */
  | 'OAUTH'
  /** A passkey: by itself, or as a second factor. */
  | 'PASSKEY'
  /** E-mail and password. */
  | 'PASSWORD'
  /** An authenticator app, as a second factor. */
  | 'TOTP';

/** A skill of a persona. */
export type Skill = {
  __typename?: 'Skill';
  /** Group it is shown in. */
  category: Scalars['String']['output'];
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** `Current` or a year. */
  lastUsed: Scalars['String']['output'];
  /** How well you know it. */
  proficiency: Proficiency;
  /** Name as you write it; matching knows the usual other spellings. */
  skillName: Scalars['String']['output'];
  /** Hard or soft. */
  skillType: SkillType;
  /** Years of use; null where they are not said. */
  yearsUsed?: Maybe<Scalars['Int']['output']>;
};

/** A new skill. */
export type SkillInput = {
  category?: Scalars['String']['input'];
  lastUsed?: Scalars['String']['input'];
  proficiency?: Proficiency;
  skillName: Scalars['String']['input'];
  skillType?: SkillType;
  yearsUsed?: InputMaybe<Scalars['Int']['input']>;
};

/** Kind of skill. */
export type SkillType =
  | 'HARD'
  | 'SOFT';

/** How a source answered the last time, for all who ask the same; found by a hash of the question. */
export type SourceAnswer = {
  __typename?: 'SourceAnswer';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** Who may ask a source now, and from when on: sources, not people, are looked after here. */
export type SourceGate = {
  __typename?: 'SourceGate';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** That you have given a source your key. */
export type SourceKey = {
  __typename?: 'SourceKey';
  /** When you gave it. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The source; null for one that there is no more. */
  source?: Maybe<JobSource>;
};

/** Whether a source is asked for a persona. */
export type SourcePreference = {
  __typename?: 'SourcePreference';
  /** Whether it is asked. */
  enabled: Scalars['Boolean']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The source; null for one that there is no more. */
  source?: Maybe<JobSource>;
};

/** That a source was asked for a persona. */
export type SourceRun = {
  __typename?: 'SourceRun';
  /** When it was asked for. */
  askedAt: Scalars['DateTime']['output'];
  /** What went wrong, or why nothing was asked, in words. */
  failure?: Maybe<Scalars['String']['output']>;
  /** When it was over: two minutes later, or more; sooner where nothing was asked. */
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Postings that the source listed; null until it is over, and where nothing was asked. */
  found?: Maybe<Scalars['Int']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Matches of the persona with postings of the source that were new by then. */
  newMatches?: Maybe<Scalars['Int']['output']>;
  /** Postings known to be there that nobody has looked at, at least so many. */
  notInspected?: Maybe<Scalars['Int']['output']>;
  /** Of these, postings that could not be taken, such as those without a title, or listed twice. */
  rejected?: Maybe<Scalars['Int']['output']>;
  /** Of these, postings of which something was put right or left out, such as a date that nobody can read. */
  repaired?: Maybe<Scalars['Int']['output']>;
  /** The source; null for one that there is no more. */
  source?: Maybe<JobSource>;
  /** How far it has got. */
  state: SourceRunState;
};

/** A page of runs. */
export type SourceRunConnection = {
  __typename?: 'SourceRunConnection';
  /** Runs with their cursors. */
  edges: Array<SourceRunEdge>;
  /** Runs alone. */
  nodes: Array<SourceRun>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All runs of the persona. */
  totalCount: Scalars['Int']['output'];
};

/** A run in a page. */
export type SourceRunEdge = {
  __typename?: 'SourceRunEdge';
  /** Place in the list. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: SourceRun;
};

/** Standing of a source that is asked. */
export type SourceRunState =
  /** Nothing could be read; what was known stays. */
  | 'FAILED'
  /** Part of it was read. */
  | 'PARTIAL'
  /** Nothing was asked. */
  | 'SKIPPED'
  /** The source was read. */
  | 'SUCCEEDED'
  /** It is not over yet. */
  | 'WAITING';

/** Proof of who asks; exactly one. */
export type StepUpInput = {
  /** A code of the authenticator app, or a backup code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** The passkey's answer to `passkeyStepUpOptions`. */
  passkey?: InputMaybe<Scalars['JSON']['input']>;
  /** The account's password; not enough where the account has a second factor. */
  password?: InputMaybe<Scalars['String']['input']>;
};

/** How far matches may stretch. */
export type StretchAppetite =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A posting that was handed in, as it is when you subscribe, and once more when it was read. Ends then, at once where it
   * was read before, and with NOT_FOUND when it is gone with its persona.
   */
  ingestProgress?: Maybe<JobIngest>;
  /**
   * A match of the persona that was added or changed, by you on any device or by matching, as it is by then. Changes that
   * follow each other quickly may be told once. Null says that many changed at once, or that changes may have been missed:
   * read the list again. Nothing says when it is open: a list read before may lack what changed until then, so read it
   * after you have subscribed. Ends with NOT_FOUND when the persona is deleted.
   */
  personaJobsChanged?: Maybe<PersonaJob>;
  /**
   * A task as it is when you subscribe, and again whenever it gets on. Ends when the task is finished, and with NOT_FOUND
   * when it is gone with its persona.
   */
  taskProgress?: Maybe<ComputeTask>;
};


/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type SubscriptionIngestProgressArgs = {
  id: Scalars['ID']['input'];
};


/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type SubscriptionPersonaJobsChangedArgs = {
  personaId: Scalars['ID']['input'];
};


/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type SubscriptionTaskProgressArgs = {
  id: Scalars['ID']['input'];
};

/** How long applications stood at a status: until they left it, or until now. */
export type TimeInStatus = {
  __typename?: 'TimeInStatus';
  /** How many stood or stand there. */
  count: Scalars['Int']['output'];
  /** Days that a quarter of them took at most; null where there are none, as the next two. */
  lowerQuartileDays?: Maybe<Scalars['Float']['output']>;
  /** Days that half of them took at most. */
  medianDays?: Maybe<Scalars['Float']['output']>;
  /** How many of them stand there still. */
  ongoing: Scalars['Int']['output'];
  /** The status. */
  status: ApplicationStatus;
  /** Days that three quarters of them took at most. */
  upperQuartileDays?: Maybe<Scalars['Float']['output']>;
};

/** What a posting asks for of time zones. */
export type TimeZoneBasis =
  /** To work their hours. */
  | 'HOURS'
  /** To live in them. */
  | 'PLACE';

/** Time zones by their offsets from UTC, in hours of standard time. */
export type TimeZoneRange = {
  __typename?: 'TimeZoneRange';
  /** What is asked for of them. */
  basis: TimeZoneBasis;
  /** Westernmost. */
  from: Scalars['Float']['output'];
  /** Easternmost. */
  to: Scalars['Float']['output'];
};

/** Something that happened to an application. */
export type TimelineEvent = {
  __typename?: 'TimelineEvent';
  /** In words. */
  description?: Maybe<Scalars['String']['output']>;
  /** When. */
  eventDate: Scalars['DateTime']['output'];
  /** What. */
  eventType: TimelineEventType;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Stage of the interviews. */
  interviewStage?: Maybe<InterviewStage>;
};

/** Kinds of event; the server writes these by itself. */
export type TimelineEventType =
  | 'APPLIED'
  | 'OFFER_ACCEPTED'
  | 'OFFER_RECEIVED'
  | 'REJECTED'
  | 'STATUS_CHANGED'
  | 'WITHDRAWN';

/** An authenticator app that is being set up. */
export type TotpEnrollment = {
  __typename?: 'TotpEnrollment';
  /** For the app: what a QR code of it says. */
  otpauthUrl: Scalars['String']['output'];
  /** For those who type it, in Base32; shown this once. */
  secret: Scalars['String']['output'];
};

/** An authenticator app of the account. */
export type TotpFactor = {
  __typename?: 'TotpFactor';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** Changes to a story; a field left out stays as it is. */
export type UpdateAchievementStoryInput = {
  action?: InputMaybe<Scalars['String']['input']>;
  context?: InputMaybe<Scalars['String']['input']>;
  outcome?: InputMaybe<Scalars['String']['input']>;
  relatedWorkHistoryId?: InputMaybe<Scalars['ID']['input']>;
  skillsDemonstrated?: InputMaybe<Array<Scalars['ID']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a bullet; a field left out stays as it is. */
export type UpdateBulletInput = {
  metrics?: InputMaybe<Scalars['String']['input']>;
  skillsDemonstrated?: InputMaybe<Array<Scalars['ID']['input']>>;
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a certification; a field left out stays as it is. */
export type UpdateCertificationInput = {
  certificationName?: InputMaybe<Scalars['String']['input']>;
  credentialId?: InputMaybe<Scalars['String']['input']>;
  dateObtained?: InputMaybe<Scalars['Date']['input']>;
  expirationDate?: InputMaybe<Scalars['Date']['input']>;
  issuingOrganization?: InputMaybe<Scalars['String']['input']>;
  verificationUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a rule of your own; a field left out stays as it is. */
export type UpdateCustomNonNegotiableInput = {
  filterField?: InputMaybe<FilterField>;
  filterName?: InputMaybe<Scalars['String']['input']>;
  filterType?: InputMaybe<FilterType>;
  filterValue?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to an education; a field left out stays as it is. */
export type UpdateEducationInput = {
  degree?: InputMaybe<Scalars['String']['input']>;
  fieldOfStudy?: InputMaybe<Scalars['String']['input']>;
  gpa?: InputMaybe<Scalars['Float']['input']>;
  graduationYear?: InputMaybe<Scalars['Int']['input']>;
  honors?: InputMaybe<Scalars['String']['input']>;
  institution?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a persona; a field left out stays as it is. */
export type UpdatePersonaInput = {
  autoDraftThreshold?: InputMaybe<Scalars['Int']['input']>;
  commutableCities?: InputMaybe<Array<Scalars['String']['input']>>;
  companySizePreference?: InputMaybe<CompanySizePreference>;
  currentCompany?: InputMaybe<Scalars['String']['input']>;
  currentRole?: InputMaybe<Scalars['String']['input']>;
  email?: InputMaybe<Scalars['String']['input']>;
  fullName?: InputMaybe<Scalars['String']['input']>;
  homeCity?: InputMaybe<Scalars['String']['input']>;
  homeCountry?: InputMaybe<Scalars['String']['input']>;
  homeState?: InputMaybe<Scalars['String']['input']>;
  industryExclusions?: InputMaybe<Array<Scalars['String']['input']>>;
  linkedinUrl?: InputMaybe<Scalars['String']['input']>;
  maxCommuteMinutes?: InputMaybe<Scalars['Int']['input']>;
  maxTravelPercent?: InputMaybe<MaxTravel>;
  minimumBaseSalary?: InputMaybe<Scalars['Int']['input']>;
  minimumFitThreshold?: InputMaybe<Scalars['Int']['input']>;
  onboardingComplete?: InputMaybe<Scalars['Boolean']['input']>;
  onboardingStep?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  pollingFrequency?: InputMaybe<PollingFrequency>;
  portfolioUrl?: InputMaybe<Scalars['String']['input']>;
  professionalSummary?: InputMaybe<Scalars['String']['input']>;
  relocationCities?: InputMaybe<Array<Scalars['String']['input']>>;
  relocationOpen?: InputMaybe<Scalars['Boolean']['input']>;
  remotePreference?: InputMaybe<RemotePreference>;
  salaryCurrency?: InputMaybe<Scalars['String']['input']>;
  stretchAppetite?: InputMaybe<StretchAppetite>;
  targetRoles?: InputMaybe<Array<Scalars['String']['input']>>;
  targetSkills?: InputMaybe<Array<Scalars['String']['input']>>;
  visaSponsorshipRequired?: InputMaybe<Scalars['Boolean']['input']>;
  yearsExperience?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes to the profile; what is left out stays, null takes away. */
export type UpdateProfileInput = {
  /** Address of a picture, https. */
  imageUrl?: InputMaybe<Scalars['String']['input']>;
  /** Display name. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a persona's searches; a list left out stays as it is. At most 15 searches in each. */
export type UpdateSearchProfileInput = {
  fitSearches?: InputMaybe<Array<SearchBucketInput>>;
  stretchSearches?: InputMaybe<Array<SearchBucketInput>>;
};

/** Changes to a skill; a field left out stays as it is. */
export type UpdateSkillInput = {
  category?: InputMaybe<Scalars['String']['input']>;
  lastUsed?: InputMaybe<Scalars['String']['input']>;
  proficiency?: InputMaybe<Proficiency>;
  skillName?: InputMaybe<Scalars['String']['input']>;
  skillType?: InputMaybe<SkillType>;
  yearsUsed?: InputMaybe<Scalars['Int']['input']>;
};

/** How a persona writes; a field left out stays as it is. */
export type UpdateVoiceProfileInput = {
  personalityMarkers?: InputMaybe<Scalars['String']['input']>;
  samplePhrases?: InputMaybe<Array<Scalars['String']['input']>>;
  sentenceStyle?: InputMaybe<Scalars['String']['input']>;
  thingsToAvoid?: InputMaybe<Array<Scalars['String']['input']>>;
  tone?: InputMaybe<Scalars['String']['input']>;
  vocabularyLevel?: InputMaybe<Scalars['String']['input']>;
  writingSampleText?: InputMaybe<Scalars['String']['input']>;
};

/** Changes to a job; a field left out stays as it is. */
export type UpdateWorkHistoryInput = {
  companyIndustry?: InputMaybe<Scalars['String']['input']>;
  companyName?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** With an end it is past, without one present; `isCurrent` need not say so again. */
  endDate?: InputMaybe<Scalars['Date']['input']>;
  /** True takes an end away. */
  isCurrent?: InputMaybe<Scalars['Boolean']['input']>;
  jobTitle?: InputMaybe<Scalars['String']['input']>;
  location?: InputMaybe<Scalars['String']['input']>;
  startDate?: InputMaybe<Scalars['Date']['input']>;
  workModel?: InputMaybe<WorkModel>;
};

/** An account. */
export type User = {
  __typename?: 'User';
  /** Backup codes that are left; null where none were made, or there is no second factor. */
  backupCodesLeft?: Maybe<Scalars['Int']['output']>;
  /** When the account was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** Address, trimmed and in lower case. */
  email: Scalars['String']['output'];
  /** Whether the owner has proven the address. */
  emailVerified: Scalars['Boolean']['output'];
  /** Whether a password is set. */
  hasPassword: Scalars['Boolean']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Picture. */
  imageUrl?: Maybe<Scalars['String']['output']>;
  /** Whether signing in needs a second factor. */
  mfaEnabled: Scalars['Boolean']['output'];
  /** Whether nothing else is possible until the password is changed. */
  mustChangePassword: Scalars['Boolean']['output'];
  /** Display name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Standing. */
  roles: Array<Role>;
};

/** How a persona writes, for drafts in its words. */
export type VoiceProfile = {
  __typename?: 'VoiceProfile';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What gives you away. */
  personalityMarkers?: Maybe<Scalars['String']['output']>;
  /** Phrases of yours. */
  samplePhrases: Array<Scalars['String']['output']>;
  /** How sentences are made. */
  sentenceStyle: Scalars['String']['output'];
  /** What not to write. */
  thingsToAvoid: Array<Scalars['String']['output']>;
  /** Tone. */
  tone: Scalars['String']['output'];
  /** Choice of words. */
  vocabularyLevel: Scalars['String']['output'];
  /** Something you wrote. */
  writingSampleText?: Maybe<Scalars['String']['output']>;
};

/** Standing of what a language model puts in words. */
export type WordingState =
  /** It can be asked for. */
  | 'AVAILABLE'
  /** It was asked for and is not there yet. */
  | 'REQUESTED'
  /** It cannot be asked for; without a language model nothing can. */
  | 'UNAVAILABLE'
  /** It is there. */
  | 'WRITTEN';

/** A job held. */
export type WorkHistory = {
  __typename?: 'WorkHistory';
  /** What you did there, in your order. */
  bullets: Array<Bullet>;
  /** Employer's industry. */
  companyIndustry?: Maybe<Scalars['String']['output']>;
  /** Employer. */
  companyName: Scalars['String']['output'];
  /** In prose. */
  description?: Maybe<Scalars['String']['output']>;
  /** Place in the list, from 0. */
  displayOrder: Scalars['Int']['output'];
  /** Last day; null for a present job. */
  endDate?: Maybe<Scalars['Date']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Whether you hold it now. */
  isCurrent: Scalars['Boolean']['output'];
  /** Title held there; matching reads it. */
  jobTitle: Scalars['String']['output'];
  /** Place; empty if it does not matter. */
  location: Scalars['String']['output'];
  /** First day. */
  startDate: Scalars['Date']['output'];
  /** Where the work was done. */
  workModel: WorkModel;
};

/** A new job of a persona. */
export type WorkHistoryInput = {
  /** Bullets in order. */
  bullets?: Array<BulletInput>;
  companyIndustry?: InputMaybe<Scalars['String']['input']>;
  companyName: Scalars['String']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** The last day; none for a present job. */
  endDate?: InputMaybe<Scalars['Date']['input']>;
  /** Left out, it is present where it has no end. */
  isCurrent?: InputMaybe<Scalars['Boolean']['input']>;
  jobTitle: Scalars['String']['input'];
  location?: Scalars['String']['input'];
  startDate: Scalars['Date']['input'];
  workModel: WorkModel;
};

/** Where the work is done. */
export type WorkModel =
  | 'HYBRID'
  | 'ONSITE'
  | 'REMOTE';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  LoginResult:
    | ( Omit<AuthSession, 'user'> & { user?: Maybe<_RefType['User']> } )
    | ( MfaChallenge )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessToken: ResolverTypeWrapper<AccessToken>;
  AchievementStory: ResolverTypeWrapper<AchievementStoryRow>;
  AchievementStoryInput: AchievementStoryInput;
  AddJobInput: AddJobInput;
  AdminAuditEvent: ResolverTypeWrapper<AuditEventRow>;
  AdminAuditEventConnection: ResolverTypeWrapper<PageRow<AuditEventRow>>;
  AdminAuditEventEdge: ResolverTypeWrapper<Omit<AdminAuditEventEdge, 'node'> & { node: ResolversTypes['AdminAuditEvent'] }>;
  AdminUser: ResolverTypeWrapper<UserRow>;
  AdminUserConnection: ResolverTypeWrapper<PageRow<UserRow>>;
  AdminUserEdge: ResolverTypeWrapper<Omit<AdminUserEdge, 'node'> & { node: ResolversTypes['AdminUser'] }>;
  Application: ResolverTypeWrapper<ApplicationRow>;
  ApplicationConnection: ResolverTypeWrapper<PageRow<ApplicationRow>>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationFilter: ApplicationFilter;
  ApplicationSort: ApplicationSort;
  ApplicationStats: ResolverTypeWrapper<ApplicationStats>;
  ApplicationStatus: ApplicationStatus;
  Attribution: ResolverTypeWrapper<Attribution>;
  AuditEvent: ResolverTypeWrapper<AuditEventRow>;
  AuditEventConnection: ResolverTypeWrapper<PageRow<AuditEventRow>>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  AuditEventKind: AuditEventKind;
  AuditOutcome: AuditOutcome;
  AuthSession: ResolverTypeWrapper<Omit<AuthSession, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  AuthTokens: ResolverTypeWrapper<AuthTokens>;
  BackupCodeSet: ResolverTypeWrapper<BackupCodeSet>;
  BackupCodes: ResolverTypeWrapper<BackupCodes>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BulkFailure: ResolverTypeWrapper<BulkFailure>;
  BulkFailureCode: BulkFailureCode;
  BulkResult: ResolverTypeWrapper<BulkResult>;
  Bullet: ResolverTypeWrapper<BulletRow>;
  BulletInput: BulletInput;
  Certification: ResolverTypeWrapper<CertificationRow>;
  CertificationInput: CertificationInput;
  ChangeApplicationStatusInput: ChangeApplicationStatusInput;
  ChangePasswordInput: ChangePasswordInput;
  CompanySizePreference: CompanySizePreference;
  CompleteMfaInput: CompleteMfaInput;
  ComputeTask: ResolverTypeWrapper<ComputeTaskRow>;
  ComputeTaskConnection: ResolverTypeWrapper<PageRow<ComputeTaskRow>>;
  ComputeTaskEdge: ResolverTypeWrapper<Omit<ComputeTaskEdge, 'node'> & { node: ResolversTypes['ComputeTask'] }>;
  ComputeTaskFilter: ComputeTaskFilter;
  ComputeTaskKind: ComputeTaskKind;
  ComputeTaskState: ComputeTaskState;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateApplicationInput: CreateApplicationInput;
  CreatePersonaInput: CreatePersonaInput;
  CreatedAccessToken: ResolverTypeWrapper<CreatedAccessToken>;
  Credential: ResolverTypeWrapper<Credential>;
  CustomNonNegotiable: ResolverTypeWrapper<CustomNonNegotiableRow>;
  CustomNonNegotiableInput: CustomNonNegotiableInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Education: ResolverTypeWrapper<EducationRow>;
  EducationInput: EducationInput;
  EmploymentType: EmploymentType;
  EquityType: EquityType;
  ExtractedSkill: ResolverTypeWrapper<ExtractedSkillRow>;
  FilterField: FilterField;
  FilterType: FilterType;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  GhostBand: GhostBand;
  GhostSignals: ResolverTypeWrapper<GhostSignals>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IngestJobInput: IngestJobInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InterviewStage: InterviewStage;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  JobIngest: ResolverTypeWrapper<JobIngestRow>;
  JobIngestState: JobIngestState;
  JobPosting: ResolverTypeWrapper<JobPostingRow>;
  JobPreview: ResolverTypeWrapper<JobPreview>;
  JobReport: ResolverTypeWrapper<JobReport>;
  JobSource: ResolverTypeWrapper<SourceAdapterRow>;
  KnownDevice: ResolverTypeWrapper<KnownDevice>;
  Login: Login;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoginResult']>;
  Mail: ResolverTypeWrapper<Mail>;
  ManualPosting: ResolverTypeWrapper<ManualPosting>;
  MaxTravel: MaxTravel;
  MfaChallenge: ResolverTypeWrapper<MfaChallenge>;
  MfaMethod: MfaMethod;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OauthAttempt: ResolverTypeWrapper<OauthAttempt>;
  OauthProvider: ResolverTypeWrapper<ProviderRow>;
  OfferDetails: ResolverTypeWrapper<OfferDetails>;
  OfferDetailsInput: OfferDetailsInput;
  OneTimeToken: ResolverTypeWrapper<OneTimeToken>;
  Op: Op;
  OutboxMessage: ResolverTypeWrapper<OutboxMessage>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Passkey: ResolverTypeWrapper<Passkey>;
  PasskeyChallenge: ResolverTypeWrapper<PasskeyChallenge>;
  Persona: ResolverTypeWrapper<PersonaRow>;
  PersonaCompleteness: ResolverTypeWrapper<PersonaCompleteness>;
  PersonaJob: ResolverTypeWrapper<PersonaJobRow>;
  PersonaJobConnection: ResolverTypeWrapper<PageRow<PersonaJobRow>>;
  PersonaJobEdge: ResolverTypeWrapper<Omit<PersonaJobEdge, 'node'> & { node: ResolversTypes['PersonaJob'] }>;
  PersonaJobFilter: PersonaJobFilter;
  PersonaJobSort: PersonaJobSort;
  PersonaJobStatus: PersonaJobStatus;
  PersonaSkillKey: ResolverTypeWrapper<PersonaSkillKey>;
  PollingFrequency: PollingFrequency;
  PostingChangesInput: PostingChangesInput;
  PostingFinding: ResolverTypeWrapper<PostingFinding>;
  PostingReport: ResolverTypeWrapper<JobReportRow>;
  PostingSighting: ResolverTypeWrapper<PostingSighting>;
  PostingSkillInput: PostingSkillInput;
  PostingSnapshot: ResolverTypeWrapper<PostingSnapshot>;
  PostingSource: ResolverTypeWrapper<PostingSource>;
  PreviewSkill: ResolverTypeWrapper<PreviewSkill>;
  PriorAttempt: ResolverTypeWrapper<PriorAttempt>;
  Proficiency: Proficiency;
  ProviderIdentity: ResolverTypeWrapper<ProviderIdentity>;
  ProviderLink: ResolverTypeWrapper<ProviderLink>;
  ProviderLinkPurpose: ProviderLinkPurpose;
  QuarantinedPosting: ResolverTypeWrapper<JobPostingRow>;
  QuarantinedPostingConnection: ResolverTypeWrapper<PageRow<JobPostingRow>>;
  QuarantinedPostingEdge: ResolverTypeWrapper<Omit<QuarantinedPostingEdge, 'node'> & { node: ResolversTypes['QuarantinedPosting'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateCounter: ResolverTypeWrapper<RateCounter>;
  RateKey: RateKey;
  ReachedStatus: ResolverTypeWrapper<ReachedStatus>;
  RefreshToken: ResolverTypeWrapper<RefreshToken>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  RejectionDetails: ResolverTypeWrapper<RejectionDetails>;
  RejectionDetailsInput: RejectionDetailsInput;
  RejectionStage: RejectionStage;
  RemotePreference: RemotePreference;
  Role: Role;
  Scope: Scope;
  ScoreComponent: ResolverTypeWrapper<ScoreComponent>;
  ScoreDetails: ResolverTypeWrapper<ScoreDetails>;
  ScoreExplanation: ResolverTypeWrapper<ScoreExplanation>;
  ScoreLabel: ScoreLabel;
  ScorerRelease: ResolverTypeWrapper<ScorerRelease>;
  SearchBucket: ResolverTypeWrapper<SearchBucket>;
  SearchBucketInput: SearchBucketInput;
  SearchProfile: ResolverTypeWrapper<SearchProfileRow>;
  SeniorityLevel: SeniorityLevel;
  Session: ResolverTypeWrapper<SessionRow>;
  SignInMethod: ResolverTypeWrapper<SignInMethodRow>;
  SignInMethodKind: SignInMethodKind;
  Skill: ResolverTypeWrapper<SkillRow>;
  SkillInput: SkillInput;
  SkillType: SkillType;
  SourceAnswer: ResolverTypeWrapper<SourceAnswer>;
  SourceGate: ResolverTypeWrapper<SourceGate>;
  SourceKey: ResolverTypeWrapper<SourceKeyRow>;
  SourcePreference: ResolverTypeWrapper<SourcePreferenceRow>;
  SourceRun: ResolverTypeWrapper<SourceRunRow>;
  SourceRunConnection: ResolverTypeWrapper<PageRow<SourceRunRow>>;
  SourceRunEdge: ResolverTypeWrapper<Omit<SourceRunEdge, 'node'> & { node: ResolversTypes['SourceRun'] }>;
  SourceRunState: SourceRunState;
  StepUpInput: StepUpInput;
  StretchAppetite: StretchAppetite;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeInStatus: ResolverTypeWrapper<TimeInStatus>;
  TimeZoneBasis: TimeZoneBasis;
  TimeZoneRange: ResolverTypeWrapper<TimeZoneRange>;
  TimelineEvent: ResolverTypeWrapper<TimelineEventRow>;
  TimelineEventType: TimelineEventType;
  TotpEnrollment: ResolverTypeWrapper<TotpEnrollment>;
  TotpFactor: ResolverTypeWrapper<TotpFactor>;
  UpdateAchievementStoryInput: UpdateAchievementStoryInput;
  UpdateBulletInput: UpdateBulletInput;
  UpdateCertificationInput: UpdateCertificationInput;
  UpdateCustomNonNegotiableInput: UpdateCustomNonNegotiableInput;
  UpdateEducationInput: UpdateEducationInput;
  UpdatePersonaInput: UpdatePersonaInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateSearchProfileInput: UpdateSearchProfileInput;
  UpdateSkillInput: UpdateSkillInput;
  UpdateVoiceProfileInput: UpdateVoiceProfileInput;
  UpdateWorkHistoryInput: UpdateWorkHistoryInput;
  User: ResolverTypeWrapper<UserRow>;
  VoiceProfile: ResolverTypeWrapper<VoiceProfileRow>;
  WordingState: WordingState;
  WorkHistory: ResolverTypeWrapper<WorkHistoryRow>;
  WorkHistoryInput: WorkHistoryInput;
  WorkModel: WorkModel;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessToken: AccessToken;
  AchievementStory: AchievementStoryRow;
  AchievementStoryInput: AchievementStoryInput;
  AddJobInput: AddJobInput;
  AdminAuditEvent: AuditEventRow;
  AdminAuditEventConnection: PageRow<AuditEventRow>;
  AdminAuditEventEdge: Omit<AdminAuditEventEdge, 'node'> & { node: ResolversParentTypes['AdminAuditEvent'] };
  AdminUser: UserRow;
  AdminUserConnection: PageRow<UserRow>;
  AdminUserEdge: Omit<AdminUserEdge, 'node'> & { node: ResolversParentTypes['AdminUser'] };
  Application: ApplicationRow;
  ApplicationConnection: PageRow<ApplicationRow>;
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplicationFilter: ApplicationFilter;
  ApplicationStats: ApplicationStats;
  Attribution: Attribution;
  AuditEvent: AuditEventRow;
  AuditEventConnection: PageRow<AuditEventRow>;
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuthSession: Omit<AuthSession, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  AuthTokens: AuthTokens;
  BackupCodeSet: BackupCodeSet;
  BackupCodes: BackupCodes;
  Boolean: Scalars['Boolean']['output'];
  BulkFailure: BulkFailure;
  BulkResult: BulkResult;
  Bullet: BulletRow;
  BulletInput: BulletInput;
  Certification: CertificationRow;
  CertificationInput: CertificationInput;
  ChangeApplicationStatusInput: ChangeApplicationStatusInput;
  ChangePasswordInput: ChangePasswordInput;
  CompleteMfaInput: CompleteMfaInput;
  ComputeTask: ComputeTaskRow;
  ComputeTaskConnection: PageRow<ComputeTaskRow>;
  ComputeTaskEdge: Omit<ComputeTaskEdge, 'node'> & { node: ResolversParentTypes['ComputeTask'] };
  ComputeTaskFilter: ComputeTaskFilter;
  CreateAccessTokenInput: CreateAccessTokenInput;
  CreateApplicationInput: CreateApplicationInput;
  CreatePersonaInput: CreatePersonaInput;
  CreatedAccessToken: CreatedAccessToken;
  Credential: Credential;
  CustomNonNegotiable: CustomNonNegotiableRow;
  CustomNonNegotiableInput: CustomNonNegotiableInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Education: EducationRow;
  EducationInput: EducationInput;
  ExtractedSkill: ExtractedSkillRow;
  Float: Scalars['Float']['output'];
  GhostSignals: GhostSignals;
  ID: Scalars['ID']['output'];
  IngestJobInput: IngestJobInput;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  JobIngest: JobIngestRow;
  JobPosting: JobPostingRow;
  JobPreview: JobPreview;
  JobReport: JobReport;
  JobSource: SourceAdapterRow;
  KnownDevice: KnownDevice;
  LoginInput: LoginInput;
  LoginResult: ResolversUnionTypes<ResolversParentTypes>['LoginResult'];
  Mail: Mail;
  ManualPosting: ManualPosting;
  MfaChallenge: MfaChallenge;
  Mutation: Record<PropertyKey, never>;
  OauthAttempt: OauthAttempt;
  OauthProvider: ProviderRow;
  OfferDetails: OfferDetails;
  OfferDetailsInput: OfferDetailsInput;
  OneTimeToken: OneTimeToken;
  OutboxMessage: OutboxMessage;
  PageInfo: PageInfo;
  Passkey: Passkey;
  PasskeyChallenge: PasskeyChallenge;
  Persona: PersonaRow;
  PersonaCompleteness: PersonaCompleteness;
  PersonaJob: PersonaJobRow;
  PersonaJobConnection: PageRow<PersonaJobRow>;
  PersonaJobEdge: Omit<PersonaJobEdge, 'node'> & { node: ResolversParentTypes['PersonaJob'] };
  PersonaJobFilter: PersonaJobFilter;
  PersonaSkillKey: PersonaSkillKey;
  PostingChangesInput: PostingChangesInput;
  PostingFinding: PostingFinding;
  PostingReport: JobReportRow;
  PostingSighting: PostingSighting;
  PostingSkillInput: PostingSkillInput;
  PostingSnapshot: PostingSnapshot;
  PostingSource: PostingSource;
  PreviewSkill: PreviewSkill;
  PriorAttempt: PriorAttempt;
  ProviderIdentity: ProviderIdentity;
  ProviderLink: ProviderLink;
  QuarantinedPosting: JobPostingRow;
  QuarantinedPostingConnection: PageRow<JobPostingRow>;
  QuarantinedPostingEdge: Omit<QuarantinedPostingEdge, 'node'> & { node: ResolversParentTypes['QuarantinedPosting'] };
  Query: Record<PropertyKey, never>;
  RateCounter: RateCounter;
  ReachedStatus: ReachedStatus;
  RefreshToken: RefreshToken;
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  RejectionDetails: RejectionDetails;
  RejectionDetailsInput: RejectionDetailsInput;
  ScoreComponent: ScoreComponent;
  ScoreDetails: ScoreDetails;
  ScoreExplanation: ScoreExplanation;
  ScorerRelease: ScorerRelease;
  SearchBucket: SearchBucket;
  SearchBucketInput: SearchBucketInput;
  SearchProfile: SearchProfileRow;
  Session: SessionRow;
  SignInMethod: SignInMethodRow;
  Skill: SkillRow;
  SkillInput: SkillInput;
  SourceAnswer: SourceAnswer;
  SourceGate: SourceGate;
  SourceKey: SourceKeyRow;
  SourcePreference: SourcePreferenceRow;
  SourceRun: SourceRunRow;
  SourceRunConnection: PageRow<SourceRunRow>;
  SourceRunEdge: Omit<SourceRunEdge, 'node'> & { node: ResolversParentTypes['SourceRun'] };
  StepUpInput: StepUpInput;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeInStatus: TimeInStatus;
  TimeZoneRange: TimeZoneRange;
  TimelineEvent: TimelineEventRow;
  TotpEnrollment: TotpEnrollment;
  TotpFactor: TotpFactor;
  UpdateAchievementStoryInput: UpdateAchievementStoryInput;
  UpdateBulletInput: UpdateBulletInput;
  UpdateCertificationInput: UpdateCertificationInput;
  UpdateCustomNonNegotiableInput: UpdateCustomNonNegotiableInput;
  UpdateEducationInput: UpdateEducationInput;
  UpdatePersonaInput: UpdatePersonaInput;
  UpdateProfileInput: UpdateProfileInput;
  UpdateSearchProfileInput: UpdateSearchProfileInput;
  UpdateSkillInput: UpdateSkillInput;
  UpdateVoiceProfileInput: UpdateVoiceProfileInput;
  UpdateWorkHistoryInput: UpdateWorkHistoryInput;
  User: UserRow;
  VoiceProfile: VoiceProfileRow;
  WorkHistory: WorkHistoryRow;
  WorkHistoryInput: WorkHistoryInput;
};

export type AuthDirectiveArgs = {
  requires?: Role;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type BeforePasswordChangeDirectiveArgs = { };

export type BeforePasswordChangeDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = BeforePasswordChangeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type GrantsDirectiveArgs = {
  login: Login;
  operations: Array<Op>;
};

export type GrantsDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = GrantsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ImpliesDirectiveArgs = {
  roles: Array<Role>;
};

export type ImpliesDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = ImpliesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type InternalDirectiveArgs = { };

export type InternalDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = InternalDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OpaqueIdDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type OpaqueIdDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = OpaqueIdDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  key?: Scalars['String']['input'];
  operations?: Array<Op>;
  via: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerlessDirectiveArgs = {
  reachedFrom: Array<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
};

export type OwnerlessDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = OwnerlessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type PublicDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type PublicDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RateLimitDirectiveArgs = {
  argument?: Maybe<Scalars['String']['input']>;
  by: RateKey;
  max: Scalars['Int']['input'];
  window: Scalars['String']['input'];
};

export type RateLimitDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RateLimitDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RefersDirectiveArgs = {
  access?: Op;
  each?: Scalars['Boolean']['input'];
  to: Scalars['String']['input'];
};

export type RefersDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RefersDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RequiresScopesDirectiveArgs = {
  scopes: Array<Array<Scope>>;
};

export type RequiresScopesDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RequiresScopesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RunsAsDirectiveArgs = {
  login: Login;
};

export type RunsAsDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RunsAsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SignsInDirectiveArgs = { };

export type SignsInDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = SignsInDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StepUpDirectiveArgs = {
  maxAge?: Scalars['Int']['input'];
};

export type StepUpDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = StepUpDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessTokenResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AccessToken'] = ResolversParentTypes['AccessToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['Scope']>, ParentType, ContextType>;
};

export type AchievementStoryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AchievementStory'] = ResolversParentTypes['AchievementStory']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  context?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relatedWorkHistoryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  skillsDemonstrated?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AdminAuditEventResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminAuditEvent'] = ResolversParentTypes['AdminAuditEvent']> = {
  actorId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['AuditEventKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  sessionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AdminAuditEventConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminAuditEventConnection'] = ResolversParentTypes['AdminAuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AdminAuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AdminAuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AdminAuditEventEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminAuditEventEdge'] = ResolversParentTypes['AdminAuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AdminAuditEvent'], ParentType, ContextType>;
};

export type AdminUserResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminUser'] = ResolversParentTypes['AdminUser']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type AdminUserConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminUserConnection'] = ResolversParentTypes['AdminUserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AdminUserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AdminUser']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AdminUserEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AdminUserEdge'] = ResolversParentTypes['AdminUserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType>;
};

export type ApplicationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application']> = {
  appliedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currentInterviewStage?: Resolver<Maybe<ResolversTypes['InterviewStage']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  offerDetails?: Resolver<Maybe<ResolversTypes['OfferDetails']>, ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  personaJob?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType>;
  posting?: Resolver<ResolversTypes['JobPosting'], ParentType, ContextType>;
  rejectionDetails?: Resolver<Maybe<ResolversTypes['RejectionDetails']>, ParentType, ContextType>;
  snapshot?: Resolver<ResolversTypes['PostingSnapshot'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  statusUpdatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeline?: Resolver<Array<ResolversTypes['TimelineEvent']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Application']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Application'], ParentType, ContextType>;
};

export type ApplicationStatsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ApplicationStats'] = ResolversParentTypes['ApplicationStats']> = {
  funnel?: Resolver<Array<ResolversTypes['ReachedStatus']>, ParentType, ContextType>;
  timeInStatus?: Resolver<Array<ResolversTypes['TimeInStatus']>, ParentType, ContextType>;
};

export type AttributionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['AuditEventKind'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['AuditOutcome'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type AuthSessionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AuthSession'] = ResolversParentTypes['AuthSession']> = {
  tokens?: Resolver<ResolversTypes['AuthTokens'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthTokensResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['AuthTokens'] = ResolversParentTypes['AuthTokens']> = {
  accessToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BackupCodeSetResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BackupCodeSet'] = ResolversParentTypes['BackupCodeSet']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BackupCodesResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BackupCodes'] = ResolversParentTypes['BackupCodes']> = {
  codes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BulkFailureResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BulkFailure'] = ResolversParentTypes['BulkFailure']> = {
  code?: Resolver<ResolversTypes['BulkFailureCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BulkResultResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['BulkResult'] = ResolversParentTypes['BulkResult']> = {
  failed?: Resolver<Array<ResolversTypes['BulkFailure']>, ParentType, ContextType>;
  succeeded?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type BulletResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Bullet'] = ResolversParentTypes['Bullet']> = {
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skillsDemonstrated?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CertificationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Certification'] = ResolversParentTypes['Certification']> = {
  certificationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  credentialId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateObtained?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expirationDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuingOrganization?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verificationUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComputeTaskResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ComputeTask'] = ResolversParentTypes['ComputeTask']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ComputeTaskKind'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ComputeTaskState'], ParentType, ContextType>;
};

export type ComputeTaskConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ComputeTaskConnection'] = ResolversParentTypes['ComputeTaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ComputeTaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ComputeTask']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ComputeTaskEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ComputeTaskEdge'] = ResolversParentTypes['ComputeTaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ComputeTask'], ParentType, ContextType>;
};

export type CreatedAccessTokenResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CreatedAccessToken'] = ResolversParentTypes['CreatedAccessToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CredentialResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Credential'] = ResolversParentTypes['Credential']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CustomNonNegotiableResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['CustomNonNegotiable'] = ResolversParentTypes['CustomNonNegotiable']> = {
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filterField?: Resolver<ResolversTypes['FilterField'], ParentType, ContextType>;
  filterName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filterType?: Resolver<ResolversTypes['FilterType'], ParentType, ContextType>;
  filterValue?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EducationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Education'] = ResolversParentTypes['Education']> = {
  degree?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fieldOfStudy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gpa?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  graduationYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  honors?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  institution?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExtractedSkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ExtractedSkill'] = ResolversParentTypes['ExtractedSkill']> = {
  kind?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GhostSignalsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['GhostSignals'] = ResolversParentTypes['GhostSignals']> = {
  band?: Resolver<ResolversTypes['GhostBand'], ParentType, ContextType>;
  calculatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  daysOpen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysOpenScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missingFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missingFieldsScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  repostScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requirementMismatch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requirementMismatchScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vaguenessScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobIngestResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobIngest'] = ResolversParentTypes['JobIngest']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  personaJob?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['JobPreview']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['JobIngestState'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type JobPostingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobPosting'] = ResolversParentTypes['JobPosting']> = {
  applicationDeadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  applyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companySize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  companyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cultureText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionHtml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  descriptionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eligibleCountries?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  employmentType?: Resolver<Maybe<ResolversTypes['EmploymentType']>, ParentType, ContextType>;
  ghostScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ghostSignals?: Resolver<Maybe<ResolversTypes['GhostSignals']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postedDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  repostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requirements?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seniorityLevel?: Resolver<Maybe<ResolversTypes['SeniorityLevel']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['ExtractedSkill']>, ParentType, ContextType>;
  timeZones?: Resolver<Maybe<ResolversTypes['TimeZoneRange']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  travelPercent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  visaSponsorship?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  workModel?: Resolver<Maybe<ResolversTypes['WorkModel']>, ParentType, ContextType>;
  yearsMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearsMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobPreviewResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobPreview'] = ResolversParentTypes['JobPreview']> = {
  applicationDeadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  applyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cultureText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionHtml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  descriptionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employmentType?: Resolver<Maybe<ResolversTypes['EmploymentType']>, ParentType, ContextType>;
  isIncomplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postedDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  requirements?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seniorityLevel?: Resolver<Maybe<ResolversTypes['SeniorityLevel']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['PreviewSkill']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workModel?: Resolver<Maybe<ResolversTypes['WorkModel']>, ParentType, ContextType>;
  yearsMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearsMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobReportResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobReport'] = ResolversParentTypes['JobReport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type JobSourceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobSource'] = ResolversParentTypes['JobSource']> = {
  askedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOnByDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  keyForm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needsKey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  offBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KnownDeviceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['KnownDevice'] = ResolversParentTypes['KnownDevice']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LoginResultResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'AuthSession' | 'MfaChallenge', ParentType, ContextType>;
};

export type MailResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Mail'] = ResolversParentTypes['Mail']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ManualPostingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ManualPosting'] = ResolversParentTypes['ManualPosting']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type MfaChallengeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['MfaChallenge'] = ResolversParentTypes['MfaChallenge']> = {
  challenge?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['MfaMethod']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAchievementStory?: Resolver<Maybe<ResolversTypes['AchievementStory']>, ParentType, ContextType, RequireFields<MutationAddAchievementStoryArgs, 'input' | 'personaId'>>;
  addBullet?: Resolver<Maybe<ResolversTypes['Bullet']>, ParentType, ContextType, RequireFields<MutationAddBulletArgs, 'input' | 'workHistoryId'>>;
  addCertification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType, RequireFields<MutationAddCertificationArgs, 'input' | 'personaId'>>;
  addCustomNonNegotiable?: Resolver<Maybe<ResolversTypes['CustomNonNegotiable']>, ParentType, ContextType, RequireFields<MutationAddCustomNonNegotiableArgs, 'input' | 'personaId'>>;
  addEducation?: Resolver<Maybe<ResolversTypes['Education']>, ParentType, ContextType, RequireFields<MutationAddEducationArgs, 'input' | 'personaId'>>;
  addJob?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationAddJobArgs, 'input' | 'personaId'>>;
  addSkill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<MutationAddSkillArgs, 'input' | 'personaId'>>;
  addWorkHistory?: Resolver<Maybe<ResolversTypes['WorkHistory']>, ParentType, ContextType, RequireFields<MutationAddWorkHistoryArgs, 'input' | 'personaId'>>;
  adminRevokeSessions?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminRevokeSessionsArgs, 'userId'>>;
  approvePosting?: Resolver<Maybe<ResolversTypes['QuarantinedPosting']>, ParentType, ContextType, RequireFields<MutationApprovePostingArgs, 'id'>>;
  approveSearchProfile?: Resolver<Maybe<ResolversTypes['SearchProfile']>, ParentType, ContextType, RequireFields<MutationApproveSearchProfileArgs, 'personaId'>>;
  bulkDismiss?: Resolver<Maybe<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationBulkDismissArgs, 'dismissed' | 'ids'>>;
  bulkFavorite?: Resolver<Maybe<ResolversTypes['BulkResult']>, ParentType, ContextType, RequireFields<MutationBulkFavoriteArgs, 'favorite' | 'ids'>>;
  cancelEmailChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationCancelEmailChangeArgs, 'token'>>;
  cancelTask?: Resolver<Maybe<ResolversTypes['ComputeTask']>, ParentType, ContextType, RequireFields<MutationCancelTaskArgs, 'id'>>;
  changeApplicationStatus?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationChangeApplicationStatusArgs, 'id' | 'input'>>;
  changePassword?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  completeMfa?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType, RequireFields<MutationCompleteMfaArgs, 'input'>>;
  confirmEmailChange?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationConfirmEmailChangeArgs, 'token'>>;
  confirmIngest?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationConfirmIngestArgs, 'id'>>;
  confirmTotpEnrollment?: Resolver<Maybe<ResolversTypes['BackupCodes']>, ParentType, ContextType, RequireFields<MutationConfirmTotpEnrollmentArgs, 'code'>>;
  createAccessToken?: Resolver<Maybe<ResolversTypes['CreatedAccessToken']>, ParentType, ContextType, RequireFields<MutationCreateAccessTokenArgs, 'input'>>;
  createApplication?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationCreateApplicationArgs, 'input'>>;
  createPersona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<MutationCreatePersonaArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'confirmEmail'>>;
  deletePersona?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeletePersonaArgs, 'id'>>;
  disableTotp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endSessionsByToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationEndSessionsByTokenArgs, 'token'>>;
  generateSearchProfile?: Resolver<Maybe<ResolversTypes['SearchProfile']>, ParentType, ContextType, RequireFields<MutationGenerateSearchProfileArgs, 'personaId'>>;
  importJsonResume?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<MutationImportJsonResumeArgs, 'document' | 'personaId'>>;
  ingestJob?: Resolver<Maybe<ResolversTypes['JobIngest']>, ParentType, ContextType, RequireFields<MutationIngestJobArgs, 'input' | 'personaId'>>;
  inviteUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationInviteUserArgs, 'email'>>;
  login?: Resolver<Maybe<ResolversTypes['LoginResult']>, ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  loginWithPasskey?: Resolver<Maybe<ResolversTypes['AuthSession']>, ParentType, ContextType, RequireFields<MutationLoginWithPasskeyArgs, 'response'>>;
  logout?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<MutationLogoutArgs>>;
  logoutEverywhere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationLogoutEverywhereArgs, 'includeCurrent'>>;
  passkeyLoginOptions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, Partial<MutationPasskeyLoginOptionsArgs>>;
  passkeyRegistrationOptions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  passkeySignUpOptions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType, RequireFields<MutationPasskeySignUpOptionsArgs, 'email'>>;
  passkeyStepUpOptions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  redeemMagicLink?: Resolver<Maybe<ResolversTypes['LoginResult']>, ParentType, ContextType, RequireFields<MutationRedeemMagicLinkArgs, 'elsewhere' | 'token'>>;
  refreshSession?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType, Partial<MutationRefreshSessionArgs>>;
  refreshSources?: Resolver<Array<ResolversTypes['SourceRun']>, ParentType, ContextType, RequireFields<MutationRefreshSourcesArgs, 'personaId'>>;
  regenerateBackupCodes?: Resolver<Maybe<ResolversTypes['BackupCodes']>, ParentType, ContextType>;
  register?: Resolver<Maybe<ResolversTypes['RegisterPayload']>, ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  registerPasskey?: Resolver<Maybe<ResolversTypes['SignInMethod']>, ParentType, ContextType, RequireFields<MutationRegisterPasskeyArgs, 'response'>>;
  rejectPosting?: Resolver<Maybe<ResolversTypes['QuarantinedPosting']>, ParentType, ContextType, RequireFields<MutationRejectPostingArgs, 'id'>>;
  removeAchievementStory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveAchievementStoryArgs, 'id'>>;
  removeBullet?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveBulletArgs, 'id'>>;
  removeCertification?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveCertificationArgs, 'id'>>;
  removeCustomNonNegotiable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveCustomNonNegotiableArgs, 'id'>>;
  removeEducation?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveEducationArgs, 'id'>>;
  removePasskey?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemovePasskeyArgs, 'id'>>;
  removeSkill?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveSkillArgs, 'id'>>;
  removeWorkHistory?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveWorkHistoryArgs, 'id'>>;
  reorderAchievementStories?: Resolver<Maybe<Array<ResolversTypes['AchievementStory']>>, ParentType, ContextType, RequireFields<MutationReorderAchievementStoriesArgs, 'ids' | 'parentId'>>;
  reorderBullets?: Resolver<Maybe<Array<ResolversTypes['Bullet']>>, ParentType, ContextType, RequireFields<MutationReorderBulletsArgs, 'ids' | 'parentId'>>;
  reorderCertifications?: Resolver<Maybe<Array<ResolversTypes['Certification']>>, ParentType, ContextType, RequireFields<MutationReorderCertificationsArgs, 'ids' | 'parentId'>>;
  reorderCustomNonNegotiables?: Resolver<Maybe<Array<ResolversTypes['CustomNonNegotiable']>>, ParentType, ContextType, RequireFields<MutationReorderCustomNonNegotiablesArgs, 'ids' | 'parentId'>>;
  reorderEducations?: Resolver<Maybe<Array<ResolversTypes['Education']>>, ParentType, ContextType, RequireFields<MutationReorderEducationsArgs, 'ids' | 'parentId'>>;
  reorderSkills?: Resolver<Maybe<Array<ResolversTypes['Skill']>>, ParentType, ContextType, RequireFields<MutationReorderSkillsArgs, 'ids' | 'parentId'>>;
  reorderWorkHistories?: Resolver<Maybe<Array<ResolversTypes['WorkHistory']>>, ParentType, ContextType, RequireFields<MutationReorderWorkHistoriesArgs, 'ids' | 'parentId'>>;
  reportJob?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationReportJobArgs, 'personaJobId' | 'reason'>>;
  requestEmailChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRequestEmailChangeArgs, 'newEmail'>>;
  requestEmailVerification?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRequestEmailVerificationArgs, 'email'>>;
  requestMagicLink?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRequestMagicLinkArgs, 'email'>>;
  requestPasswordReset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'email'>>;
  requestRationale?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationRequestRationaleArgs, 'id'>>;
  requestSearchWording?: Resolver<Maybe<ResolversTypes['SearchProfile']>, ParentType, ContextType, RequireFields<MutationRequestSearchWordingArgs, 'personaId'>>;
  rescore?: Resolver<Maybe<ResolversTypes['ComputeTask']>, ParentType, ContextType, RequireFields<MutationRescoreArgs, 'personaId'>>;
  resetPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'newPassword' | 'token'>>;
  revertEmailChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevertEmailChangeArgs, 'token'>>;
  revokeAccessToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeAccessTokenArgs, 'id'>>;
  revokeSession?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  setFavorite?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationSetFavoriteArgs, 'favorite' | 'id'>>;
  setPersonaJobStatus?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationSetPersonaJobStatusArgs, 'id' | 'status'>>;
  setSourceKey?: Resolver<Maybe<ResolversTypes['SourceKey']>, ParentType, ContextType, RequireFields<MutationSetSourceKeyArgs, 'sourceId'>>;
  setSourcePreference?: Resolver<Maybe<ResolversTypes['SourcePreference']>, ParentType, ContextType, RequireFields<MutationSetSourcePreferenceArgs, 'enabled' | 'personaId' | 'sourceId'>>;
  setUserDisabled?: Resolver<Maybe<ResolversTypes['AdminUser']>, ParentType, ContextType, RequireFields<MutationSetUserDisabledArgs, 'disabled' | 'id'>>;
  setUserRole?: Resolver<Maybe<ResolversTypes['AdminUser']>, ParentType, ContextType, RequireFields<MutationSetUserRoleArgs, 'role' | 'userId'>>;
  splitPosting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSplitPostingArgs, 'id'>>;
  startProviderLink?: Resolver<Maybe<ResolversTypes['ProviderLink']>, ParentType, ContextType, RequireFields<MutationStartProviderLinkArgs, 'provider' | 'purpose'>>;
  startTotpEnrollment?: Resolver<Maybe<ResolversTypes['TotpEnrollment']>, ParentType, ContextType>;
  stepUp?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType, RequireFields<MutationStepUpArgs, 'input'>>;
  unlinkProvider?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnlinkProviderArgs, 'id'>>;
  updateAchievementStory?: Resolver<Maybe<ResolversTypes['AchievementStory']>, ParentType, ContextType, RequireFields<MutationUpdateAchievementStoryArgs, 'id' | 'input'>>;
  updateBullet?: Resolver<Maybe<ResolversTypes['Bullet']>, ParentType, ContextType, RequireFields<MutationUpdateBulletArgs, 'id' | 'input'>>;
  updateCertification?: Resolver<Maybe<ResolversTypes['Certification']>, ParentType, ContextType, RequireFields<MutationUpdateCertificationArgs, 'id' | 'input'>>;
  updateCustomNonNegotiable?: Resolver<Maybe<ResolversTypes['CustomNonNegotiable']>, ParentType, ContextType, RequireFields<MutationUpdateCustomNonNegotiableArgs, 'id' | 'input'>>;
  updateEducation?: Resolver<Maybe<ResolversTypes['Education']>, ParentType, ContextType, RequireFields<MutationUpdateEducationArgs, 'id' | 'input'>>;
  updatePersona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<MutationUpdatePersonaArgs, 'id' | 'input'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  updateSearchProfile?: Resolver<Maybe<ResolversTypes['SearchProfile']>, ParentType, ContextType, RequireFields<MutationUpdateSearchProfileArgs, 'input' | 'personaId'>>;
  updateSkill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<MutationUpdateSkillArgs, 'id' | 'input'>>;
  updateVoiceProfile?: Resolver<Maybe<ResolversTypes['VoiceProfile']>, ParentType, ContextType, RequireFields<MutationUpdateVoiceProfileArgs, 'input' | 'personaId'>>;
  updateWorkHistory?: Resolver<Maybe<ResolversTypes['WorkHistory']>, ParentType, ContextType, RequireFields<MutationUpdateWorkHistoryArgs, 'id' | 'input'>>;
  verifyEmail?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'token'>>;
};

export type OauthAttemptResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OauthAttempt'] = ResolversParentTypes['OauthAttempt']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OauthProviderResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OauthProvider'] = ResolversParentTypes['OauthProvider']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OfferDetailsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OfferDetails'] = ResolversParentTypes['OfferDetails']> = {
  baseSalary?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  bonusPercent?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  equityType?: Resolver<Maybe<ResolversTypes['EquityType']>, ParentType, ContextType>;
  equityValue?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  equityVestingYears?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherBenefits?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  responseDeadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  salaryCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type OneTimeTokenResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OneTimeToken'] = ResolversParentTypes['OneTimeToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type OutboxMessageResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OutboxMessage'] = ResolversParentTypes['OutboxMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Passkey'] = ResolversParentTypes['Passkey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PasskeyChallengeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PasskeyChallenge'] = ResolversParentTypes['PasskeyChallenge']> = {
  challenge?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PersonaResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Persona'] = ResolversParentTypes['Persona']> = {
  achievementStories?: Resolver<Array<ResolversTypes['AchievementStory']>, ParentType, ContextType>;
  autoDraftThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  certifications?: Resolver<Array<ResolversTypes['Certification']>, ParentType, ContextType>;
  commutableCities?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  companySizePreference?: Resolver<ResolversTypes['CompanySizePreference'], ParentType, ContextType>;
  completeness?: Resolver<ResolversTypes['PersonaCompleteness'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentCompany?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customNonNegotiables?: Resolver<Array<ResolversTypes['CustomNonNegotiable']>, ParentType, ContextType>;
  educations?: Resolver<Array<ResolversTypes['Education']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fullName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  homeCity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  homeCountry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  homeState?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  industryExclusions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  linkedinUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxCommuteMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxTravelPercent?: Resolver<ResolversTypes['MaxTravel'], ParentType, ContextType>;
  minimumBaseSalary?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minimumFitThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onboardingComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  onboardingStep?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pollingFrequency?: Resolver<ResolversTypes['PollingFrequency'], ParentType, ContextType>;
  portfolioUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  professionalSummary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relocationCities?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  relocationOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  remotePreference?: Resolver<ResolversTypes['RemotePreference'], ParentType, ContextType>;
  salaryCurrency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  searchProfile?: Resolver<Maybe<ResolversTypes['SearchProfile']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  sourcePreferences?: Resolver<Array<ResolversTypes['SourcePreference']>, ParentType, ContextType>;
  stretchAppetite?: Resolver<ResolversTypes['StretchAppetite'], ParentType, ContextType>;
  targetRoles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  targetSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visaSponsorshipRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  voiceProfile?: Resolver<Maybe<ResolversTypes['VoiceProfile']>, ParentType, ContextType>;
  workHistories?: Resolver<Array<ResolversTypes['WorkHistory']>, ParentType, ContextType>;
  yearsExperience?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonaCompletenessResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonaCompleteness'] = ResolversParentTypes['PersonaCompleteness']> = {
  missing?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonaJobResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonaJob'] = ResolversParentTypes['PersonaJob']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
  discoveredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dismissedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failedNonNegotiables?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  fitScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFavorite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  persona?: Resolver<ResolversTypes['Persona'], ParentType, ContextType>;
  posting?: Resolver<ResolversTypes['JobPosting'], ParentType, ContextType>;
  priorAttempt?: Resolver<Maybe<ResolversTypes['PriorAttempt']>, ParentType, ContextType>;
  rationaleState?: Resolver<ResolversTypes['WordingState'], ParentType, ContextType>;
  scoreDetails?: Resolver<Maybe<ResolversTypes['ScoreDetails']>, ParentType, ContextType>;
  scoreStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PersonaJobStatus'], ParentType, ContextType>;
  stretchScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonaJobConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonaJobConnection'] = ResolversParentTypes['PersonaJobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonaJobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PersonaJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PersonaJobEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonaJobEdge'] = ResolversParentTypes['PersonaJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonaJob'], ParentType, ContextType>;
};

export type PersonaSkillKeyResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PersonaSkillKey'] = ResolversParentTypes['PersonaSkillKey']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PostingFindingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostingFinding'] = ResolversParentTypes['PostingFinding']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostingReportResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostingReport'] = ResolversParentTypes['PostingReport']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PostingSightingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostingSighting'] = ResolversParentTypes['PostingSighting']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PostingSnapshotResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostingSnapshot'] = ResolversParentTypes['PostingSnapshot']> = {
  capturedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workModel?: Resolver<Maybe<ResolversTypes['WorkModel']>, ParentType, ContextType>;
};

export type PostingSourceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PostingSource'] = ResolversParentTypes['PostingSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PreviewSkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PreviewSkill'] = ResolversParentTypes['PreviewSkill']> = {
  kind?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PriorAttemptResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PriorAttempt'] = ResolversParentTypes['PriorAttempt']> = {
  appliedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ApplicationStatus']>, ParentType, ContextType>;
  outcomeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ProviderIdentityResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ProviderIdentity'] = ResolversParentTypes['ProviderIdentity']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ProviderLinkResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ProviderLink'] = ResolversParentTypes['ProviderLink']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuarantinedPostingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['QuarantinedPosting'] = ResolversParentTypes['QuarantinedPosting']> = {
  applyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  descriptionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['PostingFinding']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isQuarantined?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quarantineExpiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rejectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['PostingReport']>, ParentType, ContextType>;
  reviewSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuarantinedPostingConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['QuarantinedPostingConnection'] = ResolversParentTypes['QuarantinedPostingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuarantinedPostingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['QuarantinedPosting']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QuarantinedPostingEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['QuarantinedPostingEdge'] = ResolversParentTypes['QuarantinedPostingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['QuarantinedPosting'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessTokens?: Resolver<Array<ResolversTypes['AccessToken']>, ParentType, ContextType>;
  adminAuditEvents?: Resolver<Maybe<ResolversTypes['AdminAuditEventConnection']>, ParentType, ContextType, Partial<QueryAdminAuditEventsArgs>>;
  adminQuarantine?: Resolver<Maybe<ResolversTypes['QuarantinedPostingConnection']>, ParentType, ContextType, Partial<QueryAdminQuarantineArgs>>;
  adminUsers?: Resolver<Maybe<ResolversTypes['AdminUserConnection']>, ParentType, ContextType, Partial<QueryAdminUsersArgs>>;
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
  applicationStats?: Resolver<Maybe<ResolversTypes['ApplicationStats']>, ParentType, ContextType, RequireFields<QueryApplicationStatsArgs, 'personaId'>>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'personaId' | 'sort'>>;
  computeTask?: Resolver<Maybe<ResolversTypes['ComputeTask']>, ParentType, ContextType, RequireFields<QueryComputeTaskArgs, 'id'>>;
  computeTasks?: Resolver<Maybe<ResolversTypes['ComputeTaskConnection']>, ParentType, ContextType, RequireFields<QueryComputeTasksArgs, 'personaId'>>;
  exportJsonResume?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<QueryExportJsonResumeArgs, 'personaId'>>;
  jobIngest?: Resolver<Maybe<ResolversTypes['JobIngest']>, ParentType, ContextType, RequireFields<QueryJobIngestArgs, 'id'>>;
  jobSources?: Resolver<Array<ResolversTypes['JobSource']>, ParentType, ContextType>;
  matchCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<QueryMatchCountArgs, 'personaId'>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  myAuditEvents?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, Partial<QueryMyAuditEventsArgs>>;
  mySessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  mySignInMethods?: Resolver<Array<ResolversTypes['SignInMethod']>, ParentType, ContextType>;
  oauthProviders?: Resolver<Array<ResolversTypes['OauthProvider']>, ParentType, ContextType>;
  persona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<QueryPersonaArgs, 'id'>>;
  personaJob?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<QueryPersonaJobArgs, 'id'>>;
  personaJobs?: Resolver<Maybe<ResolversTypes['PersonaJobConnection']>, ParentType, ContextType, RequireFields<QueryPersonaJobsArgs, 'personaId' | 'sort'>>;
  personas?: Resolver<Array<ResolversTypes['Persona']>, ParentType, ContextType>;
  skillSuggestions?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<QuerySkillSuggestionsArgs, 'first' | 'prefix'>>;
  sourceKeys?: Resolver<Array<ResolversTypes['SourceKey']>, ParentType, ContextType>;
  sourceRuns?: Resolver<Maybe<ResolversTypes['SourceRunConnection']>, ParentType, ContextType, RequireFields<QuerySourceRunsArgs, 'personaId'>>;
};

export type RateCounterResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RateCounter'] = ResolversParentTypes['RateCounter']> = {
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ReachedStatusResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ReachedStatus'] = ResolversParentTypes['ReachedStatus']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
};

export type RefreshTokenResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RefreshToken'] = ResolversParentTypes['RefreshToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  tokens?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  verificationRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RejectionDetailsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['RejectionDetails'] = ResolversParentTypes['RejectionDetails']> = {
  feedback?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rejectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['RejectionStage']>, ParentType, ContextType>;
};

export type ScoreComponentResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ScoreComponent'] = ResolversParentTypes['ScoreComponent']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  neutral?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ScoreDetailsResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ScoreDetails'] = ResolversParentTypes['ScoreDetails']> = {
  fit?: Resolver<ResolversTypes['ScoreExplanation'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scorerVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  similarityVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  strengths?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  stretch?: Resolver<Maybe<ResolversTypes['ScoreExplanation']>, ParentType, ContextType>;
  stretchNotes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScoreExplanationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ScoreExplanation'] = ResolversParentTypes['ScoreExplanation']> = {
  components?: Resolver<Array<ResolversTypes['ScoreComponent']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['ScoreLabel'], ParentType, ContextType>;
  matchedSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missingSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScorerReleaseResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ScorerRelease'] = ResolversParentTypes['ScorerRelease']> = {
  version?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SearchBucketResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SearchBucket'] = ResolversParentTypes['SearchBucket']> = {
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remoteokTags?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  titles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchProfileResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SearchProfile'] = ResolversParentTypes['SearchProfile']> = {
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fitSearches?: Resolver<Array<ResolversTypes['SearchBucket']>, ParentType, ContextType>;
  generatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  stretchSearches?: Resolver<Array<ResolversTypes['SearchBucket']>, ParentType, ContextType>;
  wordingState?: Resolver<ResolversTypes['WordingState'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  methods?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SignInMethodResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SignInMethod'] = ResolversParentTypes['SignInMethod']> = {
  addedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SignInMethodKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proficiency?: Resolver<ResolversTypes['Proficiency'], ParentType, ContextType>;
  skillName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skillType?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  yearsUsed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourceAnswerResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceAnswer'] = ResolversParentTypes['SourceAnswer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SourceGateResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceGate'] = ResolversParentTypes['SourceGate']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SourceKeyResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceKey'] = ResolversParentTypes['SourceKey']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['JobSource']>, ParentType, ContextType>;
};

export type SourcePreferenceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourcePreference'] = ResolversParentTypes['SourcePreference']> = {
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['JobSource']>, ParentType, ContextType>;
};

export type SourceRunResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceRun'] = ResolversParentTypes['SourceRun']> = {
  askedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  found?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  newMatches?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  notInspected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rejected?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  repaired?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['JobSource']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceRunState'], ParentType, ContextType>;
};

export type SourceRunConnectionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceRunConnection'] = ResolversParentTypes['SourceRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SourceRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceRunEdgeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['SourceRunEdge'] = ResolversParentTypes['SourceRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SourceRun'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  ingestProgress?: SubscriptionResolver<Maybe<ResolversTypes['JobIngest']>, "ingestProgress", ParentType, ContextType, RequireFields<SubscriptionIngestProgressArgs, 'id'>>;
  personaJobsChanged?: SubscriptionResolver<Maybe<ResolversTypes['PersonaJob']>, "personaJobsChanged", ParentType, ContextType, RequireFields<SubscriptionPersonaJobsChangedArgs, 'personaId'>>;
  taskProgress?: SubscriptionResolver<Maybe<ResolversTypes['ComputeTask']>, "taskProgress", ParentType, ContextType, RequireFields<SubscriptionTaskProgressArgs, 'id'>>;
};

export type TimeInStatusResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeInStatus'] = ResolversParentTypes['TimeInStatus']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lowerQuartileDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  medianDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  ongoing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ApplicationStatus'], ParentType, ContextType>;
  upperQuartileDays?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TimeZoneRangeResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimeZoneRange'] = ResolversParentTypes['TimeZoneRange']> = {
  basis?: Resolver<ResolversTypes['TimeZoneBasis'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TimelineEventResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimelineEvent'] = ResolversParentTypes['TimelineEvent']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventDate?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['TimelineEventType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interviewStage?: Resolver<Maybe<ResolversTypes['InterviewStage']>, ParentType, ContextType>;
};

export type TotpEnrollmentResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TotpEnrollment'] = ResolversParentTypes['TotpEnrollment']> = {
  otpauthUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TotpFactorResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TotpFactor'] = ResolversParentTypes['TotpFactor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  backupCodesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mfaEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mustChangePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type VoiceProfileResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['VoiceProfile'] = ResolversParentTypes['VoiceProfile']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  personalityMarkers?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  samplePhrases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sentenceStyle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  thingsToAvoid?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  tone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vocabularyLevel?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writingSampleText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkHistoryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['WorkHistory'] = ResolversParentTypes['WorkHistory']> = {
  bullets?: Resolver<Array<ResolversTypes['Bullet']>, ParentType, ContextType>;
  companyIndustry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  jobTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  workModel?: Resolver<ResolversTypes['WorkModel'], ParentType, ContextType>;
};

export type Resolvers<ContextType = OperationContext> = {
  AccessToken?: AccessTokenResolvers<ContextType>;
  AchievementStory?: AchievementStoryResolvers<ContextType>;
  AdminAuditEvent?: AdminAuditEventResolvers<ContextType>;
  AdminAuditEventConnection?: AdminAuditEventConnectionResolvers<ContextType>;
  AdminAuditEventEdge?: AdminAuditEventEdgeResolvers<ContextType>;
  AdminUser?: AdminUserResolvers<ContextType>;
  AdminUserConnection?: AdminUserConnectionResolvers<ContextType>;
  AdminUserEdge?: AdminUserEdgeResolvers<ContextType>;
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplicationStats?: ApplicationStatsResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  AuthSession?: AuthSessionResolvers<ContextType>;
  AuthTokens?: AuthTokensResolvers<ContextType>;
  BackupCodeSet?: BackupCodeSetResolvers<ContextType>;
  BackupCodes?: BackupCodesResolvers<ContextType>;
  BulkFailure?: BulkFailureResolvers<ContextType>;
  BulkResult?: BulkResultResolvers<ContextType>;
  Bullet?: BulletResolvers<ContextType>;
  Certification?: CertificationResolvers<ContextType>;
  ComputeTask?: ComputeTaskResolvers<ContextType>;
  ComputeTaskConnection?: ComputeTaskConnectionResolvers<ContextType>;
  ComputeTaskEdge?: ComputeTaskEdgeResolvers<ContextType>;
  CreatedAccessToken?: CreatedAccessTokenResolvers<ContextType>;
  Credential?: CredentialResolvers<ContextType>;
  CustomNonNegotiable?: CustomNonNegotiableResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Education?: EducationResolvers<ContextType>;
  ExtractedSkill?: ExtractedSkillResolvers<ContextType>;
  GhostSignals?: GhostSignalsResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  JobIngest?: JobIngestResolvers<ContextType>;
  JobPosting?: JobPostingResolvers<ContextType>;
  JobPreview?: JobPreviewResolvers<ContextType>;
  JobReport?: JobReportResolvers<ContextType>;
  JobSource?: JobSourceResolvers<ContextType>;
  KnownDevice?: KnownDeviceResolvers<ContextType>;
  LoginResult?: LoginResultResolvers<ContextType>;
  Mail?: MailResolvers<ContextType>;
  ManualPosting?: ManualPostingResolvers<ContextType>;
  MfaChallenge?: MfaChallengeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OauthAttempt?: OauthAttemptResolvers<ContextType>;
  OauthProvider?: OauthProviderResolvers<ContextType>;
  OfferDetails?: OfferDetailsResolvers<ContextType>;
  OneTimeToken?: OneTimeTokenResolvers<ContextType>;
  OutboxMessage?: OutboxMessageResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  PasskeyChallenge?: PasskeyChallengeResolvers<ContextType>;
  Persona?: PersonaResolvers<ContextType>;
  PersonaCompleteness?: PersonaCompletenessResolvers<ContextType>;
  PersonaJob?: PersonaJobResolvers<ContextType>;
  PersonaJobConnection?: PersonaJobConnectionResolvers<ContextType>;
  PersonaJobEdge?: PersonaJobEdgeResolvers<ContextType>;
  PersonaSkillKey?: PersonaSkillKeyResolvers<ContextType>;
  PostingFinding?: PostingFindingResolvers<ContextType>;
  PostingReport?: PostingReportResolvers<ContextType>;
  PostingSighting?: PostingSightingResolvers<ContextType>;
  PostingSnapshot?: PostingSnapshotResolvers<ContextType>;
  PostingSource?: PostingSourceResolvers<ContextType>;
  PreviewSkill?: PreviewSkillResolvers<ContextType>;
  PriorAttempt?: PriorAttemptResolvers<ContextType>;
  ProviderIdentity?: ProviderIdentityResolvers<ContextType>;
  ProviderLink?: ProviderLinkResolvers<ContextType>;
  QuarantinedPosting?: QuarantinedPostingResolvers<ContextType>;
  QuarantinedPostingConnection?: QuarantinedPostingConnectionResolvers<ContextType>;
  QuarantinedPostingEdge?: QuarantinedPostingEdgeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateCounter?: RateCounterResolvers<ContextType>;
  ReachedStatus?: ReachedStatusResolvers<ContextType>;
  RefreshToken?: RefreshTokenResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  RejectionDetails?: RejectionDetailsResolvers<ContextType>;
  ScoreComponent?: ScoreComponentResolvers<ContextType>;
  ScoreDetails?: ScoreDetailsResolvers<ContextType>;
  ScoreExplanation?: ScoreExplanationResolvers<ContextType>;
  ScorerRelease?: ScorerReleaseResolvers<ContextType>;
  SearchBucket?: SearchBucketResolvers<ContextType>;
  SearchProfile?: SearchProfileResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SignInMethod?: SignInMethodResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SourceAnswer?: SourceAnswerResolvers<ContextType>;
  SourceGate?: SourceGateResolvers<ContextType>;
  SourceKey?: SourceKeyResolvers<ContextType>;
  SourcePreference?: SourcePreferenceResolvers<ContextType>;
  SourceRun?: SourceRunResolvers<ContextType>;
  SourceRunConnection?: SourceRunConnectionResolvers<ContextType>;
  SourceRunEdge?: SourceRunEdgeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimeInStatus?: TimeInStatusResolvers<ContextType>;
  TimeZoneRange?: TimeZoneRangeResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  TotpEnrollment?: TotpEnrollmentResolvers<ContextType>;
  TotpFactor?: TotpFactorResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  VoiceProfile?: VoiceProfileResolvers<ContextType>;
  WorkHistory?: WorkHistoryResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = OperationContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  beforePasswordChange?: BeforePasswordChangeDirectiveResolver<any, any, ContextType>;
  grants?: GrantsDirectiveResolver<any, any, ContextType>;
  implies?: ImpliesDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
  opaqueId?: OpaqueIdDirectiveResolver<any, any, ContextType>;
  owner?: OwnerDirectiveResolver<any, any, ContextType>;
  ownerless?: OwnerlessDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  rateLimit?: RateLimitDirectiveResolver<any, any, ContextType>;
  refers?: RefersDirectiveResolver<any, any, ContextType>;
  requiresScopes?: RequiresScopesDirectiveResolver<any, any, ContextType>;
  runsAs?: RunsAsDirectiveResolver<any, any, ContextType>;
  signsIn?: SignsInDirectiveResolver<any, any, ContextType>;
  stepUp?: StepUpDirectiveResolver<any, any, ContextType>;
};
