import { Migration } from '@mikro-orm/migrations';

/**
 * What accounts need beside a password and a session: links of mails, known browsers, an audit log that is never written
 * over, counters of attempts and mails to be sent; who is shut out, and who must change the password first.
 */
export class Migration20261121200000_accounts extends Migration {
  override name = 'Migration20261121200000_accounts';

  override up(): void {
    this.addSql(
      `create table "audit_events" ("id" uuid not null, "owner_id" uuid null, "at" timestamptz not null, "event" varchar(40) not null, "outcome" varchar(20) not null, "actor_id" uuid null, "session_id" uuid null, "ip" varchar(64) null, "user_agent" varchar(500) null, "detail" varchar(500) null, primary key ("id"));`,
    );
    this.addSql(`create index "audit_events_owner_id_at_idx" on "audit_events" ("owner_id", "at", "id");`);
    this.addSql(`create index "audit_events_at_idx" on "audit_events" ("at", "id");`);
    this.addSql(`alter table "audit_events" add constraint "audit_events_owner_id_id_key" unique ("owner_id", "id");`);

    this.addSql(
      `create table "mails" ("id" uuid not null, "to_address" varchar(255) not null, "content" jsonb not null, "created_at" timestamptz not null, "attempts" int not null, "available_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "mails_available_at_idx" on "mails" ("available_at", "id");`);

    this.addSql(
      `create table "rate_counters" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));`,
    );

    this.addSql(
      `create table "one_time_tokens" ("id" uuid not null, "owner_id" uuid not null, "kind" text not null, "email" varchar(255) not null, "other_email" varchar(255) null, "secret_hash" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "one_time_tokens_owner_id_kind_idx" on "one_time_tokens" ("owner_id", "kind");`);
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_owner_id_id_key" unique ("owner_id", "id");`,
    );

    this.addSql(
      `create table "known_devices" ("id" uuid not null, "owner_id" uuid not null, "token_hash" varchar(64) not null, "failed_attempts" int not null default 0, "created_at" timestamptz not null, "last_used_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "known_devices" add constraint "known_devices_owner_id_token_hash_key" unique ("owner_id", "token_hash");`,
    );
    this.addSql(
      `alter table "known_devices" add constraint "known_devices_owner_id_id_key" unique ("owner_id", "id");`,
    );

    this.addSql(
      `alter table "users" add "disabled_at" timestamptz null, add "must_change_password" boolean not null default false, add "is_local_owner" boolean not null default false, add "claimed_at" timestamptz null;`,
    );
    this.addSql(`create policy "identity_delete" on "users" for delete to "tenure_identity" using (true);`);
    this.addSql(`create policy "staff_select" on "users" for select to "tenure_staff" using (true);`);
    this.addSql(`create policy "staff_update" on "users" for update to "tenure_staff" using (true) with check (true);`);

    this.addSql(`alter table "sessions" add "must_change_password" boolean not null default false;`);
    this.addSql(`create policy "staff_select" on "sessions" for select to "tenure_staff" using (true);`);
    this.addSql(
      `create policy "staff_update" on "sessions" for update to "tenure_staff" using (true) with check (true);`,
    );
    this.addSql(`create policy "system_select" on "sessions" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "sessions" for delete to "tenure_system" using (true);`);

    this.addSql(`create policy "system_select" on "refresh_tokens" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "refresh_tokens" for delete to "tenure_system" using (true);`);

    this.addSql(
      `alter table "credentials" add "failed_attempts" int not null default 0, add "breach_checked_at" timestamptz null, add "last_used_at" timestamptz null;`,
    );
    this.addSql(`create policy "identity_delete" on "credentials" for delete to "tenure_identity" using (true);`);

