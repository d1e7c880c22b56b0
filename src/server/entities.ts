import { Application } from '#applications/application.entity.ts';
import { TimelineEvent } from '#applications/timeline-event.entity.ts';
import { JobIngest } from '#capture/job-ingest.entity.ts';
import { ComputeTask } from '#compute/compute-task.entity.ts';
import { RateCounter } from '#database/rate-counter.entity.ts';
import { AccessToken } from '#identity/access-token.entity.ts';
import { AuditEvent } from '#identity/audit-event.entity.ts';
import { BackupCodeSet } from '#identity/backup-code-set.entity.ts';
import { Credential } from '#identity/credential.entity.ts';
import { KnownDevice } from '#identity/known-device.entity.ts';
import { OauthAttempt } from '#identity/oauth-attempt.entity.ts';
import { OneTimeToken } from '#identity/one-time-token.entity.ts';
import { PasskeyChallenge } from '#identity/passkey-challenge.entity.ts';
import { Passkey } from '#identity/passkey.entity.ts';
import { ProviderIdentity } from '#identity/provider-identity.entity.ts';
import { RefreshToken } from '#identity/refresh-token.entity.ts';
import { Session } from '#identity/session.entity.ts';
import { TotpFactor } from '#identity/totp-factor.entity.ts';
import { User } from '#identity/user.entity.ts';
import { ExtractedSkill } from '#job-pool/extracted-skill.entity.ts';
import { JobPosting } from '#job-pool/job-posting.entity.ts';
import { PostingSource } from '#job-pool/posting-source.entity.ts';
import { JobReport } from '#job-pool/job-report.entity.ts';
import { ManualPosting } from '#job-pool/manual-posting.entity.ts';
import { PersonaJob } from '#job-pool/persona-job.entity.ts';
import { PostingSighting } from '#job-pool/posting-sighting.entity.ts';
import { Mail } from '#notifications/mail.entity.ts';
import { OutboxMessage } from '#notifications/outbox-message.entity.ts';
import { AchievementStory } from '#personas/achievement-story.entity.ts';
import { Bullet } from '#personas/bullet.entity.ts';
import { Certification } from '#personas/certification.entity.ts';
import { CustomNonNegotiable } from '#personas/custom-non-negotiable.entity.ts';
import { Education } from '#personas/education.entity.ts';
import { Persona } from '#personas/persona.entity.ts';
import { SourcePreference } from '#personas/source-preference.entity.ts';
import { SearchProfile } from '#personas/search-profile.entity.ts';
import { Skill } from '#personas/skill.entity.ts';
import { VoiceProfile } from '#personas/voice-profile.entity.ts';
import { WorkHistory } from '#personas/work-history.entity.ts';
import { SourceAnswer } from '#sources/source-answer.entity.ts';
import { SourceGate } from '#sources/source-gate.entity.ts';
import { SourceRun } from '#sources/source-run.entity.ts';
import { SourceKey } from '#sources/source-key.entity.ts';
import { PersonaSkillKey } from '#scoring/persona-skill-key.entity.ts';
import { ScorerRelease } from '#scoring/scorer-release.entity.ts';

/** Every table of the product. */
export const entities = [
  User,
  Credential,
  Session,
  RefreshToken,
  OneTimeToken,
  KnownDevice,
  TotpFactor,
  BackupCodeSet,
  ProviderIdentity,
  OauthAttempt,
  Passkey,
  PasskeyChallenge,
  AccessToken,
  AuditEvent,
  RateCounter,
  Mail,
  OutboxMessage,
  Persona,
  Skill,
  SearchProfile,
  SourcePreference,
  WorkHistory,
  Bullet,
  Education,
  Certification,
  AchievementStory,
  VoiceProfile,
  CustomNonNegotiable,
  SourceKey,
  SourceRun,
  SourceGate,
  SourceAnswer,
  PostingSource,
  JobPosting,
  ExtractedSkill,
  PersonaSkillKey,
  ScorerRelease,
  PersonaJob,
  PostingSighting,
  ManualPosting,
  JobReport,
  ComputeTask,
  JobIngest,
  Application,
  TimelineEvent,
];
