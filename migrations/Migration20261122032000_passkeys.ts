import { Migration } from '@mikro-orm/migrations';

/** Passkeys, and the challenges that they sign. */
export class Migration20261122032000_passkeys extends Migration {
  override name = 'Migration20261122032000_passkeys';

  override up(): void {
    this.addSql(
      `create table "passkeys" ("id" uuid not null, "owner_id" uuid not null, "credential_id" text not null, "public_key" bytea not null, "user_handle" varchar(86) not null, "counter" bigint not null, "transports" text[] not null, "backup_eligible" boolean not null, "backed_up" boolean not null, "label" varchar(100) null, "awaits_proof" boolean not null default false, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "passkeys_owner_id_idx" on "passkeys" ("owner_id");`);
    this.addSql(`alter table "passkeys" add constraint "passkeys_credential_id_key" unique ("credential_id");`);
    this.addSql(`alter table "passkeys" add constraint "passkeys_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `create table "passkey_challenges" ("challenge" varchar(43) not null, "ceremony" text not null, "bound_to" varchar(255) null, "user_handle" varchar(86) null, "expires_at" timestamptz not null, primary key ("challenge"), constraint "passkey_challenges_ceremony_check" check ("ceremony" in ('REGISTRATION', 'SIGN_UP', 'LOGIN', 'STEP_UP')));`,
    );
    this.addSql(`create index "passkey_challenges_expires_at_idx" on "passkey_challenges" ("expires_at");`);
    this.addSql(
      `alter table "passkeys" add constraint "passkeys_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "passkeys" enable row level security;`);
    this.addSql(`alter table "passkeys" force row level security;`);
    this.addSql(
      `create policy "app_select" on "passkeys" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "passkeys" for select to "tenure_identity" using (true);`);
    this.addSql(`create policy "identity_insert" on "passkeys" for insert to "tenure_identity" with check (true);`);
    this.addSql(
      `create policy "identity_update" on "passkeys" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "identity_delete" on "passkeys" for delete to "tenure_identity" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select on "passkeys" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "passkeys" to "tenure_identity";');
    this.addSql('grant select, insert, delete on "passkey_challenges" to "tenure_identity";');
    this.addSql('grant select, delete on "passkey_challenges" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "passkeys";');
    this.addSql('drop table "passkey_challenges";');
  }
}
