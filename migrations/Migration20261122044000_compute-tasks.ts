import { Migration } from '@mikro-orm/migrations';

/** Background tasks that accounts ask for. */
export class Migration20261122044000_computeTasks extends Migration {
  override name = 'Migration20261122044000_compute-tasks';

  override up(): void {
    this.addSql(
      `create table "compute_tasks" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "kind" text not null, "state" text not null, "attempt" int not null, "max_attempts" int not null, "run_after" timestamptz not null, "parts_done" int not null, "parts_total" int not null, "created_at" timestamptz not null, "finished_at" timestamptz null, "error" varchar(500) null, primary key ("id"));`,
    );
    this.addSql(`create index "compute_tasks_owner_id_persona_id_idx" on "compute_tasks" ("owner_id", "persona_id");`);
    this.addSql(
      `alter table "compute_tasks" add constraint "compute_tasks_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(`alter table "compute_tasks" add constraint "compute_tasks_kind_check" check ("kind" in ('RESCORE'));`);
    this.addSql(
      `alter table "compute_tasks" add constraint "compute_tasks_state_check" check ("state" in ('QUEUED', 'LEASED', 'SUCCEEDED', 'FAILED', 'CANCELED'));`,
    );
    this.addSql(
      `alter table "compute_tasks" add constraint "compute_tasks_attempt_check" check (attempt >= 0 and attempt <= max_attempts);`,
    );
    this.addSql(
      `alter table "compute_tasks" add constraint "compute_tasks_parts_check" check (parts_done >= 0 and parts_done <= parts_total);`,
    );
    this.addSql(
      `alter table "compute_tasks" add constraint "compute_tasks_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "compute_tasks" enable row level security;`);
    this.addSql(`alter table "compute_tasks" force row level security;`);
    this.addSql(
      `create policy "app_select" on "compute_tasks" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "compute_tasks" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_update" on "compute_tasks" for update to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")) with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "compute_tasks" for select to "tenure_system" using (true);`);
    this.addSql(
      `create policy "system_update" on "compute_tasks" for update to "tenure_system" using (true) with check (true);`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert, update on "compute_tasks" to "tenure_app";');
    this.addSql('grant select, update on "compute_tasks" to "tenure_system";');

    // Messages tell of tasks as well.
    this.addSql(`alter table "outbox_messages" drop constraint "outbox_messages_kind_check";`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in ('PERSONA_CHANGED', 'POSTING_CHANGED', 'TASK_QUEUED'));`,
    );
  }

  override down(): void {
    // The owner of the table is held by row security as well, and no policy is for it.
    this.addSql(`alter table "outbox_messages" no force row level security;`);
    this.addSql(`delete from "outbox_messages" where "kind" = 'TASK_QUEUED';`);
    this.addSql(`alter table "outbox_messages" force row level security;`);
    this.addSql(`alter table "outbox_messages" drop constraint "outbox_messages_kind_check";`);
    this.addSql(
      `alter table "outbox_messages" add constraint "outbox_messages_kind_check" check ("kind" in ('PERSONA_CHANGED', 'POSTING_CHANGED'));`,
    );
    this.addSql('drop table "compute_tasks";');
  }
}
