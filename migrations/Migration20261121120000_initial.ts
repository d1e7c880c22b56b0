import { Migration } from '@mikro-orm/migrations';

export class Migration20261121120000_initial extends Migration {
  override name = 'Migration20261121120000_initial';

  override up(): void {
    this.addSql(
      `create table "job_sources" ("id" uuid not null, "source_name" varchar(100) not null, "source_type" text not null, "description" text not null, "is_active" boolean not null, "display_order" int not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "job_sources" add constraint "job_sources_source_name_key" unique ("source_name");`);
    this.addSql(
      `alter table "job_sources" add constraint "job_sources_source_type_check" check ("source_type" in ('API', 'EXTENSION', 'MANUAL'));`,
    );

    this.addSql(
      `create table "job_postings" ("id" uuid not null, "source_id" uuid not null, "external_id" varchar(255) null, "title" varchar(255) not null, "company_name" varchar(255) not null, "company_url" varchar(500) null, "source_url" varchar(1000) null, "apply_url" varchar(1000) null, "location" varchar(255) null, "country" varchar(2) null, "work_model" text null, "seniority_level" text null, "employment_type" text null, "salary_min" int null, "salary_max" int null, "salary_currency" varchar(3) null, "description_html" text not null, "description_text" text not null, "description_hash" varchar(64) not null, "derived_hash" varchar(64) not null, "years_min" int null, "years_max" int null, "posted_date" date null, "application_deadline" date null, "first_seen_at" timestamptz not null, "last_verified_at" timestamptz not null, "expired_at" timestamptz null, "is_active" boolean not null, "is_incomplete" boolean not null, "company_key" varchar(255) not null, "title_key" varchar(500) not null, "place_key" varchar(255) not null, "repost_count" int not null, "previous_posting_ids" jsonb not null, "merge_evidence" jsonb null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "job_postings_duplicates_idx" on "job_postings" ("company_key", "title_key", "place_key");`,
    );
    this.addSql(`create index "job_postings_description_hash_idx" on "job_postings" ("description_hash");`);
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_source_id_external_id_key" unique ("source_id", "external_id");`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_years_check" check (years_min >= 0 and years_max <= 100 and years_min <= years_max);`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_salary_check" check (salary_min >= 0 and salary_min <= salary_max);`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_work_model_check" check ("work_model" in ('REMOTE', 'HYBRID', 'ONSITE'));`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_seniority_level_check" check ("seniority_level" in ('ENTRY', 'MID', 'SENIOR', 'LEAD', 'EXECUTIVE'));`,
    );
    this.addSql(
      `alter table "job_postings" add constraint "job_postings_employment_type_check" check ("employment_type" in ('FULL_TIME', 'PART_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP'));`,
    );

    this.addSql(
      `create table "extracted_skills" ("id" uuid not null, "job_posting_id" uuid not null, "name" varchar(100) not null, "kind" text not null, "required" boolean not null, "years" int null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "extracted_skills" add constraint "extracted_skills_job_posting_id_name_key" unique ("job_posting_id", "name");`,
    );
    this.addSql(
      `alter table "extracted_skills" add constraint "extracted_skills_kind_check" check ("kind" in ('HARD', 'SOFT'));`,
    );

    this.addSql(
      `create table "outbox_messages" ("id" uuid not null, "owner_id" uuid null, "kind" text not null, "subject_id" uuid not null, "created_at" timestamptz not null, "attempts" int not null, "available_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "outbox_messages_available_at_idx" on "outbox_messages" ("available_at", "id");`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in ('PERSONA_CHANGED', 'POSTING_CHANGED'));`,
    );

    this.addSql(
      `create table "users" ("id" uuid not null, "email" varchar(255) not null, "email_verified_at" timestamptz null, "name" varchar(255) null, "image_url" varchar(2000) null, "roles" text[] not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "users" add constraint "users_email_key" unique ("email");`);
    this.addSql(
      `alter table "users" add constraint "users_roles_check" check ("roles" <@ array['USER'::text, 'SUPPORT'::text, 'ADMIN'::text]);`,
    );

    this.addSql(
      `create table "sessions" ("id" uuid not null, "owner_id" uuid not null, "created_at" timestamptz not null, "authenticated_at" timestamptz not null, "last_seen_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "ip" varchar(64) null, "user_agent" varchar(500) null, "methods" text[] not null, "roles" text[] not null, primary key ("id"));`,
    );
    this.addSql(`alter table "sessions" add constraint "sessions_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "sessions" add constraint "sessions_roles_check" check ("roles" <@ array['USER'::text, 'SUPPORT'::text, 'ADMIN'::text]);`,
    );

    this.addSql(
      `create table "refresh_tokens" ("id" uuid not null, "owner_id" uuid not null, "session_id" uuid not null, "token_hash" varchar(64) not null, "parent_id" uuid null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "refresh_tokens" add constraint "refresh_tokens_token_hash_key" unique ("token_hash");`);
    this.addSql(
      `create index "refresh_tokens_owner_id_session_id_idx" on "refresh_tokens" ("owner_id", "session_id");`,
    );
    this.addSql(
      `alter table "refresh_tokens" add constraint "refresh_tokens_owner_id_id_key" unique ("owner_id", "id");`,
    );

    this.addSql(
      `create table "personas" ("id" uuid not null, "owner_id" uuid not null, "full_name" varchar(255) not null, "email" varchar(255) not null, "phone" varchar(50) not null, "home_city" varchar(100) not null, "home_state" varchar(100) not null, "home_country" varchar(100) not null, "linkedin_url" varchar(500) null, "portfolio_url" varchar(500) null, "professional_summary" text null, "years_experience" int null, "current_role" varchar(255) null, "current_company" varchar(255) null, "target_roles" jsonb not null, "target_skills" jsonb not null, "stretch_appetite" text not null, "minimum_base_salary" int null, "salary_currency" varchar(3) not null, "commutable_cities" jsonb not null, "max_commute_minutes" int null, "remote_preference" text not null, "relocation_open" boolean not null, "relocation_cities" jsonb not null, "visa_sponsorship_required" boolean not null, "industry_exclusions" jsonb not null, "company_size_preference" text not null, "max_travel_percent" text not null, "minimum_fit_threshold" int not null, "auto_draft_threshold" int not null, "polling_frequency" text not null, "onboarding_complete" boolean not null, "onboarding_step" varchar(50) null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "personas" add constraint "personas_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "personas" add constraint "personas_minimum_fit_threshold_check" check (minimum_fit_threshold >= 0 and minimum_fit_threshold <= 100);`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_auto_draft_threshold_check" check (auto_draft_threshold >= 0 and auto_draft_threshold <= 100);`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_stretch_appetite_check" check ("stretch_appetite" in ('LOW', 'MEDIUM', 'HIGH'));`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_remote_preference_check" check ("remote_preference" in ('REMOTE_ONLY', 'HYBRID_OK', 'ONSITE_OK', 'NO_PREFERENCE'));`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_company_size_preference_check" check ("company_size_preference" in ('STARTUP', 'MID_SIZE', 'ENTERPRISE', 'NO_PREFERENCE'));`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_max_travel_percent_check" check ("max_travel_percent" in ('NONE', 'UNDER_25', 'UNDER_50', 'ANY'));`,
    );
    this.addSql(
      `alter table "personas" add constraint "personas_polling_frequency_check" check ("polling_frequency" in ('DAILY', 'TWICE_DAILY', 'WEEKLY', 'MANUAL_ONLY'));`,
    );

    this.addSql(
      `create table "skills" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "skill_name" varchar(100) not null, "skill_type" text not null, "category" varchar(100) not null, "proficiency" text not null, "years_used" int not null, "last_used" varchar(20) not null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "skills_owner_id_persona_id_idx" on "skills" ("owner_id", "persona_id");`);
    this.addSql(
      `alter table "skills" add constraint "skills_owner_id_persona_id_skill_name_key" unique ("owner_id", "persona_id", "skill_name");`,
    );
    this.addSql(`alter table "skills" add constraint "skills_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "skills" add constraint "skills_skill_type_check" check ("skill_type" in ('HARD', 'SOFT'));`,
    );
    this.addSql(
      `alter table "skills" add constraint "skills_proficiency_check" check ("proficiency" in ('LEARNING', 'FAMILIAR', 'PROFICIENT', 'EXPERT'));`,
    );

    this.addSql(
      `create table "persona_jobs" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "job_posting_id" uuid not null, "status" text not null, "is_favorite" boolean not null, "dismissed_at" timestamptz null, "fit_score" int null, "score_details" jsonb null, "failed_non_negotiables" jsonb not null, "warnings" jsonb not null, "is_filtered" boolean not null, "inputs_hash" varchar(64) null, "discovered_at" timestamptz not null, "scored_at" timestamptz null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", "fit_score", "id");`,
    );
    this.addSql(`create index "persona_jobs_posting_idx" on "persona_jobs" ("job_posting_id");`);
    this.addSql(`create index "persona_jobs_owner_id_persona_id_idx" on "persona_jobs" ("owner_id", "persona_id");`);
    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_owner_id_persona_id_job_posting_id_key" unique ("owner_id", "persona_id", "job_posting_id");`,
    );
    this.addSql(`alter table "persona_jobs" add constraint "persona_jobs_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_fit_score_check" check (fit_score >= 0 and fit_score <= 100);`,
    );
    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_status_check" check ("status" in ('DISCOVERED', 'DISMISSED', 'APPLIED'));`,
    );

