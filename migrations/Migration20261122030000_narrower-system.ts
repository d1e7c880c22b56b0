import { Migration } from '@mikro-orm/migrations';

/** Events are purged and mails sent on the system's login, which writes neither. */
export class Migration20261122030000_narrowerSystem extends Migration {
  override name = 'Migration20261122030000_narrower-system';

  override up(): void {
    this.addSql('drop policy "system_insert" on "audit_events";');
    this.addSql('revoke insert on "audit_events" from "tenure_system";');
    this.addSql('revoke insert on "mails" from "tenure_system";');
  }

  override down(): void {
    this.addSql('create policy "system_insert" on "audit_events" for insert to "tenure_system" with check (true);');
    this.addSql('grant insert on "audit_events" to "tenure_system";');
    this.addSql('grant insert on "mails" to "tenure_system";');
  }
}
