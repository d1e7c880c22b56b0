import { Migration } from '@mikro-orm/migrations';

/**
 * An index in the order of the ranked list, so that a page is read from it without sorting a persona's matches, and begins
 * in the middle of it: with row policies in force no index begins with `coalesce`, which counts as leaky. Without knowing
 * that a persona has one owner, PostgreSQL expects a single row of each list and takes any index for as good as another.
 */
export class Migration20261121160000_rankedPages extends Migration {
  override name = 'Migration20261121160000_ranked-pages';

  override up(): void {
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql(
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (case when "fit_score" is null then '-2147483648'::int else "fit_score" end) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
    this.addSql(
      'create statistics "persona_jobs_owner_of_persona" (dependencies) on "owner_id", "persona_id" from "persona_jobs";',
    );
    this.addSql('analyze "persona_jobs";');
  }

  override down(): void {
    this.addSql('drop statistics "persona_jobs_owner_of_persona";');
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql(
      'create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", "fit_score", "id");',
    );
  }
}