    this.addSql(
      `create table "applications" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "persona_job_id" uuid null, "job_posting_id" uuid not null, "snapshot" jsonb not null, "status" text not null, "current_interview_stage" text null, "offer_details" jsonb null, "rejection_details" jsonb null, "notes" text null, "is_pinned" boolean not null, "archived_at" timestamptz null, "applied_at" timestamptz not null, "status_updated_at" timestamptz not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "applications_owner_id_persona_id_idx" on "applications" ("owner_id", "persona_id");`);
    this.addSql(
      `create index "applications_owner_id_persona_job_id_idx" on "applications" ("owner_id", "persona_job_id");`,
    );
    this.addSql(
      `alter table "applications" add constraint "applications_owner_id_persona_id_persona_job_id_key" unique ("owner_id", "persona_id", "persona_job_id");`,
    );
    this.addSql(`alter table "applications" add constraint "applications_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "applications" add constraint "applications_status_check" check ("status" in ('APPLIED', 'INTERVIEWING', 'OFFER', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'));`,
    );
    this.addSql(
      `alter table "applications" add constraint "applications_current_interview_stage_check" check ("current_interview_stage" in ('PHONE_SCREEN', 'ONSITE', 'FINAL_ROUND'));`,
    );

    this.addSql(
      `create table "timeline_events" ("id" uuid not null, "owner_id" uuid not null, "application_id" uuid not null, "event_type" text not null, "event_date" timestamptz not null, "description" text null, "interview_stage" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "timeline_events_owner_id_application_id_idx" on "timeline_events" ("owner_id", "application_id");`,
    );
    this.addSql(
      `alter table "timeline_events" add constraint "timeline_events_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "timeline_events" add constraint "timeline_events_event_type_check" check ("event_type" in ('APPLIED', 'STATUS_CHANGED', 'OFFER_RECEIVED', 'OFFER_ACCEPTED', 'REJECTED', 'WITHDRAWN'));`,
    );
    this.addSql(
      `alter table "timeline_events" add constraint "timeline_events_interview_stage_check" check ("interview_stage" in ('PHONE_SCREEN', 'ONSITE', 'FINAL_ROUND'));`,
    );

