import { Migration } from '@mikro-orm/migrations';

/** Links to sign in, with the browser that asked for each and from where it did. */
export class Migration20261122034000_magicLinks extends Migration {
  override name = 'Migration20261122034000_magic-links';

  override up(): void {
    this.addSql(
      'alter table "one_time_tokens" add "nonce_hash" varchar(64) null, add "asked_ip" varchar(64) null, add "asked_user_agent" varchar(500) null;',
    );
    this.addSql('alter table "one_time_tokens" drop constraint "one_time_tokens_kind_check";');
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_kind_check" check ("kind" in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE', 'REVERT_EMAIL_CHANGE', 'END_SESSIONS', 'INVITE', 'CLAIM', 'MFA_CHALLENGE', 'MAGIC_LINK'));`,
    );
  }

  override down(): void {
    this.addSql('delete from "one_time_tokens" where "kind" = \'MAGIC_LINK\';');
    this.addSql('alter table "one_time_tokens" drop constraint "one_time_tokens_kind_check";');
    this.addSql(
      `alter table "one_time_tokens" add constraint "one_time_tokens_kind_check" check ("kind" in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'CANCEL_EMAIL_CHANGE', 'REVERT_EMAIL_CHANGE', 'END_SESSIONS', 'INVITE', 'CLAIM', 'MFA_CHALLENGE'));`,
    );
    this.addSql(
      'alter table "one_time_tokens" drop column "nonce_hash", drop column "asked_ip", drop column "asked_user_agent";',
    );
  }
}
