import { Migration } from '@mikro-orm/migrations';

/** What closed long ago goes, with the matches that nobody kept for themselves. */
export class Migration20261122064100_retention extends Migration {
  override name = 'Migration20261122064100_retention';

  override up(): void {
    this.addSql(
      `create index "job_postings_closed_idx" on "job_postings" ("id") include ("updated_at") where not "is_active";`,
    );
    this.addSql(`create policy "system_delete" on "persona_jobs" for delete to "tenure_system" using (true);`);
    this.addSql('grant delete on "persona_jobs" to "tenure_system";');
    this.addSql('grant delete on "job_postings" to "tenure_system";');
  }

  override down(): void {
    this.addSql('revoke delete on "job_postings" from "tenure_system";');
    this.addSql('revoke delete on "persona_jobs" from "tenure_system";');
    this.addSql(`drop policy "system_delete" on "persona_jobs";`);
    this.addSql('drop index "job_postings_closed_idx";');
  }
}
