import { Migration } from '@mikro-orm/migrations';

/** Everything of a persona beside its skills: jobs with their bullets, educations, certifications, stories, voice, rules of one's own. */
export class Migration20261122041000_personaDetails extends Migration {
  override name = 'Migration20261122041000_persona-details';

  override up(): void {
    this.addSql(
      `create table "educations" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "institution" varchar(255) not null, "degree" varchar(100) not null, "field_of_study" varchar(255) not null, "graduation_year" int not null, "gpa" numeric(3,2) null, "honors" varchar(255) null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "educations_owner_id_persona_id_idx" on "educations" ("owner_id", "persona_id");`);
    this.addSql(`alter table "educations" add constraint "educations_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `create table "custom_non_negotiables" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "filter_name" varchar(255) not null, "filter_type" text not null, "filter_value" text not null, "filter_field" text not null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "custom_non_negotiables_owner_id_persona_id_idx" on "custom_non_negotiables" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "custom_non_negotiables" add constraint "custom_non_negotiables_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `create table "certifications" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "certification_name" varchar(255) not null, "issuing_organization" varchar(255) not null, "date_obtained" date not null, "expiration_date" date null, "credential_id" varchar(100) null, "verification_url" varchar(500) null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "certifications_owner_id_persona_id_idx" on "certifications" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "certifications" add constraint "certifications_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `create table "voice_profiles" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "tone" text not null, "sentence_style" text not null, "vocabulary_level" text not null, "personality_markers" text null, "sample_phrases" jsonb not null, "things_to_avoid" jsonb not null, "writing_sample_text" text null, primary key ("id"));`,
    );
    this.addSql(
      `create index "voice_profiles_owner_id_persona_id_idx" on "voice_profiles" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "voice_profiles" add constraint "voice_profiles_owner_id_persona_id_key" unique ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "voice_profiles" add constraint "voice_profiles_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `create table "work_histories" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "company_name" varchar(255) not null, "company_industry" varchar(100) null, "job_title" varchar(255) not null, "start_date" date not null, "end_date" date null, "is_current" boolean not null, "location" varchar(255) not null, "work_model" text not null, "description" text null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "work_histories_owner_id_persona_id_idx" on "work_histories" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "work_histories" add constraint "work_histories_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `create table "bullets" ("id" uuid not null, "owner_id" uuid not null, "work_history_id" uuid not null, "text" text not null, "skills_demonstrated" jsonb not null, "metrics" varchar(255) null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "bullets_owner_id_work_history_id_idx" on "bullets" ("owner_id", "work_history_id");`);
    this.addSql(`alter table "bullets" add constraint "bullets_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `create table "achievement_stories" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "title" varchar(255) not null, "context" text not null, "action" text not null, "outcome" text not null, "skills_demonstrated" jsonb not null, "related_work_history_id" uuid null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "achievement_stories_owner_id_persona_id_idx" on "achievement_stories" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `create index "achievement_stories_owner_id_related_work_history_id_idx" on "achievement_stories" ("owner_id", "related_work_history_id");`,
    );
    this.addSql(
      `alter table "achievement_stories" add constraint "achievement_stories_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "educations" add constraint "educations_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "educations" enable row level security;`);
    this.addSql(`alter table "educations" force row level security;`);
    this.addSql(
      `create policy "app_select" on "educations" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "educations" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "educations" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "educations" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `alter table "custom_non_negotiables" add constraint "custom_non_negotiables_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(
      `alter table "custom_non_negotiables" add constraint "custom_non_negotiables_filter_type_check" check ("filter_type" in ('EXCLUDE', 'REQUIRE'));`,
    );
    this.addSql(
      `alter table "custom_non_negotiables" add constraint "custom_non_negotiables_filter_field_check" check ("filter_field" in ('COMPANY_NAME', 'TITLE', 'DESCRIPTION', 'LOCATION', 'INDUSTRY'));`,
    );
    this.addSql(`alter table "custom_non_negotiables" enable row level security;`);
    this.addSql(`alter table "custom_non_negotiables" force row level security;`);
    this.addSql(
      `create policy "app_select" on "custom_non_negotiables" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "custom_non_negotiables" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "custom_non_negotiables" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "custom_non_negotiables" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "system_select" on "custom_non_negotiables" for select to "tenure_system" using (true);`,
    );
    this.addSql(
      `alter table "certifications" add constraint "certifications_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "certifications" enable row level security;`);
    this.addSql(`alter table "certifications" force row level security;`);
    this.addSql(
      `create policy "app_select" on "certifications" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "certifications" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "certifications" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "certifications" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `alter table "voice_profiles" add constraint "voice_profiles_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "voice_profiles" enable row level security;`);
    this.addSql(`alter table "voice_profiles" force row level security;`);
    this.addSql(
      `create policy "app_select" on "voice_profiles" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "voice_profiles" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "voice_profiles" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `alter table "work_histories" add constraint "work_histories_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(
      `alter table "work_histories" add constraint "work_histories_work_model_check" check ("work_model" in ('REMOTE', 'HYBRID', 'ONSITE'));`,
    );
    this.addSql(`alter table "work_histories" enable row level security;`);
    this.addSql(`alter table "work_histories" force row level security;`);
    this.addSql(
      `create policy "app_select" on "work_histories" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "work_histories" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "work_histories" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "work_histories" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "work_histories" for select to "tenure_system" using (true);`);
    this.addSql(
      `alter table "bullets" add constraint "bullets_owner_id_work_history_id_foreign" foreign key ("owner_id", "work_history_id") references "work_histories" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "bullets" enable row level security;`);
    this.addSql(`alter table "bullets" force row level security;`);
    this.addSql(
      `create policy "app_select" on "bullets" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "bullets" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "bullets" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "bullets" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `alter table "achievement_stories" add constraint "achievement_stories_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(
      `alter table "achievement_stories" add constraint "achievement_stories_owner_id_related_work_history_id_foreign" foreign key ("owner_id", "related_work_history_id") references "work_histories" ("owner_id", "id") on delete set null ("related_work_history_id");`,
    );
    this.addSql(`alter table "achievement_stories" enable row level security;`);
    this.addSql(`alter table "achievement_stories" force row level security;`);
    this.addSql(
      `create policy "app_select" on "achievement_stories" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "achievement_stories" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "achievement_stories" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_delete" on "achievement_stories" for delete to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert, update, delete on "work_histories" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "bullets" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "educations" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "certifications" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "achievement_stories" to "tenure_app";');
    this.addSql('grant select, insert, update on "voice_profiles" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "custom_non_negotiables" to "tenure_app";');
    this.addSql('grant select on "work_histories" to "tenure_system";');
    this.addSql('grant select on "custom_non_negotiables" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "bullets";');
    this.addSql('drop table "achievement_stories";');
    this.addSql('drop table "work_histories";');
    this.addSql('drop table "educations";');
    this.addSql('drop table "certifications";');
    this.addSql('drop table "voice_profiles";');
    this.addSql('drop table "custom_non_negotiables";');
  }
}
