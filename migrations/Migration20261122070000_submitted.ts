import { Migration } from '@mikro-orm/migrations';

/** What people have handed in is found without a look at all that sources have. */
export class Migration20261122070000_submitted extends Migration {
  override name = 'Migration20261122070000_submitted';

  override up(): void {
    this.addSql(
      `create index "job_postings_submitted_idx" on "job_postings" ("company_key", "title_key") where "submitted_by" is not null;`,
    );
  }

  override down(): void {
    this.addSql('drop index "job_postings_submitted_idx";');
  }
}