    this.addSql(
      `create table "credentials" ("id" uuid not null, "owner_id" uuid not null, "kind" text not null, "secret_hash" text not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "credentials" add constraint "credentials_owner_id_kind_key" unique ("owner_id", "kind");`,
    );
    this.addSql(`alter table "credentials" add constraint "credentials_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(`alter table "credentials" add constraint "credentials_kind_check" check ("kind" in ('PASSWORD'));`);

    this.addSql(
      `alter table "job_postings" add constraint "job_postings_source_id_foreign" foreign key ("source_id") references "job_sources" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "extracted_skills" add constraint "extracted_skills_job_posting_id_foreign" foreign key ("job_posting_id") references "job_postings" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "sessions" add constraint "sessions_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "refresh_tokens" add constraint "refresh_tokens_owner_id_session_id_foreign" foreign key ("owner_id", "session_id") references "sessions" ("owner_id", "id") on delete cascade;`,
    );

    this.addSql(
      `alter table "personas" add constraint "personas_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "skills" add constraint "skills_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );

    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_job_posting_id_foreign" foreign key ("job_posting_id") references "job_postings" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "applications" add constraint "applications_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(
      `alter table "applications" add constraint "applications_owner_id_persona_job_id_foreign" foreign key ("owner_id", "persona_job_id") references "persona_jobs" ("owner_id", "id") on delete set null ("persona_job_id");`,
    );
    this.addSql(
      `alter table "applications" add constraint "applications_job_posting_id_foreign" foreign key ("job_posting_id") references "job_postings" ("id") on delete restrict;`,
    );

    this.addSql(
      `alter table "timeline_events" add constraint "timeline_events_owner_id_application_id_foreign" foreign key ("owner_id", "application_id") references "applications" ("owner_id", "id") on delete cascade;`,
    );

    this.addSql(
      `alter table "credentials" add constraint "credentials_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );

    this.addSql(`alter table "outbox_messages" enable row level security;`);
    this.addSql(`alter table "outbox_messages" force row level security;`);
    this.addSql(
      `create policy "app_insert" on "outbox_messages" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "outbox_messages" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_insert" on "outbox_messages" for insert to "tenure_system" with check (true);`);
    this.addSql(
      `create policy "system_update" on "outbox_messages" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_delete" on "outbox_messages" for delete to "tenure_system" using (true);`);
    this.addSql(`alter table "users" enable row level security;`);
    this.addSql(`alter table "users" force row level security;`);
    this.addSql(
      `create policy "app_select" on "users" for select to "tenure_app" using ("id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "users" for select to "tenure_identity" using (true);`);
    this.addSql(`create policy "identity_insert" on "users" for insert to "tenure_identity" with check (true);`);
    this.addSql(
      `create policy "identity_update" on "users" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`alter table "sessions" enable row level security;`);
    this.addSql(`alter table "sessions" force row level security;`);
    this.addSql(
      `create policy "app_select" on "sessions" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "sessions" for select to "tenure_identity" using (true);`);
    this.addSql(`create policy "identity_insert" on "sessions" for insert to "tenure_identity" with check (true);`);
    this.addSql(
      `create policy "identity_update" on "sessions" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`alter table "refresh_tokens" enable row level security;`);
    this.addSql(`alter table "refresh_tokens" force row level security;`);
    this.addSql(
      `create policy "app_select" on "refresh_tokens" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "refresh_tokens" for select to "tenure_identity" using (true);`);
    this.addSql(
      `create policy "identity_insert" on "refresh_tokens" for insert to "tenure_identity" with check (true);`,
    );
    this.addSql(
      `create policy "identity_update" on "refresh_tokens" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`alter table "personas" enable row level security;`);
    this.addSql(`alter table "personas" force row level security;`);
    this.addSql(
      `create policy "app_select" on "personas" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "personas" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "personas" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "personas" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "personas" for select to "tenure_system" using (true);`);
    this.addSql(`alter table "skills" enable row level security;`);
    this.addSql(`alter table "skills" force row level security;`);
    this.addSql(
      `create policy "app_select" on "skills" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "skills" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "skills" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "skills" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "skills" for select to "tenure_system" using (true);`);
    this.addSql(`alter table "persona_jobs" enable row level security;`);
    this.addSql(`alter table "persona_jobs" force row level security;`);
    this.addSql(
      `create policy "app_select" on "persona_jobs" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "persona_jobs" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "persona_jobs" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_insert" on "persona_jobs" for insert to "tenure_system" with check (true);`);
    this.addSql(
      `create policy "system_update" on "persona_jobs" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql(`alter table "applications" enable row level security;`);
    this.addSql(`alter table "applications" force row level security;`);
    this.addSql(
      `create policy "app_select" on "applications" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "applications" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "applications" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`alter table "timeline_events" enable row level security;`);
    this.addSql(`alter table "timeline_events" force row level security;`);
    this.addSql(
      `create policy "app_select" on "timeline_events" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "timeline_events" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`alter table "credentials" enable row level security;`);
    this.addSql(`alter table "credentials" force row level security;`);
    this.addSql(
      `create policy "app_select" on "credentials" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "credentials" for select to "tenure_identity" using (true);`);
    this.addSql(`create policy "identity_insert" on "credentials" for insert to "tenure_identity" with check (true);`);
    this.addSql(
      `create policy "identity_update" on "credentials" for update to "tenure_identity" using (true) with check (true);`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select on "users" to "tenure_app";');
    this.addSql('grant select, insert, update on "users" to "tenure_identity";');
    this.addSql('grant select, insert on "timeline_events" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "skills" to "tenure_app";');
    this.addSql('grant select on "skills" to "tenure_system";');
    this.addSql('grant select on "sessions" to "tenure_app";');
    this.addSql('grant select, insert, update on "sessions" to "tenure_identity";');
    this.addSql('grant select on "refresh_tokens" to "tenure_app";');
    this.addSql('grant select, insert, update on "refresh_tokens" to "tenure_identity";');
    this.addSql('grant select, update on "persona_jobs" to "tenure_app";');
    this.addSql('grant select, insert, update on "persona_jobs" to "tenure_system";');
    this.addSql('grant select, insert, update, delete on "personas" to "tenure_app";');
    this.addSql('grant select on "personas" to "tenure_system";');
    this.addSql('grant insert on "outbox_messages" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "outbox_messages" to "tenure_system";');
    this.addSql('grant select, insert, update on "job_sources" to "tenure_system";');
    this.addSql('grant select on "job_postings" to "tenure_app";');
    this.addSql('grant select, insert, update on "job_postings" to "tenure_system";');
    this.addSql('grant select on "extracted_skills" to "tenure_app";');
    this.addSql('grant select, insert, delete on "extracted_skills" to "tenure_system";');
    this.addSql('grant select on "credentials" to "tenure_app";');
    this.addSql('grant select, insert, update on "credentials" to "tenure_identity";');
    this.addSql('grant select, insert, update on "applications" to "tenure_app";');
    this.addSql('grant select on "mikro_orm_migrations" to "tenure_app";');
  }

  override down(): void {
    this.addSql('drop table "timeline_events";');
    this.addSql('drop table "applications";');
    this.addSql('drop table "persona_jobs";');
    this.addSql('drop table "extracted_skills";');
    this.addSql('drop table "job_postings";');
    this.addSql('drop table "job_sources";');
    this.addSql('drop table "skills";');
    this.addSql('drop table "personas";');
    this.addSql('drop table "outbox_messages";');
    this.addSql('drop table "refresh_tokens";');
    this.addSql('drop table "sessions";');
    this.addSql('drop table "credentials";');
    this.addSql('drop table "users";');
    this.addSql('revoke select on "mikro_orm_migrations" from "tenure_app";');
  }
}
