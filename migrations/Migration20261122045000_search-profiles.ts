import { Migration } from '@mikro-orm/migrations';

const own = `"owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif")`;

/** What sources are asked on behalf of a persona. */
export class Migration20261122045000_searchProfiles extends Migration {
  override name = 'Migration20261122045000_search-profiles';

  override up(): void {
    this.addSql(
      `create table "search_profiles" ("id" uuid not null, "owner_id" uuid not null, "persona_id" uuid not null, "fit_searches" jsonb not null, "stretch_searches" jsonb not null, "persona_fingerprint" varchar(64) not null, "is_stale" boolean not null, "generated_at" timestamptz not null, "approved_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(
      `create index "search_profiles_owner_id_persona_id_idx" on "search_profiles" ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "search_profiles" add constraint "search_profiles_owner_id_persona_id_key" unique ("owner_id", "persona_id");`,
    );
    this.addSql(
      `alter table "search_profiles" add constraint "search_profiles_owner_id_id_key" unique ("owner_id", "id");`,
    );
    for (const column of ['fit_searches', 'stretch_searches'])
      this.addSql(
        `alter table "search_profiles" add constraint "search_profiles_${column}_check" check (jsonb_typeof(${column}) = 'array');`,
      );
    this.addSql(
      `alter table "search_profiles" add constraint "search_profiles_owner_id_persona_id_foreign" foreign key ("owner_id", "persona_id") references "personas" ("owner_id", "id") on delete cascade;`,
    );
    this.addSql(`alter table "search_profiles" enable row level security;`);
    this.addSql(`alter table "search_profiles" force row level security;`);
    this.addSql(`create policy "app_select" on "search_profiles" for select to "tenure_app" using (${own});`);
    this.addSql(`create policy "app_insert" on "search_profiles" for insert to "tenure_app" with check (${own});`);
    this.addSql(
      `create policy "app_update" on "search_profiles" for update to "tenure_app" using (${own}) with check (${own});`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select, insert, update on "search_profiles" to "tenure_app";');
  }

  override down(): void {
    this.addSql('drop table "search_profiles";');
  }
}
