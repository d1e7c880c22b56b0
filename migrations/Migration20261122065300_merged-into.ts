import { Migration } from '@mikro-orm/migrations';

/** What turned out to be a posting goes when it goes, and its reports with it to where it went. */
export class Migration20261122065300_mergedInto extends Migration {
  override name = 'Migration20261122065300_merged-into';

  override up(): void {
    this.addSql(
      `create index "job_postings_merged_into_idx" on "job_postings" ("merged_into_id") where "merged_into_id" is not null;`,
    );
    this.addSql(`alter table "job_reports" add column "moved_from_id" uuid null;`);
    this.addSql(
      `create policy "system_update" on "job_reports" for update to "tenure_system" using (true) with check (true);`,
    );
    this.addSql('grant update on "job_reports" to "tenure_system";');
  }

  override down(): void {
    this.addSql('revoke update on "job_reports" from "tenure_system";');
    this.addSql('drop policy "system_update" on "job_reports";');
    this.addSql('alter table "job_reports" drop column "moved_from_id";');
    this.addSql('drop index "job_postings_merged_into_idx";');
  }
}