    this.addSql(`alter table "audit_events" enable row level security;`);
    this.addSql(`alter table "audit_events" force row level security;`);
    this.addSql(
      `create policy "app_select" on "audit_events" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_insert" on "audit_events" for insert to "tenure_identity" with check (true);`);
    this.addSql(`create policy "staff_select" on "audit_events" for select to "tenure_staff" using (true);`);
    this.addSql(`create policy "staff_insert" on "audit_events" for insert to "tenure_staff" with check (true);`);
    this.addSql(`create policy "system_select" on "audit_events" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_insert" on "audit_events" for insert to "tenure_system" with check (true);`);
    this.addSql(`create policy "system_delete" on "audit_events" for delete to "tenure_system" using (true);`);

    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_kind_check" check ("kind" in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE', 'REVERT_EMAIL_CHANGE', 'END_SESSIONS', 'INVITE', 'CLAIM'));`,
    );
    this.addSql(`alter table "one_time_tokens" enable row level security;`);
    this.addSql(`alter table "one_time_tokens" force row level security;`);
    this.addSql(
      `create policy "app_select" on "one_time_tokens" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "one_time_tokens" for select to "tenure_identity" using (true);`);
    this.addSql(
      `create policy "identity_insert" on "one_time_tokens" for insert to "tenure_identity" with check (true);`,
    );
    this.addSql(
      `create policy "identity_update" on "one_time_tokens" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "staff_insert" on "one_time_tokens" for insert to "tenure_staff" with check (true);`);
    this.addSql(`create policy "system_select" on "one_time_tokens" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "one_time_tokens" for delete to "tenure_system" using (true);`);

    this.addSql(
      `alter table "known_devices" add constraint "known_devices_owner_id_foreign" foreign key ("owner_id") references "users" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "known_devices" enable row level security;`);
    this.addSql(`alter table "known_devices" force row level security;`);
    this.addSql(
      `create policy "app_select" on "known_devices" for select to "tenure_app" using ("owner_id" = (select (nullif(current_setting('app.owner_id'::text, true), ''::text))::uuid as "nullif"));`,
    );
    this.addSql(`create policy "identity_select" on "known_devices" for select to "tenure_identity" using (true);`);
    this.addSql(
      `create policy "identity_insert" on "known_devices" for insert to "tenure_identity" with check (true);`,
    );
    this.addSql(
      `create policy "identity_update" on "known_devices" for update to "tenure_identity" using (true) with check (true);`,
    );
    this.addSql(`create policy "identity_delete" on "known_devices" for delete to "tenure_identity" using (true);`);
    this.addSql(`create policy "system_select" on "known_devices" for select to "tenure_system" using (true);`);
    this.addSql(`create policy "system_delete" on "known_devices" for delete to "tenure_system" using (true);`);

    // What each login may do; boot compares it with what the schema says.
    this.addSql('grant delete on "users" to "tenure_identity";');
    this.addSql('grant select, update on "users" to "tenure_staff";');
    this.addSql('grant select, update on "sessions" to "tenure_staff";');
    this.addSql('grant select, delete on "sessions" to "tenure_system";');
    this.addSql('grant select, delete on "refresh_tokens" to "tenure_system";');
    this.addSql('grant delete on "credentials" to "tenure_identity";');
    this.addSql('grant select on "audit_events" to "tenure_app";');
    this.addSql('grant insert on "audit_events" to "tenure_identity";');
    this.addSql('grant select, insert on "audit_events" to "tenure_staff";');
    this.addSql('grant select, insert, delete on "audit_events" to "tenure_system";');
    this.addSql('grant select on "one_time_tokens" to "tenure_app";');
    this.addSql('grant select, insert, update on "one_time_tokens" to "tenure_identity";');
    this.addSql('grant insert on "one_time_tokens" to "tenure_staff";');
    this.addSql('grant select, delete on "one_time_tokens" to "tenure_system";');
    this.addSql('grant select on "known_devices" to "tenure_app";');
    this.addSql('grant select, insert, update, delete on "known_devices" to "tenure_identity";');
    this.addSql('grant select, delete on "known_devices" to "tenure_system";');
    this.addSql('grant insert on "mails" to "tenure_identity";');
    this.addSql('grant insert on "mails" to "tenure_staff";');
    this.addSql('grant select, insert, update, delete on "mails" to "tenure_system";');
    this.addSql('grant select, insert, update, delete on "rate_counters" to "tenure_identity";');
    this.addSql('grant select, delete on "rate_counters" to "tenure_system";');
  }

  override down(): void {
    this.addSql(`drop table "audit_events";`);
    this.addSql(`drop table "mails";`);
    this.addSql(`drop table "rate_counters";`);
    this.addSql(`drop table "one_time_tokens";`);
    this.addSql(`drop table "known_devices";`);

    this.addSql(`drop policy "identity_delete" on "credentials";`);

    this.addSql(`drop policy "system_select" on "refresh_tokens";`);
    this.addSql(`drop policy "system_delete" on "refresh_tokens";`);

    this.addSql(`drop policy "staff_select" on "sessions";`);
    this.addSql(`drop policy "staff_update" on "sessions";`);
    this.addSql(`drop policy "system_select" on "sessions";`);
    this.addSql(`drop policy "system_delete" on "sessions";`);

    this.addSql(`drop policy "identity_delete" on "users";`);
    this.addSql(`drop policy "staff_select" on "users";`);
    this.addSql(`drop policy "staff_update" on "users";`);

    this.addSql(
      `alter table "credentials" drop column "failed_attempts", drop column "breach_checked_at", drop column "last_used_at";`,
    );

    this.addSql(`alter table "sessions" drop column "must_change_password";`);

    this.addSql(
      `alter table "users" drop column "disabled_at", drop column "must_change_password", drop column "is_local_owner", drop column "claimed_at";`,
    );
    this.addSql('revoke delete on "users" from "tenure_identity";');
    this.addSql('revoke select, update on "users" from "tenure_staff";');
    this.addSql('revoke select, update on "sessions" from "tenure_staff";');
    this.addSql('revoke select, delete on "sessions" from "tenure_system";');
    this.addSql('revoke select, delete on "refresh_tokens" from "tenure_system";');
    this.addSql('revoke delete on "credentials" from "tenure_identity";');
  }
}
