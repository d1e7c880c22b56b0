import { Migration } from '@mikro-orm/migrations';

/** Candidates for a persona are counted from two indexes, without a look at the postings themselves. */
export class Migration20261122061500_handedOn extends Migration {
  override name = 'Migration20261122061500_handed-on';

  override up(): void {
    this.addSql(
      `create index "job_postings_handed_on_idx" on "job_postings" ("id") include ("required_skills") where "is_active" and "surfaced_hash" is not null;`,
    );
  }

  override down(): void {
    this.addSql('drop index "job_postings_handed_on_idx";');
  }
}
