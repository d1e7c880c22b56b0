import { Migration } from '@mikro-orm/migrations';
import { canonicalSkill } from '#job-pool/canonical-skill.ts';

/** What matching finds candidates by, and what of the pool it has been handed. */
export class Migration20261122044200_surfacing extends Migration {
  override name = 'Migration20261122044200_surfacing';

  override async up(): Promise<void> {
    this.addSql(
      `create table "persona_skill_keys" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "skill_key" text not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "persona_skill_keys_owner_id_persona_id_idx" on "persona_skill_keys" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `create index "persona_skill_keys_skill_key_idx" on "persona_skill_keys" ("skill_key", "owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "persona_skill_keys" add constraint "persona_skill_keys_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "persona_skill_keys" add constraint "persona_skill_keys_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "persona_skill_keys" enable row level security;`);
    this.addSql(`alter table "persona_skill_keys" force row level security;`);
    this.addSql(
      `create policy "app_select" on "persona_skill_keys" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "persona_skill_keys" for select to "tenure_system" using (true);`);
    this.addSql(
      `create policy "system_insert" on "persona_skill_keys" for insert to "tenure_system" with check (true);`,
    );
    this.addSql(`create policy "system_delete" on "persona_skill_keys" for delete to "tenure_system" using (true);`);
    this.addSql('grant select on "persona_skill_keys" to "tenure_app";');
    this.addSql('grant select, insert, delete on "persona_skill_keys" to "tenure_system";');

    this.addSql(`alter table "extracted_skills" add column "skill_key" text null;`);
    const names = await this.execute(`select distinct "name" from "extracted_skills"`);
    const keys = (names as { name: string }[]).map(({ name }) => ({ name, key: canonicalSkill(name) }));
    this.addSql(
      `update "extracted_skills" s set "skill_key" = k.key from json_to_recordset('${JSON.stringify(keys).replaceAll("'", "''")}') as k (name text, key text) where s."name" = k.name;`,
    );
    this.addSql(`alter table "extracted_skills" alter column "skill_key" set not null;`);
    // Keys follow the rules.
    this.addSql(`grant update on "extracted_skills" to "tenure_system";`);
    this.addSql(
      `create index "extracted_skills_required_idx" on "extracted_skills" ("skill_key", "job_posting_id") where "required" and "kind" = 'HARD';`,
    );

    this.addSql(
      `alter table "job_postings" add column "required_skills" int null, add column "surfaced_hash" varchar(64) null;`,
    );
    this.addSql(
      `update "job_postings" p set "required_skills" = (select count(*) from "extracted_skills" s where s."job_posting_id" = p."id" and s."required" and s."kind" = 'HARD');`,
    );
    this.addSql(`alter table "job_postings" alter column "required_skills" set not null;`);
    this.addSql(
      `create index "job_postings_unsurfaced_idx" on "job_postings" ("id") where "is_active" and "surfaced_hash" is distinct from "derived_hash";`,
    );
    this.addSql(
      `create index "job_postings_undemanding_idx" on "job_postings" ("id") where "is_active" and "required_skills" = 0;`,
    );
    this.addSql(`create index "personas_minimum_fit_threshold_idx" on "personas" ("minimum_fit_threshold");`);
    // Every persona is looked at once, which files its keys. The owner of tables is held by row security too.
    for (const table of ['personas', 'outbox_messages'])
      this.addSql(`alter table "${table}" no force row level security;`);
    this.addSql(
      `insert into "outbox_messages" ("id", "kind", "subject_id", "created_at", "attempts", "available_at") select gen_random_uuid(), 'PERSONA_CHANGED', "id", now(), 0, now() from "personas";`,
    );
    for (const table of ['personas', 'outbox_messages'])
      this.addSql(`alter table "${table}" force row level security;`);
    this.addSql(
      `alter table "compute_tasks" add column "lease_id" uuid null, add column "lease_until" timestamptz null;`,
    );
  }

  override down(): void {
    this.addSql(`alter table "compute_tasks" drop column "lease_id", drop column "lease_until";`);
    this.addSql('drop index "personas_minimum_fit_threshold_idx";');
    this.addSql('drop index "job_postings_undemanding_idx";');
    this.addSql('drop index "job_postings_unsurfaced_idx";');
    this.addSql(`alter table "job_postings" drop column "required_skills", drop column "surfaced_hash";`);
    this.addSql(`revoke update on "extracted_skills" from "tenure_system";`);
    this.addSql('drop index "extracted_skills_required_idx";');
    this.addSql(`alter table "extracted_skills" drop column "skill_key";`);
    this.addSql('drop table "persona_skill_keys";');
  }
}
