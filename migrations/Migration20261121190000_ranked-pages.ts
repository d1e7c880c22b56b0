import { Migration } from '@mikro-orm/migrations';

/**
 * Lets a page of the ranked list begin in the middle of its index. `coalesce` counts as leaky, so that with row policies
 * it only filters; and without knowing that a persona has one owner, PostgreSQL expects a single row of each list and
 * takes any index for as good as another.
 */
export class Migration20261121190000_rankedPages extends Migration {
  override name = 'Migration20261121190000_ranked-pages';

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
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (coalesce("fit_score", '-2147483648'::int)) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
  }
}
