import { Migration } from '@mikro-orm/migrations';

/** What accounts hand in, counted over a day. */
export class Migration20261122053000_manualPostings extends Migration {
  override name = 'Migration20261122053000_manual-postings';

  override up(): void {
    this.addSql(
      `create table "manual_postings" ("id" uuid not null, "owner_id" uuid not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "manual_postings_owner_id_created_at_idx" on "manual_postings" ("owner_id", "created_at");`,
    );
    this.addSql(`create index "manual_postings_created_at_idx" on "manual_postings" ("created_at");`);
    this.addSql(
      `alter table "manual_postings" add constraint "manual_postings_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "manual_postings" add constraint "manual_postings_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "manual_postings" enable row level security;`);
    this.addSql(`alter table "manual_postings" force row level security;`);
    this.addSql(
      `create policy "app_select" on "manual_postings" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(
      `create policy "app_insert" on "manual_postings" for insert to "tenure_app" with check ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "system_select" on "manual_postings" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "manual_postings" for delete to "tenure_system" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert on "manual_postings" to "tenure_app";');
    this.addSql('grant select, delete on "manual_postings" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "manual_postings";');
  }
}
