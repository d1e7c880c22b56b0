import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** Which sources are asked for a persona, and the keys that accounts have of them. */
export class Migration20261122063100_sourcePreferences extends Migration {
  override name = 'Migration20261122063100_source-preferences';

  override up(): void {
    this.addSql(
      `create table "user_source_preferences" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "source_name" varchar(100) not null, "enabled" boolean not null, "display_order" int not null, primary key ("id"));`,
    );
    this.addSql(
      `create index "user_source_preferences_owner_id_persona_id_idx" on "user_source_preferences" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "user_source_preferences" add constraint "user_source_preferences_owner_id_persona_id_source_name_key" unique ("owner_id", "persona_id", "source_name");`,
    );
    this.addSql(
      `alter table "user_source_preferences" add constraint "user_source_preferences_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "user_source_preferences" add constraint "user_source_preferences_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.police('user_source_preferences');
    this.addSql(
      `create policy "app_update" on "user_source_preferences" for update to "tenure_app" using (${own}) with check (${own});`,
    );
    this.addSql(
      `create policy "system_select" on "user_source_preferences" for select to "tenure_system" using (true);`,
    );
    this.addSql(
      `create policy "system_insert" on "user_source_preferences" for insert to "tenure_system" with check (true);`,
    );

    this.addSql(
      `create table "source_keys" ("id" uuid not null, "owner_id" uuid not null, "source_name" varchar(100) not null, "sealed_key" text not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "source_keys" add constraint "source_keys_owner_id_source_name_key" unique ("owner_id", "source_name");`,
    );
    this.addSql(`alter table "source_keys" add constraint "source_keys_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `alter table "source_keys" add constraint "source_keys_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.police('source_keys');
    this.addSql(`create policy "app_delete" on "source_keys" for delete to "tenure_app" using (${own});`);
    this.addSql(`create policy "system_select" on "source_keys" for select to "tenure_system" using (true);`);
    this.addSql(
      `create policy "system_update" on "source_keys" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_delete" on "source_keys" for delete to "tenure_system" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert, update on "user_source_preferences" to "tenure_app";');
    this.addSql('grant select, insert on "user_source_preferences" to "tenure_system";');
    this.addSql('grant select, insert, delete on "source_keys" to "tenure_app";');
    this.addSql('grant select, update, delete on "source_keys" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "source_keys";');
    this.addSql('drop table "user_source_preferences";');
  }

  private police(table: string): void {
    this.addSql(`alter table "${table}" enable row level security;`);
    this.addSql(`alter table "${table}" force row level security;`);
    this.addSql(`create policy "app_select" on "${table}" for select to "tenure_app" using (${own});`);
    this.addSql(`create policy "app_insert" on "${table}" for insert to "tenure_app" with check (${own});`);
  }
}
