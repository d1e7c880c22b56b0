import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** What is handed in waits for a week or for an admin, and people report postings. */
export class Migration20261122065200_quarantine extends Migration {
  override name = 'Migration20261122065200_quarantine';

  override up(): void {
    this.addSql(
      `alter table "job_postings" add column "quarantine_expires_at" timestamptz null, add column "review_since" timestamptz null, add column "rejected_at" timestamptz null;`,
    );
    this.addSql(
      `update "job_postings" set "review_since" = "created_at", "quarantine_expires_at" = "created_at" + interval '7 days' where "is_quarantined";`,
    );
    this.addSql(
      `create index "job_postings_quarantine_idx" on "job_postings" ("quarantine_expires_at") where "is_quarantined" and "quarantine_expires_at" is not null;`,
    );
    this.addSql(
      `create index "job_postings_review_idx" on "job_postings" ("review_since", "id") where "review_since" is not null;`,
    );
    this.addSql(`alter table "persona_jobs" add column "is_hidden" boolean not null default false;`);
    this.addSql(
      `create table "job_reports" ("id" uuid not null, "owner_id" uuid not null, "job_posting_id" uuid not null, "reason" varchar(500) not null, "created_at" timestamptz not null, "settled_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "job_reports_posting_idx" on "job_reports" ("job_posting_id");`);
    this.addSql(
      `alter table "job_reports" add constraint "job_reports_owner_id_job_posting_id_key" unique ("owner_id", "job_posting_id");`,
    );
    this.addSql(`alter table "job_reports" add constraint "job_reports_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "job_reports" add constraint "job_reports_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "job_reports" add constraint "job_reports_job_posting_id_foreign" foreign key ("job_posting_id") references "job_postings" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "job_reports" enable row level security;`);
    this.addSql(`alter table "job_reports" force row level security;`);
    this.addSql(`create policy "app_select" on "job_reports" for select to "tenure_app" using (${own});`);
    this.addSql(`create policy "app_insert" on "job_reports" for insert to "tenure_app" with check (${own});`);
    this.addSql(`create policy "staff_select" on "job_reports" for select to "tenure_staff" using (true);`);
    this.addSql(
      `create policy "staff_update" on "job_reports" for update to "tenure_staff" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_select" on "job_reports" for select to "tenure_system" using (true);`);
    this.addSql(`alter table "outbox_messages" drop constraint "outbox_messages_kind_check";`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in ('PERSONA_CHANGED', 'POSTING_CHANGED', 'POSTING_COMPARED', 'POSTING_REPORTED', 'POSTING_SPLIT', 'TASK_QUEUED'));`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert on "job_reports" to "tenure_app";');
    this.addSql('grant select, update on "job_reports" to "tenure_staff";');
    this.addSql('grant select on "job_reports" to "tenure_system";');
    this.addSql('grant update on "job_postings" to "tenure_staff";');
  }

  override down(): void {
    this.addSql('revoke update on "job_postings" from "tenure_staff";');
    // The owner of the tables is held by row security as well, and no policy is for it.
    this.addSql(`alter table "outbox_messages" no force row level security;`);
    this.addSql(`delete from "outbox_messages" where "kind" = 'POSTING_REPORTED';`);
    this.addSql(`alter table "outbox_messages" force row level security;`);
    this.addSql(`alter table "outbox_messages" drop constraint "outbox_messages_kind_check";`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in ('PERSONA_CHANGED', 'POSTING_CHANGED', 'POSTING_COMPARED', 'POSTING_SPLIT', 'TASK_QUEUED'));`,
    );
    this.addSql('drop table "job_reports";');
    this.addSql(`alter table "persona_jobs" drop column "is_hidden";`);
    this.addSql(`drop index "job_postings_review_idx";`);
    this.addSql(`drop index "job_postings_quarantine_idx";`);
    this.addSql(
      `alter table "job_postings" drop column "quarantine_expires_at", drop column "review_since", drop column "rejected_at";`,
    );
  }
}
