import { Migration } from '@mikro-orm/migrations';

/** Narrow access tokens, by their hashes. */
export class Migration20261122036000_accessTokens extends Migration {
  override name = 'Migration20261122036000_access-tokens';

  override up(): void {
    this.addSql(
      `create table "access_tokens" ("id" uuid not null, "owner_id" uuid not null, "token_hash" varchar(64) not null, "label" varchar(80) not null, "scopes" text[] not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "access_tokens" add constraint "access_tokens_token_hash_key" unique ("token_hash");`);
    this.addSql(
      `alter table "access_tokens" add constraint "access_tokens_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "access_tokens" add constraint "access_tokens_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "access_tokens" enable row level security;`);
    this.addSql(`alter table "access_tokens" force row level security;`);
    this.addSql(
      `create policy "app_select" on "access_tokens" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "access_tokens" for select to "tenure_identity" using (true);`);
    this.addSql(
      `create policy "identity_insert" on "access_tokens" for insert to "tenure_identity" with check (true);`,
    );
    this.addSql(
      `create policy "identity_update" on "access_tokens" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "staff_select" on "access_tokens" for select to "tenure_staff" using (true);`);
    this.addSql(
      `create policy "staff_update" on "access_tokens" for update to "tenure_staff" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_select" on "access_tokens" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "access_tokens" for delete to "tenure_system" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select on "access_tokens" to "tenure_app";');
    this.addSql('grant select, insert, update on "access_tokens" to "tenure_identity";');
    this.addSql('grant select, update on "access_tokens" to "tenure_staff";');
    this.addSql('grant select, delete on "access_tokens" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "access_tokens";');
  }
}
