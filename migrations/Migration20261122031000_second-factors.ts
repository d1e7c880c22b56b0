import { Migration } from '@mikro-orm/migrations';

/** Authenticator apps and backup codes, the challenge that asks for them, and what a session's step-up takes. */
export class Migration20261122031000_secondFactors extends Migration {
  override name = 'Migration20261122031000_second-factors';

  override up(): void {
    this.addSql(
      `create table "totp_factors" ("id" uuid not null, "owner_id" uuid not null, "sealed_seed" text null, "pending_seed" text null, "pending_until" timestamptz null, "last_step" int not null default 0, "failed_attempts" int not null default 0, "last_used_at" timestamptz null, "added_at" timestamptz null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "totp_factors" add constraint "totp_factors_owner_id_key" unique ("owner_id");`);
    this.addSql(`alter table "totp_factors" add constraint "totp_factors_owner_id_id_key" unique ("owner_id", "id");`);
    this.addSql(
      `create table "backup_code_sets" ("id" uuid not null, "owner_id" uuid not null, "salt" text not null, "code_hashes" text[] not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`alter table "backup_code_sets" add constraint "backup_code_sets_owner_id_key" unique ("owner_id");`);
    this.addSql(
      `alter table "backup_code_sets" add constraint "backup_code_sets_owner_id_id_key" unique ("owner_id", "id");`,
    );
    this.addSql(
      `alter table "totp_factors" add constraint "totp_factors_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "totp_factors" enable row level security;`);
    this.addSql(`alter table "totp_factors" force row level security;`);
    this.addSql(
      `create policy "app_select" on "totp_factors" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "totp_factors" for select to "tenure_identity" using (true);`);
    this.addSql(`create policy "identity_insert" on "totp_factors" for insert to "tenure_identity" with check (true);`);
    this.addSql(
      `create policy "identity_update" on "totp_factors" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "identity_delete" on "totp_factors" for delete to "tenure_identity" using (true);`);
    this.addSql(
      `alter table "backup_code_sets" add constraint "backup_code_sets_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "backup_code_sets" enable row level security;`);
    this.addSql(`alter table "backup_code_sets" force row level security;`);
    this.addSql(
      `create policy "app_select" on "backup_code_sets" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "backup_code_sets" for select to "tenure_identity" using (true);`);
    this.addSql(
      `create policy "identity_insert" on "backup_code_sets" for insert to "tenure_identity" with check (true);`,
    );
    this.addSql(
      `create policy "identity_update" on "backup_code_sets" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "identity_delete" on "backup_code_sets" for delete to "tenure_identity" using (true);`);

    this.addSql('alter table "sessions" add "step_up_methods" text[] not null default array[\'PASSWORD\'];');
    this.addSql('alter table "sessions" alter "step_up_methods" drop default;');

    this.addSql('alter table "one_time_tokens" add "method" varchar(20) null, add "attempts" int not null default 0;');
    this.addSql('alter table "one_time_tokens" drop constraint "one_time_tokens_kind_check";');
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_kind_check" check ("kind" in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE', 'REVERT_EMAIL_CHANGE', 'END_SESSIONS', 'INVITE', 'CLAIM', 'MFA_CHALLENGE'));`,
    );

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant select on "totp_factors", "backup_code_sets" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "totp_factors", "backup_code_sets" to "tenure_identity";');
  }

  override down(): void {
    this.addSql('drop table "totp_factors";');
    this.addSql('drop table "backup_code_sets";');
    this.addSql('alter table "sessions" drop column "step_up_methods";');
    this.addSql('delete from "one_time_tokens" where "kind" = \'MFA_CHALLENGE\';');
    this.addSql('alter table "one_time_tokens" drop constraint "one_time_tokens_kind_check";');
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_kind_check" check ("kind" in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE', 'REVERT_EMAIL_CHANGE', 'END_SESSIONS', 'INVITE', 'CLAIM'));`,
    );
    this.addSql('alter table "one_time_tokens" drop column "method", drop column "attempts";');
  }
}
