import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { User as UserRow } from '#identity/user.entity.ts';
import type { Session as SessionRow } from '#identity/session.entity.ts';
import type { Persona as PersonaRow } from '#personas/persona.entity.ts';
import type { Skill as SkillRow } from '#personas/skill.entity.ts';
import type { PersonaJob as PersonaJobRow } from '#job-pool/persona-job.entity.ts';
import type { JobPosting as JobPostingRow } from '#job-pool/job-posting.entity.ts';
import type { ExtractedSkill as ExtractedSkillRow } from '#job-pool/extracted-skill.entity.ts';
import type { Application as ApplicationRow } from '#applications/application.entity.ts';
import type { TimelineEvent as TimelineEventRow } from '#applications/timeline-event.entity.ts';
import type { Page as PageRow } from '#database/keyset.ts';
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

/** Employer size wished for. */
export type CompanySizePreference =
  | 'ENTERPRISE'
  | 'MID_SIZE'
  | 'NO_PREFERENCE'
  | 'STARTUP';

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

/** A way to prove who one is. */
export type Credential = {
  __typename?: 'Credential';
  /** Opaque id. */
  id: Scalars['ID']['output'];
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

/** Stage of the interviews. */
export type InterviewStage =
  | 'FINAL_ROUND'
  | 'ONSITE'
  | 'PHONE_SCREEN';

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
  /** Employer's site. */
  companyUrl?: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. */
  country?: Maybe<Scalars['String']['output']>;
  /** Text as safe HTML. */
  descriptionHtml: Scalars['String']['output'];
  /** Text without mark-up. */
  descriptionText: Scalars['String']['output'];
  /** Kind of contract. */
  employmentType?: Maybe<EmploymentType>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Whether it is still open. */
  isActive: Scalars['Boolean']['output'];
  /** Place as the employer words it. */
  location?: Maybe<Scalars['String']['output']>;
  /** When the employer published it. */
  postedDate?: Maybe<Scalars['Date']['output']>;
  /** How often it was posted before. */
  repostCount: Scalars['Int']['output'];
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
  /** Job title. */
  title: Scalars['String']['output'];
  /** Where the work is done. */
  workModel?: Maybe<WorkModel>;
  /** Most years asked for. */
  yearsMax?: Maybe<Scalars['Int']['output']>;
  /** Fewest years asked for. */
  yearsMin?: Maybe<Scalars['Int']['output']>;
};

