import { Migration } from '@mikro-orm/migrations';

/** What puts matches of one fit into order; until they are scored anew they come last among these. */
export class Migration20261122073100_fitNearness extends Migration {
  override name = 'Migration20261122073100_fit-nearness';

  override up(): void {
    this.addSql(`alter table "persona_jobs" add column "fit_nearness" int null;`);
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql(
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (case when "fit_score" is null then '-2147483648'::int else "fit_score" end) desc, (case when "fit_nearness" is null then '-2147483648'::int else "fit_nearness" end) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
  }

  override down(): void {
    this.addSql('drop index "persona_jobs_ranked_idx";');
    this.addSql('alter table "persona_jobs" drop column "fit_nearness";');
    this.addSql(
      `create index "persona_jobs_ranked_idx" on "persona_jobs" ("owner_id", "persona_id", (case when "fit_score" is null then '-2147483648'::int else "fit_score" end) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
  }
}
