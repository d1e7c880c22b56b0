import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** When sources were asked for a persona, how they answered, and what is found by one account's key. */
export class Migration20261122063110_sourceRuns extends Migration {
  override name = 'Migration20261122063110_source-runs';

  override up(): void {
    this.addSql(
      `create table "source_runs" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "source_name" varchar(100) not null, "state" text not null, "found" int null, "new_matches" int null, "not_inspected" int null, "failure" varchar(500) null, "asked_at" timestamptz not null, "finished_at" timestamptz null, "work_due_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "source_runs_owner_id_persona_id_idx" on "source_runs" ("owner_id", "persona_id");`);
    this.addSql(
      `create index "source_runs_owner_id_persona_id_asked_at_idx" on "source_runs" ("owner_id", "persona_id", "asked_at");`,
    );
    this.addSql(`create index "source_runs_asked_at_idx" on "source_runs" ("asked_at");`);
    this.addSql(
      `create index "source_runs_work_due_at_idx" on "source_runs" ("work_due_at") where "work_due_at" is not null;`,
    );
    this.addSql(`alter table "source_runs" add constraint "source_runs_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "source_runs" add constraint "source_runs_state_check" check ("state" in ('WAITING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'SKIPPED'));`,
    );
    this.addSql(
      `alter table "source_runs" add constraint "source_runs_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "source_runs" enable row level security;`);
    this.addSql(`alter table "source_runs" force row level security;`);
    this.addSql(`create policy "app_select" on "source_runs" for select to "tenure_app" using (${own});`);
    this.addSql(`create policy "app_insert" on "source_runs" for insert to "tenure_app" with check (${own});`);
    this.allowSystem('source_runs');

    this.addSql(
      `create table "source_gates" ("id" uuid not null, "gate_key" varchar(150) not null, "lease_until" timestamptz not null, "closed_until" timestamptz not null, "failures" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "source_gates" add constraint "source_gates_gate_key_key" unique ("gate_key");`);
    this.addSql(
      `create table "source_answers" ("id" uuid not null, "answer_key" varchar(64) not null, "state" text not null, "found" int not null, "not_inspected" int not null, "failure" varchar(500) null, "answered_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "source_answers" add constraint "source_answers_answer_key_key" unique ("answer_key");`);
    this.addSql(
      `alter table "source_answers" add constraint "source_answers_state_check" check ("state" in ('COMPLETE', 'PARTIAL', 'FAILED'));`,
    );
    this.addSql(`create index "source_answers_answered_at_idx" on "source_answers" ("answered_at");`);

    this.addSql(`alter table "user_source_preferences" add column "last_asked_at" timestamptz null;`);
    this.addSql(
      `create index "user_source_preferences_last_asked_at_idx" on "user_source_preferences" ("last_asked_at" nulls first, "id") where "enabled";`,
    );
    this.addSql(
      `create policy "system_update" on "user_source_preferences" for update to "tenure_system" using (true) with check (true);`,
    );

    this.addSql(`alter table "job_postings" add column "found_for" uuid null;`);
    this.addSql(
      `create index "job_postings_found_for_idx" on "job_postings" ("found_for") where "found_for" is not null;`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert on "source_runs" to "tenure_app";');
    for (const table of ['source_runs', 'source_gates', 'source_answers'])
      this.addSql(`grant select, insert, update, delete on "${table}" to "tenure_system";`);
    this.addSql('grant update on "user_source_preferences" to "tenure_system";');
  }

  override down(): void {
    this.addSql('revoke update on "user_source_preferences" from "tenure_system";');
    this.addSql('drop policy "system_update" on "user_source_preferences";');
    this.addSql('alter table "user_source_preferences" drop column "last_asked_at";');
    this.addSql('alter table "job_postings" drop column "found_for";');
    for (const table of ['source_answers', 'source_gates', 'source_runs']) this.addSql(`drop table "${table}";`);
  }

  private allowSystem(table: string): void {
    this.addSql(`create policy "system_select" on "${table}" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_insert" on "${table}" for insert to "tenure_system" with check (true);`);
    this.addSql(
      `create policy "system_update" on "${table}" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_delete" on "${table}" for delete to "tenure_system" using (true);`);
  }
}