/** A board or service that postings come from. */
export type JobSource = {
  __typename?: 'JobSource';
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

/** What `login` leads to. */
export type LoginResult = AuthSession;

/** Most travel accepted, share of working time. */
export type MaxTravel =
  | 'ANY'
  | 'NONE'
  | 'UNDER_25'
  | 'UNDER_50';

/** Writes. A document of mutations happens as a whole or not at all. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Add a skill at the end. */
  addSkill?: Maybe<Skill>;
  /** Move an application on. */
  changeApplicationStatus?: Maybe<Application>;
  /** Record that you applied; once for each match. */
  createApplication?: Maybe<Application>;
  /** Make a persona; matching starts at once. */
  createPersona?: Maybe<Persona>;
  /** Delete a persona with everything in it. */
  deletePersona: Scalars['Boolean']['output'];
  /** Sign in with e-mail and password. */
  login?: Maybe<LoginResult>;
  /** Sign this session out. Works with an expired access token when the refresh token is given; repeating it is harmless. */
  logout: Scalars['Boolean']['output'];
  /** Exchange a refresh token for new tokens. Each token works once; browsers send it as a cookie. */
  refreshSession?: Maybe<AuthTokens>;
  /** Open an account and sign in. */
  register?: Maybe<RegisterPayload>;
  /** Remove a skill. */
  removeSkill: Scalars['Boolean']['output'];
  /** Put a persona's skills into this order; the list names each of them once. */
  reorderSkills?: Maybe<Array<Skill>>;
  /** Sign one of the account's sessions out. */
  revokeSession: Scalars['Boolean']['output'];
  /** Mark a match as favourite or not. */
  setFavorite?: Maybe<PersonaJob>;
  /** Dismiss a match, or bring a dismissed one back. */
  setPersonaJobStatus?: Maybe<PersonaJob>;
  /** Change fields of a persona; what is left out stays. Its matches are scored anew. */
  updatePersona?: Maybe<Persona>;
  /** Change a skill; what is left out stays. */
  updateSkill?: Maybe<Skill>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationAddSkillArgs = {
  input: SkillInput;
  personaId: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationChangeApplicationStatusArgs = {
  id: Scalars['ID']['input'];
  input: ChangeApplicationStatusInput;
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
export type MutationDeletePersonaArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLoginArgs = {
  input: LoginInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationLogoutArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRefreshSessionArgs = {
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRegisterArgs = {
  input: RegisterInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationRemoveSkillArgs = {
  id: Scalars['ID']['input'];
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationReorderSkillsArgs = {
  ids: Array<Scalars['ID']['input']>;
  parentId: Scalars['ID']['input'];
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
export type MutationUpdatePersonaArgs = {
  id: Scalars['ID']['input'];
  input: UpdatePersonaInput;
};


/** Writes. A document of mutations happens as a whole or not at all. */
export type MutationUpdateSkillArgs = {
  id: Scalars['ID']['input'];
  input: UpdateSkillInput;
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

/** One job search: who you are for it and what you look for. */
export type Persona = {
  __typename?: 'Persona';
  /** Fit score from which drafts are written unasked, 0 to 100. */
  autoDraftThreshold: Scalars['Int']['output'];
  /** Cities within reach. */
  commutableCities: Array<Scalars['String']['output']>;
  /** Employer size. */
  companySizePreference: CompanySizePreference;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Present employer. */
  currentCompany?: Maybe<Scalars['String']['output']>;
  /** Present job title. */
  currentRole?: Maybe<Scalars['String']['output']>;
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
  /** Whether the persona's first set-up is finished. */
  onboardingComplete: Scalars['Boolean']['output'];
  /** The set-up step last left. */
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
  /** Skills in your order. */
  skills: Array<Skill>;
  /** How far matches may stretch beyond the present role. */
  stretchAppetite: StretchAppetite;
  /** Titles wished for. */
  targetRoles: Array<Scalars['String']['output']>;
  /** Skills wished for. */
  targetSkills: Array<Scalars['String']['output']>;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Whether a visa must be sponsored. */
  visaSponsorshipRequired: Scalars['Boolean']['output'];
  /** Years of professional experience. */
  yearsExperience?: Maybe<Scalars['Int']['output']>;
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
  /** How well the persona fits, 0 to 100; null while it fails the persona's wishes. */
  fitScore?: Maybe<Scalars['Int']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Marked by you. */
  isFavorite: Scalars['Boolean']['output'];
  /** Whose match it is. */
  persona: Persona;
  /** The posting. */
  posting: JobPosting;
  /** How the score came about. */
  scoreDetails?: Maybe<ScoreDetails>;
  /** Whether persona or posting changed since; it is being scored anew. */
  scoreStale: Scalars['Boolean']['output'];
  /** When it was scored. */
  scoredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: PersonaJobStatus;
  /** Grows with every change. */
  version: Scalars['Int']['output'];
  /** What could not be checked, in words. */
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
  | 'FIT_DESC'
  | 'POSTED_DESC'
  | 'SALARY_DESC';

/** Standing of a match. */
export type PersonaJobStatus =
  | 'APPLIED'
  | 'DISCOVERED'
  | 'DISMISSED';

/** How often sources are asked. */
export type PollingFrequency =
  | 'DAILY'
  | 'MANUAL_ONLY'
  | 'TWICE_DAILY'
  | 'WEEKLY';

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

/** How well a skill is known. */
export type Proficiency =
  | 'EXPERT'
  | 'FAMILIAR'
  | 'LEARNING'
  | 'PROFICIENT';

/** Reads. */
export type Query = {
  __typename?: 'Query';
  /** One application. */
  application?: Maybe<Application>;
  /** A persona's applications. */
  applications?: Maybe<ApplicationConnection>;
  /** The signed-in account. */
  me?: Maybe<User>;
  /** Where the account is signed in, latest first. */
  mySessions: Array<Session>;
  /** One of your personas. */
  persona?: Maybe<Persona>;
  /** One match. */
  personaJob?: Maybe<PersonaJob>;
  /** A persona's matches, ranked and paged; those that fail its wishes only with `includeFiltered`. */
  personaJobs?: Maybe<PersonaJobConnection>;
  /** Your personas, oldest first. */
  personas: Array<Persona>;
};


/** Reads. */
export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
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

/** One generation of a session's refresh token. */
export type RefreshToken = {
  __typename?: 'RefreshToken';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A new account. */
export type RegisterInput = {
  /** E-mail address. */
  email: Scalars['String']['input'];
  /** Display name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Password, 8 to 128 characters with a letter, a digit and one other character. */
  password: Scalars['String']['input'];
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

/** One part of a score. */
export type ScoreComponent = {
  __typename?: 'ScoreComponent';
  /** `hard_skills`, `soft_skills`, `experience_level`, `role_title` or `location_logistics`. */
  name: Scalars['String']['output'];
  /** Whether the posting or the persona said nothing to judge it by. */
  neutral: Scalars['Boolean']['output'];
  /** 0 to 100. */
  value: Scalars['Float']['output'];
  /** Share in the total, 0 to 1. */
  weight: Scalars['Float']['output'];
};

/** How a score came about. */
export type ScoreDetails = {
  __typename?: 'ScoreDetails';
  /** Fit: how well the persona fits the posting. */
  fit: ScoreExplanation;
  /** Rules that made it. */
  scorerVersion: Scalars['String']['output'];
  /** The score in a sentence. */
  summary: Scalars['String']['output'];
};

/** The parts of a score. */
export type ScoreExplanation = {
  __typename?: 'ScoreExplanation';
  /** Weighted parts. */
  components: Array<ScoreComponent>;
  /** Skills asked for that the persona has. */
  matchedSkills: Array<Scalars['String']['output']>;
  /** Skills asked for that the persona lacks. */
  missingSkills: Array<Scalars['String']['output']>;
  /** 0 to 100. */
  total: Scalars['Int']['output'];
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
  /** Years of use. */
  yearsUsed: Scalars['Int']['output'];
};

/** A new skill. */
export type SkillInput = {
  category?: Scalars['String']['input'];
  lastUsed?: Scalars['String']['input'];
  proficiency?: Proficiency;
  skillName: Scalars['String']['input'];
  skillType?: SkillType;
  yearsUsed?: Scalars['Int']['input'];
};

/** Kind of skill. */
export type SkillType =
  | 'HARD'
  | 'SOFT';

/** How far matches may stretch. */
export type StretchAppetite =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * A match of the persona that was added or changed, by you on any device or by matching, as it is by then. Changes that
   * follow each other quickly may be told once. Null says that many changed at once, or that changes may have been missed:
   * read the list again. Nothing says when it is open: a list read before may lack what changed until then, so read it
   * after you have subscribed. Ends with NOT_FOUND when the persona is deleted.
   */
  personaJobsChanged?: Maybe<PersonaJob>;
};


/** Tells of changes while they happen. Carried by WebSocket alone (graphql-transport-ws), at the same address. */
export type SubscriptionPersonaJobsChangedArgs = {
  personaId: Scalars['ID']['input'];
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

/** Changes to a skill; a field left out stays as it is. */
export type UpdateSkillInput = {
  category?: InputMaybe<Scalars['String']['input']>;
  lastUsed?: InputMaybe<Scalars['String']['input']>;
  proficiency?: InputMaybe<Proficiency>;
  skillName?: InputMaybe<Scalars['String']['input']>;
  skillType?: InputMaybe<SkillType>;
  yearsUsed?: InputMaybe<Scalars['Int']['input']>;
};

/** An account. */
export type User = {
  __typename?: 'User';
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
  /** Display name. */
  name?: Maybe<Scalars['String']['output']>;
  /** Standing. */
  roles: Array<Role>;
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
  LoginResult: ( Omit<AuthSession, 'user'> & { user?: Maybe<_RefType['User']> } );
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Application: ResolverTypeWrapper<ApplicationRow>;
  ApplicationConnection: ResolverTypeWrapper<PageRow<ApplicationRow>>;
  ApplicationEdge: ResolverTypeWrapper<Omit<ApplicationEdge, 'node'> & { node: ResolversTypes['Application'] }>;
  ApplicationFilter: ApplicationFilter;
  ApplicationSort: ApplicationSort;
  ApplicationStatus: ApplicationStatus;
  Attribution: ResolverTypeWrapper<Attribution>;
  AuthSession: ResolverTypeWrapper<Omit<AuthSession, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  AuthTokens: ResolverTypeWrapper<AuthTokens>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeApplicationStatusInput: ChangeApplicationStatusInput;
  CompanySizePreference: CompanySizePreference;
  CreateApplicationInput: CreateApplicationInput;
  CreatePersonaInput: CreatePersonaInput;
  Credential: ResolverTypeWrapper<Credential>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmploymentType: EmploymentType;
  EquityType: EquityType;
  ExtractedSkill: ResolverTypeWrapper<ExtractedSkillRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InterviewStage: InterviewStage;
  JobPosting: ResolverTypeWrapper<JobPostingRow>;
  JobSource: ResolverTypeWrapper<JobSource>;
  Login: Login;
  LoginInput: LoginInput;
  LoginResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['LoginResult']>;
  MaxTravel: MaxTravel;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfferDetails: ResolverTypeWrapper<OfferDetails>;
  OfferDetailsInput: OfferDetailsInput;
  Op: Op;
  OutboxMessage: ResolverTypeWrapper<OutboxMessage>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Persona: ResolverTypeWrapper<PersonaRow>;
  PersonaJob: ResolverTypeWrapper<PersonaJobRow>;
  PersonaJobConnection: ResolverTypeWrapper<PageRow<PersonaJobRow>>;
  PersonaJobEdge: ResolverTypeWrapper<Omit<PersonaJobEdge, 'node'> & { node: ResolversTypes['PersonaJob'] }>;
  PersonaJobFilter: PersonaJobFilter;
  PersonaJobSort: PersonaJobSort;
  PersonaJobStatus: PersonaJobStatus;
  PollingFrequency: PollingFrequency;
  PostingSnapshot: ResolverTypeWrapper<PostingSnapshot>;
  Proficiency: Proficiency;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RefreshToken: ResolverTypeWrapper<RefreshToken>;
  RegisterInput: RegisterInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversTypes['User']> }>;
  RejectionDetails: ResolverTypeWrapper<RejectionDetails>;
  RejectionDetailsInput: RejectionDetailsInput;
  RejectionStage: RejectionStage;
  RemotePreference: RemotePreference;
  Role: Role;
  ScoreComponent: ResolverTypeWrapper<ScoreComponent>;
  ScoreDetails: ResolverTypeWrapper<ScoreDetails>;
  ScoreExplanation: ResolverTypeWrapper<ScoreExplanation>;
  SeniorityLevel: SeniorityLevel;
  Session: ResolverTypeWrapper<SessionRow>;
  Skill: ResolverTypeWrapper<SkillRow>;
  SkillInput: SkillInput;
  SkillType: SkillType;
  StretchAppetite: StretchAppetite;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimelineEvent: ResolverTypeWrapper<TimelineEventRow>;
  TimelineEventType: TimelineEventType;
  UpdatePersonaInput: UpdatePersonaInput;
  UpdateSkillInput: UpdateSkillInput;
  User: ResolverTypeWrapper<UserRow>;
  WorkModel: WorkModel;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Application: ApplicationRow;
  ApplicationConnection: PageRow<ApplicationRow>;
  ApplicationEdge: Omit<ApplicationEdge, 'node'> & { node: ResolversParentTypes['Application'] };
  ApplicationFilter: ApplicationFilter;
  Attribution: Attribution;
  AuthSession: Omit<AuthSession, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  AuthTokens: AuthTokens;
  Boolean: Scalars['Boolean']['output'];
  ChangeApplicationStatusInput: ChangeApplicationStatusInput;
  CreateApplicationInput: CreateApplicationInput;
  CreatePersonaInput: CreatePersonaInput;
  Credential: Credential;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  ExtractedSkill: ExtractedSkillRow;
  Float: Scalars['Float']['output'];
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JobPosting: JobPostingRow;
  JobSource: JobSource;
  LoginInput: LoginInput;
  LoginResult: ResolversUnionTypes<ResolversParentTypes>['LoginResult'];
  Mutation: Record<PropertyKey, never>;
  OfferDetails: OfferDetails;
  OfferDetailsInput: OfferDetailsInput;
  OutboxMessage: OutboxMessage;
  PageInfo: PageInfo;
  Persona: PersonaRow;
  PersonaJob: PersonaJobRow;
  PersonaJobConnection: PageRow<PersonaJobRow>;
  PersonaJobEdge: Omit<PersonaJobEdge, 'node'> & { node: ResolversParentTypes['PersonaJob'] };
  PersonaJobFilter: PersonaJobFilter;
  PostingSnapshot: PostingSnapshot;
  Query: Record<PropertyKey, never>;
  RefreshToken: RefreshToken;
  RegisterInput: RegisterInput;
  RegisterPayload: Omit<RegisterPayload, 'user'> & { user?: Maybe<ResolversParentTypes['User']> };
  RejectionDetails: RejectionDetails;
  RejectionDetailsInput: RejectionDetailsInput;
  ScoreComponent: ScoreComponent;
  ScoreDetails: ScoreDetails;
  ScoreExplanation: ScoreExplanation;
  Session: SessionRow;
  Skill: SkillRow;
  SkillInput: SkillInput;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TimelineEvent: TimelineEventRow;
  UpdatePersonaInput: UpdatePersonaInput;
  UpdateSkillInput: UpdateSkillInput;
  User: UserRow;
};

export type AuthDirectiveArgs = {
  requires?: Role;
};

export type AuthDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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

export type RefersDirectiveArgs = {
  access?: Op;
  to: Scalars['String']['input'];
};

export type RefersDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RefersDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RunsAsDirectiveArgs = {
  login: Login;
};

export type RunsAsDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = RunsAsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SignsInDirectiveArgs = { };

export type SignsInDirectiveResolver<Result, Parent, ContextType = OperationContext, Args = SignsInDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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

export type AttributionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type CredentialResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Credential'] = ResolversParentTypes['Credential']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExtractedSkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ExtractedSkill'] = ResolversParentTypes['ExtractedSkill']> = {
  kind?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobPostingResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobPosting'] = ResolversParentTypes['JobPosting']> = {
  applicationDeadline?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  applyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  attribution?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  companyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  companyUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  descriptionHtml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  descriptionText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employmentType?: Resolver<Maybe<ResolversTypes['EmploymentType']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postedDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  repostCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  salaryCurrency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  seniorityLevel?: Resolver<Maybe<ResolversTypes['SeniorityLevel']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['ExtractedSkill']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workModel?: Resolver<Maybe<ResolversTypes['WorkModel']>, ParentType, ContextType>;
  yearsMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearsMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type JobSourceResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['JobSource'] = ResolversParentTypes['JobSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LoginResultResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['LoginResult'] = ResolversParentTypes['LoginResult']> = {
  __resolveType: TypeResolveFn<'AuthSession', ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addSkill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<MutationAddSkillArgs, 'input' | 'personaId'>>;
  changeApplicationStatus?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationChangeApplicationStatusArgs, 'id' | 'input'>>;
  createApplication?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<MutationCreateApplicationArgs, 'input'>>;
  createPersona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<MutationCreatePersonaArgs, 'input'>>;
  deletePersona?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeletePersonaArgs, 'id'>>;
  login?: Resolver<Maybe<ResolversTypes['LoginResult']>, ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  logout?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<MutationLogoutArgs>>;
  refreshSession?: Resolver<Maybe<ResolversTypes['AuthTokens']>, ParentType, ContextType, Partial<MutationRefreshSessionArgs>>;
  register?: Resolver<Maybe<ResolversTypes['RegisterPayload']>, ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  removeSkill?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRemoveSkillArgs, 'id'>>;
  reorderSkills?: Resolver<Maybe<Array<ResolversTypes['Skill']>>, ParentType, ContextType, RequireFields<MutationReorderSkillsArgs, 'ids' | 'parentId'>>;
  revokeSession?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'id'>>;
  setFavorite?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationSetFavoriteArgs, 'favorite' | 'id'>>;
  setPersonaJobStatus?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<MutationSetPersonaJobStatusArgs, 'id' | 'status'>>;
  updatePersona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<MutationUpdatePersonaArgs, 'id' | 'input'>>;
  updateSkill?: Resolver<Maybe<ResolversTypes['Skill']>, ParentType, ContextType, RequireFields<MutationUpdateSkillArgs, 'id' | 'input'>>;
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

export type OutboxMessageResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['OutboxMessage'] = ResolversParentTypes['OutboxMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonaResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Persona'] = ResolversParentTypes['Persona']> = {
  autoDraftThreshold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  commutableCities?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  companySizePreference?: Resolver<ResolversTypes['CompanySizePreference'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentCompany?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currentRole?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  skills?: Resolver<Array<ResolversTypes['Skill']>, ParentType, ContextType>;
  stretchAppetite?: Resolver<ResolversTypes['StretchAppetite'], ParentType, ContextType>;
  targetRoles?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  targetSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  visaSponsorshipRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  yearsExperience?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
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
  scoreDetails?: Resolver<Maybe<ResolversTypes['ScoreDetails']>, ParentType, ContextType>;
  scoreStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  scoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PersonaJobStatus'], ParentType, ContextType>;
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

export type QueryResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'personaId' | 'sort'>>;
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  mySessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  persona?: Resolver<Maybe<ResolversTypes['Persona']>, ParentType, ContextType, RequireFields<QueryPersonaArgs, 'id'>>;
  personaJob?: Resolver<Maybe<ResolversTypes['PersonaJob']>, ParentType, ContextType, RequireFields<QueryPersonaJobArgs, 'id'>>;
  personaJobs?: Resolver<Maybe<ResolversTypes['PersonaJobConnection']>, ParentType, ContextType, RequireFields<QueryPersonaJobsArgs, 'personaId' | 'sort'>>;
  personas?: Resolver<Array<ResolversTypes['Persona']>, ParentType, ContextType>;
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
  scorerVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScoreExplanationResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['ScoreExplanation'] = ResolversParentTypes['ScoreExplanation']> = {
  components?: Resolver<Array<ResolversTypes['ScoreComponent']>, ParentType, ContextType>;
  matchedSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  missingSkills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type SkillResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  category?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayOrder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proficiency?: Resolver<ResolversTypes['Proficiency'], ParentType, ContextType>;
  skillName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skillType?: Resolver<ResolversTypes['SkillType'], ParentType, ContextType>;
  yearsUsed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  personaJobsChanged?: SubscriptionResolver<Maybe<ResolversTypes['PersonaJob']>, "personaJobsChanged", ParentType, ContextType, RequireFields<SubscriptionPersonaJobsChangedArgs, 'personaId'>>;
};

export type TimelineEventResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['TimelineEvent'] = ResolversParentTypes['TimelineEvent']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventDate?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['TimelineEventType'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interviewStage?: Resolver<Maybe<ResolversTypes['InterviewStage']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = OperationContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = OperationContext> = {
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  AuthSession?: AuthSessionResolvers<ContextType>;
  AuthTokens?: AuthTokensResolvers<ContextType>;
  Credential?: CredentialResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ExtractedSkill?: ExtractedSkillResolvers<ContextType>;
  JobPosting?: JobPostingResolvers<ContextType>;
  JobSource?: JobSourceResolvers<ContextType>;
  LoginResult?: LoginResultResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OfferDetails?: OfferDetailsResolvers<ContextType>;
  OutboxMessage?: OutboxMessageResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Persona?: PersonaResolvers<ContextType>;
  PersonaJob?: PersonaJobResolvers<ContextType>;
  PersonaJobConnection?: PersonaJobConnectionResolvers<ContextType>;
  PersonaJobEdge?: PersonaJobEdgeResolvers<ContextType>;
  PostingSnapshot?: PostingSnapshotResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RefreshToken?: RefreshTokenResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  RejectionDetails?: RejectionDetailsResolvers<ContextType>;
  ScoreComponent?: ScoreComponentResolvers<ContextType>;
  ScoreDetails?: ScoreDetailsResolvers<ContextType>;
  ScoreExplanation?: ScoreExplanationResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TimelineEvent?: TimelineEventResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = OperationContext> = {
  auth?: AuthDirectiveResolver<any, any, ContextType>;
  grants?: GrantsDirectiveResolver<any, any, ContextType>;
  implies?: ImpliesDirectiveResolver<any, any, ContextType>;
  internal?: InternalDirectiveResolver<any, any, ContextType>;
  opaqueId?: OpaqueIdDirectiveResolver<any, any, ContextType>;
  owner?: OwnerDirectiveResolver<any, any, ContextType>;
  ownerless?: OwnerlessDirectiveResolver<any, any, ContextType>;
  public?: PublicDirectiveResolver<any, any, ContextType>;
  refers?: RefersDirectiveResolver<any, any, ContextType>;
  runsAs?: RunsAsDirectiveResolver<any, any, ContextType>;
  signsIn?: SignsInDirectiveResolver<any, any, ContextType>;
};
