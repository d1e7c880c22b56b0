import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** Postings that people hand in are kept, held back from everybody else, and linked by whoever hands them in. */
export class Migration20261122051100_submittedPostings extends Migration {
  override name = 'Migration20261122051100_submitted-postings';

  override up(): void {
    this.addSql(
      `alter table "job_postings" add column "is_quarantined" boolean not null default false, add column "submitted_by" uuid null;`,
    );
    this.addSql(`alter table "persona_jobs" add column "is_captured" boolean not null default false;`);
    this.addSql(`create policy "app_insert" on "persona_jobs" for insert to "tenure_app" with check (${own});`);
    this.addSql('grant insert on "persona_jobs" to "tenure_app";');
    this.addSql(`alter table "job_ingests" add column "persona_job_id" uuid null;`);
    this.addSql(
      `create index "job_ingests_owner_id_persona_job_id_idx" on "job_ingests" ("owner_id", "persona_job_id");`,
    );
    this.addSql(
      `alter table "job_ingests" add constraint "job_ingests_owner_id_persona_job_id_foreign" foreign key ("owner_id", "persona_job_id") references "persona_jobs" ("owner_id", "id") on delete set null ("persona_job_id");`,
    );
    this.addSql(`alter table "job_ingests" drop constraint "job_ingests_state_check";`);
    this.addSql(
      `alter table "job_ingests" add constraint "job_ingests_state_check" check ("state" in ('PROCESSING', 'READY', 'FAILED', 'CONFIRMED', 'EXPIRED'));`,
    );
    this.addSql(
      `create policy "app_update" on "job_ingests" for update to "tenure_app" using (${own}) with check (${own});`,
    );
    this.addSql('grant update on "job_ingests" to "tenure_app";');
  }

  override down(): void {
    this.addSql('revoke update on "job_ingests" from "tenure_app";');
    this.addSql(`drop policy "app_update" on "job_ingests";`);
    // The owner of the tables is held by row security as well, and no policy is for it.
    this.addSql(`alter table "job_ingests" no force row level security;`);
    this.addSql(`delete from "job_ingests" where "state" = 'CONFIRMED';`);
    this.addSql(`alter table "job_ingests" force row level security;`);
    this.addSql(`alter table "job_ingests" drop constraint "job_ingests_state_check";`);
    this.addSql(
      `alter table "job_ingests" add constraint "job_ingests_state_check" check ("state" in ('PROCESSING', 'READY', 'FAILED', 'EXPIRED'));`,
    );
    this.addSql(`alter table "job_ingests" drop constraint "job_ingests_owner_id_persona_job_id_foreign";`);
    this.addSql(`alter table "job_ingests" drop column "persona_job_id";`);
    this.addSql('revoke insert on "persona_jobs" from "tenure_app";');
    this.addSql(`drop policy "app_insert" on "persona_jobs";`);
    this.addSql(`alter table "persona_jobs" drop column "is_captured";`);
    this.addSql(`alter table "job_postings" drop column "is_quarantined", drop column "submitted_by";`);
  }
}
