import { Migration } from '@mikro-orm/migrations';

/**
 * A second score with an index in the order of its ranked list, and the rules that scores were made by, so that a program
 * with other rules has them made anew. What is explained already gets the words it lacks, to be shown until then.
 */
export class Migration20261122042000_stretch extends Migration {
  override name = 'Migration20261122042000_stretch';

  override up(): void {
    this.addSql(
      `create table "scorer_releases" ("version" varchar(255) not null, "since" timestamptz not null, primary key ("version"));`,
    );
    this.addSql('grant select, insert, update on "scorer_releases" to "tenure_system";');

    this.addSql(`alter table "persona_jobs" add column "stretch_score" int null;`);
    this.addSql(
      `alter table "persona_jobs" add constraint "persona_jobs_stretch_score_check" check (stretch_score >= 0 and stretch_score <= 100);`,
    );
    this.addSql('alter table "persona_jobs" no force row level security;');
    this.addSql(
      `update "persona_jobs" set "score_details" = jsonb_set("score_details", '{fit,label}', to_jsonb(case when "fit_score" >= 90 then 'HIGH' when "fit_score" >= 75 then 'MEDIUM' when "fit_score" >= 60 then 'LOW' else 'POOR' end)) || '{"stretch": null, "strengths": [], "gaps": [], "stretchNotes": []}' where "score_details" is not null;`,
    );
    this.addSql('alter table "persona_jobs" force row level security;');
    this.addSql(
      `create index "persona_jobs_stretch_idx" on "persona_jobs" ("owner_id", "persona_id", (case when "stretch_score" is null then '-2147483648'::int else "stretch_score" end) desc, "id" desc) include ("status") where "is_filtered" = false;`,
    );
  }

  override down(): void {
    this.addSql('drop index "persona_jobs_stretch_idx";');
    this.addSql('alter table "persona_jobs" drop column "stretch_score";');
    this.addSql('drop table "scorer_releases";');
  }
}
