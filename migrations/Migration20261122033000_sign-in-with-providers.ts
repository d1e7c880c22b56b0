import { Migration } from '@mikro-orm/migrations';

/** Who owners of accounts are at providers, and the ways there and back that are under way. */
export class Migration20261122033000_signInWithProviders extends Migration {
  override name = 'Migration20261122033000_sign-in-with-providers';

  override up(): void {
    this.addSql(
      `create table "provider_identities" ("id" uuid not null, "owner_id" uuid not null, "issuer" varchar(255) not null, "subject" varchar(255) not null, "provider_id" varchar(40) not null, "created_at" timestamptz not null, "last_used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "provider_identities_owner_id_idx" on "provider_identities" ("owner_id");`);
    this.addSql(
      `alter table "provider_identities" add constraint "provider_identities_issuer_subject_key" unique ("issuer", "subject");`,
    );
    this.addSql(
      `alter table "provider_identities" add constraint "provider_identities_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `create table "oauth_attempts" ("id" uuid not null, "state_hash" varchar(64) not null, "cookie_hash" varchar(64) not null, "provider_id" varchar(40) not null, "purpose" text not null, "session_id" uuid null, "code_verifier" varchar(128) null, "nonce" varchar(64) null, "next" varchar(255) not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "oauth_attempts" add constraint "oauth_attempts_state_hash_key" unique ("state_hash");`);
    this.addSql(
      `alter table "oauth_attempts" add constraint "oauth_attempts_purpose_check" check ("purpose" in ('LOGIN', 'LINK', 'STEP_UP'));`,
    );
    this.addSql(
      `alter table "provider_identities" add constraint "provider_identities_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "provider_identities" enable row level security;`);
    this.addSql(`alter table "provider_identities" force row level security;`);
    this.addSql(
      `create policy "app_select" on "provider_identities" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    for (const [name, rest] of [
      ['select', 'using (true)'],
      ['insert', 'with check (true)'],
      ['update', 'using (true) with check (true)'],
      ['delete', 'using (true)'],
    ])
      this.addSql(
        `create policy "identity_${name}" on "provider_identities" for ${name} to "tenure_identity" ${rest};`,
      );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select on "provider_identities" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "provider_identities" to "tenure_identity";');
    this.addSql('grant select, insert, update on "oauth_attempts" to "tenure_identity";');
    this.addSql('grant select, delete on "oauth_attempts" to "tenure_system";');
  }

  override down(): void {
    this.addSql('drop table "oauth_attempts";');
    this.addSql('drop table "provider_identities";');
  }
}
