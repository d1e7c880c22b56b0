import { Migration } from '@mikro-orm/migrations';

/** An index in the order of the ranked list, so that a page is read from it without sorting a persona's matches. */
export class Migration20261121160000_rankedIndex extends Migration {
  override name = 'Migration20261121160000_ranked-index';

  override up(): void {
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql(
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (coalesce("fit_score", '-2147483648'::int)) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
  }

  override down(): void {
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql(
      'create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", "fit_score", "id");',
    );
  }
}
