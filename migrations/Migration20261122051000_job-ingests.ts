import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** Postings that people hand in, until they are kept or thrown away. */
export class Migration20261122051000_jobIngests extends Migration {
  override name = 'Migration20261122051000_job-ingests';

  override up(): void {
    this.addSql(
      `create table "job_ingests" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "state" text not null, "input" jsonb null, "preview" jsonb null, "failure" varchar(500) null, "work_due_at" timestamptz null, "attempts" int not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "job_ingests_owner_id_persona_id_idx" on "job_ingests" ("owner_id", "persona_id");`);
    this.addSql(
      `create index "job_ingests_work_due_at_idx" on "job_ingests" ("work_due_at") where "work_due_at" is not null;`,
    );
    this.addSql(`create index "job_ingests_expires_at_idx" on "job_ingests" ("expires_at");`);
    this.addSql(`alter table "job_ingests" add constraint "job_ingests_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "job_ingests" add constraint "job_ingests_state_check" check ("state" in ('PROCESSING', 'READY', 'FAILED', 'EXPIRED'));`,
    );
    this.addSql(
      `alter table "job_ingests" add constraint "job_ingests_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "job_ingests" enable row level security;`);
    this.addSql(`alter table "job_ingests" force row level security;`);
    this.addSql(`create policy "app_select" on "job_ingests" for select to "tenure_app" using (${own});`);
    this.addSql(`create policy "app_insert" on "job_ingests" for insert to "tenure_app" with check (${own});`);
    this.addSql(`create policy "system_select" on "job_ingests" for select to "tenure_system" using (true);`);
    this.addSql(
      `create policy "system_update" on "job_ingests" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_delete" on "job_ingests" for delete to "tenure_system" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert on "job_ingests" to "tenure_app";');
    this.addSql('grant select, update, delete on "job_ingests" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "job_ingests";');
  }
}
